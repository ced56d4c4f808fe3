import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../database/pool.ts';
import { holdsWords } from '../../../database/search.ts';
import type { Tables } from '../../../database/tables.ts';
import type { NamedFilter } from '../../lists/schema.ts';
import {
  MOST_REFUSED,
  type NewRefused,
  type NewSource,
  type RefusedView,
  type SourceChange,
  type SourceView,
} from './schema.ts';

const VIEW = ['id', 'kind', 'name', 'settings'] as const;

export async function listSources(trx: Transaction<Tables>, filter: NamedFilter): Promise<SourceView[]> {
  const rows = await trx
    .selectFrom('source')
    .select(VIEW)
    .select((e) =>
      e
        .selectFrom('refused_body as b')
        .select((c) => c.fn.max('b.at').as('at'))
        .whereRef('b.org_id', '=', 'source.org_id')
        .whereRef('b.source_id', '=', 'source.id')
        .as('refusedAt'),
    )
    .where('removed_at', 'is', null)
    .$if(filter.search !== undefined, (q) => q.where(holdsWords(filter.search ?? '', 'name')))
    .$if(filter.after !== undefined, (q) => q.where('id', '>', filter.after ?? ''))
    .orderBy('id')
    .limit(filter.limit)
    .execute();
  return rows.map((row) => ({ ...row, refusedAt: row.refusedAt?.toString() ?? null }));
}

/** Locks a source: two who write about one source come one after the other. */
export async function lockSource(
  trx: Transaction<Tables>,
  id: string,
): Promise<Omit<SourceView, 'refusedAt'> | undefined> {
  return trx
    .selectFrom('source')
    .select(VIEW)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertSource(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  source: NewSource,
  keyHash: Uint8Array,
): Promise<void> {
  await trx
    .insertInto('source')
    .values({
      org_id: orgId,
      id,
      kind: source.kind,
      name: source.name,
      settings: JSON.stringify(source.settings),
      key_hash: keyHash,
    })
    .execute();
}

export async function updateSource(
  trx: Transaction<Tables>,
  id: string,
  change: SourceChange,
): Promise<void> {
  await trx
    .updateTable('source')
    .set({ name: change.name, settings: JSON.stringify(change.settings) })
    .where('id', '=', id)
    .execute();
}

export async function replaceKey(trx: Transaction<Tables>, id: string, keyHash: Uint8Array): Promise<void> {
  await trx.updateTable('source').set({ key_hash: keyHash }).where('id', '=', id).execute();
}

export async function markSourceRemoved(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('source').set({ removed_at: at.toString() }).where('id', '=', id).execute();
}

export interface KeyedSource {
  readonly orgId: string;
  readonly id: string;
  readonly kind: string;
  readonly settings: Record<string, unknown>;
}

/** The source a secret belongs to; asked before an organisation is known. */
export async function sourceOfKey(database: Database, keyHash: Uint8Array): Promise<KeyedSource | undefined> {
  const { rows } =
    await sql<KeyedSource>`SELECT org_id AS "orgId", id, kind, settings FROM source_of_key(${keyHash})`.execute(
      database.kysely,
    );
  return rows[0];
}

/** Keeps a refused body and lets the oldest of its source go. */
export async function insertRefused(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  at: Temporal.Instant,
  { sourceId, body, length, taken, reasons }: NewRefused & { readonly length: number },
): Promise<void> {
  await trx
    .insertInto('refused_body')
    .values({
      org_id: orgId,
      id,
      source_id: sourceId,
      at: at.toString(),
      body,
      length,
      taken,
      reasons: JSON.stringify(reasons),
    })
    .execute();
  await trx
    .deleteFrom('refused_body')
    .where('source_id', '=', sourceId)
    .where('id', 'not in', (e) =>
      e
        .selectFrom('refused_body')
        .select('id')
        .where('source_id', '=', sourceId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(MOST_REFUSED),
    )
    .execute();
}

/** What could not be taken of a source, the newest first. */
export async function refusedOf(trx: Transaction<Tables>, sourceId: string): Promise<RefusedView[]> {
  const rows = await trx
    .selectFrom('refused_body')
    .select(['id', 'at', 'body', 'length', 'taken', 'reasons'])
    .where('source_id', '=', sourceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_REFUSED)
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toString(), reasons: [...row.reasons] }));
}
