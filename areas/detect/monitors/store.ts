import { sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { Database } from '../../../database/pool.ts';
import { holdsWords } from '../../../database/search.ts';
import type { Tables } from '../../../database/tables.ts';
import type { NamedFilter } from '../../lists/schema.ts';
import type { HeartbeatChange, HeartbeatView, newHeartbeat } from './schema.ts';

const VIEW = [
  'id',
  'name',
  'every_seconds as everySeconds',
  'grace_seconds as graceSeconds',
  'state',
  'last_at as lastAt',
  'page',
  'added_at as addedAt',
] as const;

type Times = 'lastAt' | 'addedAt';
type Row = Omit<HeartbeatView, Times | 'provenAt'> & { readonly [T in Times]: Temporal.Instant | null };
const view = (row: Row & { readonly provenAt: Temporal.Instant | null }): HeartbeatView => ({
  ...row,
  provenAt: row.provenAt?.toString() ?? null,
  lastAt: row.lastAt?.toString() ?? null,
  addedAt: row.addedAt?.toString() ?? null,
});

export async function listHeartbeats(
  trx: Transaction<Tables>,
  filter: NamedFilter,
): Promise<HeartbeatView[]> {
  const rows = await trx
    .selectFrom('heartbeat')
    .select(VIEW)
    .select((e) =>
      e
        .selectFrom('heartbeat_proof')
        .select((p) => p.fn.max('received_at').as('at'))
        .whereRef('heartbeat_id', '=', 'heartbeat.id')
        .as('provenAt'),
    )
    .where('removed_at', 'is', null)
    .$if(filter.search !== undefined, (q) => q.where(holdsWords(filter.search ?? '', 'name')))
    .$if(filter.after !== undefined, (q) => q.where('id', '>', filter.after ?? ''))
    .orderBy('id')
    .limit(filter.limit)
    .execute();
  return rows.map(view);
}

export async function lockHeartbeat(trx: Transaction<Tables>, id: string): Promise<Row | undefined> {
  return trx
    .selectFrom('heartbeat')
    .select(VIEW)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertHeartbeat(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  heartbeat: z.output<typeof newHeartbeat>,
  keyHash: Uint8Array,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('heartbeat')
    .values({
      org_id: orgId,
      id,
      name: heartbeat.name,
      every_seconds: heartbeat.everySeconds,
      grace_seconds: heartbeat.graceSeconds,
      key_hash: keyHash,
      state: 'waiting',
      page: heartbeat.page,
      added_at: at.toString(),
    })
    .execute();
}

export async function setHeartbeat(
  trx: Transaction<Tables>,
  id: string,
  set: { state: HeartbeatView['state']; lastAt?: Temporal.Instant },
): Promise<void> {
  await trx
    .updateTable('heartbeat')
    .set({ state: set.state, ...(set.lastAt && { last_at: set.lastAt.toString() }) })
    .where('id', '=', id)
    .execute();
}

export async function updateHeartbeat(
  trx: Transaction<Tables>,
  id: string,
  { everySeconds, graceSeconds }: HeartbeatChange,
): Promise<void> {
  await trx
    .updateTable('heartbeat')
    .set({ every_seconds: everySeconds, grace_seconds: graceSeconds })
    .where('id', '=', id)
    .execute();
}

export async function markHeartbeatRemoved(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('heartbeat').set({ removed_at: at.toString() }).where('id', '=', id).execute();
}

/** The heartbeat a secret belongs to; asked before an organisation is known. */
export async function heartbeatOfKey(
  database: Database,
  keyHash: Uint8Array,
): Promise<{ orgId: string; id: string } | undefined> {
  const { rows } = await sql<{ orgId: string; id: string }>`
    SELECT org_id AS "orgId", id FROM heartbeat_of_key(${keyHash})`.execute(database.kysely);
  return rows[0];
}

/** The last one of a day takes the place of the others. */
export async function keepProofOfOther(
  trx: Transaction<Tables>,
  orgId: string,
  heartbeatId: string,
  { text, at }: { readonly text: string; readonly at: Temporal.Instant },
): Promise<void> {
  const received_at = at.toString();
  await trx
    .insertInto('heartbeat_proof')
    .values({ org_id: orgId, heartbeat_id: heartbeatId, day: received_at.slice(0, 10), received_at, text })
    .onConflict((c) => c.columns(['org_id', 'heartbeat_id', 'day']).doUpdateSet({ received_at, text }))
    .execute();
}

/** Newest first. */
export async function proofsOfOther(
  trx: Transaction<Tables>,
  heartbeatId: string,
  limit: number,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('heartbeat_proof')
    .select('text')
    .where('heartbeat_id', '=', heartbeatId)
    .orderBy('received_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ text }) => text);
}
