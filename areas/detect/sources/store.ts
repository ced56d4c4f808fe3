import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../database/pool.ts';
import type { Tables } from '../../../database/tables.ts';
import { likeAnywhere } from '../../../kernel/text.ts';
import type { NamedFilter } from '../../lists/schema.ts';
import type { NewSource, SourceChange, SourceView } from './schema.ts';

const VIEW = ['id', 'kind', 'name', 'settings'] as const;

export async function listSources(trx: Transaction<Tables>, filter: NamedFilter): Promise<SourceView[]> {
  return trx
    .selectFrom('source')
    .select(VIEW)
    .where('removed_at', 'is', null)
    .$if(filter.search !== undefined, (q) => q.where('name', 'ilike', likeAnywhere(filter.search ?? '')))
    .$if(filter.after !== undefined, (q) => q.where('id', '>', filter.after ?? ''))
    .orderBy('id')
    .limit(filter.limit)
    .execute();
}

/** Locks a source: two who write about one source come one after the other. */
export async function lockSource(trx: Transaction<Tables>, id: string): Promise<SourceView | undefined> {
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
