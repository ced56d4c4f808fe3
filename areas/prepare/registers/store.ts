import { sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import { holdsWords } from '../../../database/search.ts';
import type { Tables } from '../../../database/tables.ts';
import type { EntryFilter } from './schema.ts';

/** Which register is read, and the shape that this version gives its entries. */
interface Read<S extends z.ZodObject> {
  readonly register: string;
  readonly shape: S;
}

export interface Stored<E = unknown> {
  readonly key: string;
  readonly version: number;
  readonly entry: E;
  readonly changedAt: Temporal.Instant;
  readonly changedBy: string;
}

const COLUMNS = ['key', 'version', 'entry', 'changed_at as changedAt', 'changed_by as changedBy'] as const;

/** All entries of a register in the order of keys, in the shape this version gives them. */
export async function readRegister<S extends z.ZodObject>(
  trx: Transaction<Tables>,
  { register, shape }: Read<S>,
): Promise<Stored<z.infer<S>>[]> {
  const rows = await trx
    .selectFrom('register_entry')
    .select(COLUMNS)
    .where('register', '=', register)
    .orderBy('key')
    .execute();
  return rows.map((row) => ({ ...row, entry: shape.parse(row.entry) }));
}

/** A page of a register in the order of keys, by a part of key or name, or one entry by its key. */
export async function pageOfRegister<S extends z.ZodObject>(
  trx: Transaction<Tables>,
  { register, shape }: Read<S>,
  filter: EntryFilter,
): Promise<Stored<z.infer<S>>[]> {
  const rows = await trx
    .selectFrom('register_entry')
    .select(COLUMNS)
    .where('register', '=', register)
    .$if(filter.key !== undefined, (q) => q.where('key', '=', filter.key ?? ''))
    .$if(filter.search !== undefined, (q) =>
      q.where(holdsWords(filter.search ?? '', 'key', sql`entry->>'name'`)),
    )
    .$if(filter.after !== undefined, (q) => q.where('key', '>', filter.after ?? ''))
    .orderBy('key')
    .limit(filter.limit)
    .execute();
  return rows.map((row) => ({ ...row, entry: shape.parse(row.entry) }));
}

/**
 * A version as it was written; undefined where there was none, or it is a removal.
 * @throws ZodError where an earlier program wrote what this one cannot read
 */
export async function versionOf<S extends z.ZodObject>(
  trx: Transaction<Tables>,
  { register, shape }: Read<S>,
  key: string,
  version: number,
): Promise<z.infer<S> | undefined> {
  const row = await trx
    .selectFrom('register_version')
    .select('entry')
    .where('register', '=', register)
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && row.entry !== null ? shape.parse(row.entry) : undefined;
}

export interface PastVersion {
  readonly version: number;
  /** As it was written, in the shape of that day; null where this version is its removal. */
  readonly entry: unknown;
  readonly changedAt: Temporal.Instant;
  readonly changedBy: string;
}

/** Versions of an entry, the newest first, also of one that was removed. */
export async function versionsOf(
  trx: Transaction<Tables>,
  register: string,
  key: string,
  filter: { readonly before?: number | undefined; readonly limit: number },
): Promise<PastVersion[]> {
  return trx
    .selectFrom('register_version')
    .select(['version', 'entry', 'changed_at as changedAt', 'changed_by as changedBy'])
    .where('register', '=', register)
    .where('key', '=', key)
    .$if(filter.before !== undefined, (q) => q.where('version', '<', filter.before ?? 0))
    .orderBy('version', 'desc')
    .limit(filter.limit)
    .execute();
}

/** Every version of every entry of a register, in order; an entry is null where it was removed. */
export async function historyOf<S extends z.ZodObject>(
  trx: Transaction<Tables>,
  { register, shape }: Read<S>,
): Promise<{ key: string; entry: z.infer<S> | null; changedAt: Temporal.Instant }[]> {
  const rows = await trx
    .selectFrom('register_version')
    .select(['key', 'entry', 'changed_at as changedAt'])
    .where('register', '=', register)
    .orderBy('key')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({ ...row, entry: row.entry === null ? null : shape.parse(row.entry) }));
}

/** When each key of a register was written first. */
export async function firstWritten(
  trx: Transaction<Tables>,
  register: string,
): Promise<Map<string, Temporal.Instant>> {
  const rows = await trx
    .selectFrom('register_version')
    .select((e) => ['key', e.fn.min('changed_at').as('since')])
    .where('register', '=', register)
    .groupBy('key')
    .execute();
  return new Map(rows.map(({ key, since }) => [key, since]));
}

/** A word that changes whenever anything in any register does. */
export async function versionOfAll(trx: Transaction<Tables>): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    SELECT md5(coalesce(string_agg(concat_ws(' ', register, key, version), ',' ORDER BY register, key), '')) AS version
    FROM register_entry`.execute(trx);
  return rows[0]?.version ?? '';
}

/** Locks an entry, also one that is not there yet: of two who write a new key one comes first, and the other sees it. */
export async function lockEntry(
  trx: Transaction<Tables>,
  register: string,
  key: string,
): Promise<{ version: number; entry: unknown } | undefined> {
  await sql`SELECT pg_advisory_xact_lock(
    hashtextextended(concat_ws(' ', 'register', current_org(), ${register}::text, ${key}::text), 0))`.execute(
    trx,
  );
  return trx
    .selectFrom('register_entry')
    .select(['version', 'entry'])
    .where('register', '=', register)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
}

/** One after the last version an entry ever had, also after it was removed: numbers go on. */
async function nextVersion(trx: Transaction<Tables>, register: string, key: string): Promise<number> {
  const row = await trx
    .selectFrom('register_version')
    .select((e) => e.fn.max('version').as('version'))
    .where('register', '=', register)
    .where('key', '=', key)
    .executeTakeFirst();
  return (row?.version ?? 0) + 1;
}

interface Writing {
  readonly orgId: string;
  readonly register: string;
  readonly key: string;
  readonly entry: unknown;
  readonly at: Temporal.Instant;
  readonly by: string;
}

/** Writes an entry that was locked as its next version. @returns the number of that */
export async function writeEntry(trx: Transaction<Tables>, writing: Writing): Promise<number> {
  const { orgId, register, key, entry, at, by } = writing;
  const version = await nextVersion(trx, register, key);
  const row = { version, entry: JSON.stringify(entry), changed_at: at.toString(), changed_by: by };
  await trx
    .insertInto('register_entry')
    .values({ org_id: orgId, register, key, ...row })
    .onConflict((c) => c.columns(['org_id', 'register', 'key']).doUpdateSet(row))
    .execute();
  await trx
    .insertInto('register_version')
    .values({ org_id: orgId, register, key, ...row })
    .execute();
  return version;
}

export async function eraseEntry(trx: Transaction<Tables>, erasing: Omit<Writing, 'entry'>): Promise<void> {
  const { orgId, register, key, at, by } = erasing;
  const version = await nextVersion(trx, register, key);
  await trx.deleteFrom('register_entry').where('register', '=', register).where('key', '=', key).execute();
  await trx
    .insertInto('register_version')
    .values({ org_id: orgId, register, key, version, entry: null, changed_at: at.toString(), changed_by: by })
    .execute();
}

/** Which of these are there; none of them is taken out before this transaction ends. */
export async function holdKeys(
  trx: Transaction<Tables>,
  register: string,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await trx
    .selectFrom('register_entry')
    .select('key')
    .where('register', '=', register)
    .where(sql<boolean>`key = ANY (${keys}::text[])`)
    .orderBy('key')
    .forShare()
    .execute();
  return rows.map(({ key }) => key);
}
