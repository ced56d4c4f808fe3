import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from './pool.ts';
import { AWAKE } from './quiet.ts';
import type { Tables } from './tables.ts';
import { literal } from './transaction.ts';

export interface Timer {
  readonly id: string;
  readonly orgId: string;
  readonly kind: string;
  readonly key: string;
  readonly body: unknown;
  readonly dueAt: Temporal.Instant;
  readonly attempts: number;
}

/** A failing timer is tried again after 1, 2, 4 … seconds, at most this many. */
const LONGEST_BACKOFF_SECONDS = 60;

/** The statement that sets timers; one with the same organisation, kind and key is moved instead of doubled. */
export function settingTimers(
  timers: readonly (Omit<Timer, 'attempts'> & { readonly lane: number })[],
): string {
  const rows = [...timers]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id, orgId, kind, key, body, dueAt, lane }) => ({
      id,
      org_id: orgId,
      kind,
      key,
      due_at: dueAt.toString(),
      body,
      lane,
    }));
  return `INSERT INTO timer (id, org_id, kind, key, due_at, body, lane)
    SELECT id, org_id, kind, key, due_at, body, lane FROM json_to_recordset(${literal(JSON.stringify(rows))})
      AS t(id uuid, org_id uuid, kind text, key text, due_at timestamptz, body json, lane smallint)
    ON CONFLICT (org_id, kind, key)
      DO UPDATE SET due_at = excluded.due_at, body = excluded.body, lane = excluded.lane, attempts = 0, fault = NULL`;
}

export async function dropTimer(
  trx: Transaction<Tables>,
  orgId: string,
  kind: string,
  key: string,
): Promise<void> {
  await trx
    .deleteFrom('timer')
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .execute();
}

/**
 * Takes away what is due by now, but for these kinds.
 * @returns how many there were
 */
export async function dropDueTimers(
  trx: Transaction<Tables>,
  orgId: string,
  now: Temporal.Instant,
  but: readonly string[],
): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('timer')
    .where('org_id', '=', orgId)
    .where('due_at', '<=', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .where('kind', 'not in', [...but])
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Whether a timer is set, due or not. */
export async function hasTimer(
  trx: Transaction<Tables>,
  orgId: string,
  kind: string,
  key: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('timer')
    .select('id')
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The same within a query, for each of its rows.
 * @param row the name its table goes by: its `org_id` and `id` are the timer's organisation and key
 */
export const timerOfRow = (kind: string, row: string): RawBuilder<boolean> => sql<boolean>`EXISTS (
  SELECT 1 FROM timer t WHERE t.org_id = ${sql.ref(`${row}.org_id`)} AND t.kind = ${kind}
    AND t.key = ${sql.ref(`${row}.id`)}::text)`;

/** What is new goes before what is asked again: this lane is looked at first. */
export const FIRST_LANE = 0;

/**
 * Claims a due timer for this transaction; others skip it until the transaction ends. The earliest of the first lane, and
 * where none is due there the earliest of all.
 * @param inTurn the earliest of all, whatever its lane: so that what comes first never keeps the rest waiting for ever
 */
export async function claimTimer(
  trx: Transaction<Tables>,
  now: Temporal.Instant,
  inTurn = false,
): Promise<Timer | undefined> {
  return (inTurn ? undefined : await claim(trx, now, FIRST_LANE)) ?? claim(trx, now);
}

async function claim(
  trx: Transaction<Tables>,
  now: Temporal.Instant,
  lane?: number,
): Promise<Timer | undefined> {
  return trx
    .selectFrom('timer')
    .select(['id', 'org_id as orgId', 'kind', 'key', 'body', 'due_at as dueAt', 'attempts'])
    .where('due_at', '<=', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .where(AWAKE)
    .$if(lane !== undefined, (q) => q.where('lane', '=', lane ?? FIRST_LANE))
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** Deletes a timer that was acted on, unless the act itself has moved it to a later time. */
export async function finishTimer(trx: Transaction<Tables>, timer: Timer): Promise<void> {
  await sql`DELETE FROM timer WHERE id = ${timer.id} AND due_at = ${timer.dueAt.toString()}::timestamptz`.execute(
    trx,
  );
}

/** Unless somebody has moved it meanwhile: then their time counts. */
export async function postponeTimer(
  database: Database,
  timer: Timer,
  now: Temporal.Instant,
  fault: string,
): Promise<void> {
  const wait = Math.min(2 ** timer.attempts, LONGEST_BACKOFF_SECONDS);
  await sql`UPDATE timer SET attempts = attempts + 1, fault = ${fault},
    due_at = ${now.add({ seconds: wait }).toString()}::timestamptz
    WHERE id = ${timer.id} AND due_at = ${timer.dueAt.toString()}::timestamptz`.execute(database.kysely);
}

/** When the next timer is due; a past time when one is due already, undefined as well where a restored copy keeps quiet. */
export async function nextDue(database: Database): Promise<Temporal.Instant | undefined> {
  const row = await database.kysely
    .selectFrom('timer')
    .select((e) => e.fn.min('due_at').as('due'))
    .where(AWAKE)
    .executeTakeFirst();
  return row?.due ?? undefined;
}

/**
 * Takes the other timers of a kind away, due or not: for work that looks at everything there is. A timer that can be
 * seen was committed together with its facts, so every later statement of this transaction sees those too.
 */
export async function absorbTimers(trx: Transaction<Tables>, orgId: string, kind: string): Promise<void> {
  await sql`DELETE FROM timer WHERE id IN (
    SELECT id FROM timer WHERE org_id = ${orgId} AND kind = ${kind} FOR UPDATE SKIP LOCKED)`.execute(trx);
}

/**
 * Brings timers forward that are due later than anybody can have set them: the clock has been set back since.
 * @param orgId undefined for every organisation
 * @returns how many were moved
 */
export async function hurryTimers(
  kysely: Kysely<Tables>,
  orgId: string | undefined,
  kind: string,
  latest: Temporal.Instant,
): Promise<number> {
  const { numUpdatedRows } = await kysely
    .updateTable('timer')
    .set({ due_at: latest.toString() })
    .where('kind', '=', kind)
    .where('due_at', '>', sql<Temporal.Instant>`${latest.toString()}::timestamptz`)
    .$if(orgId !== undefined, (q) => q.where('org_id', '=', orgId ?? ''))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
