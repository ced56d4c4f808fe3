import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Situation } from '../../prepare/plans/schema.ts';
import { type Lately, MOST_CALLED, NUMBERED } from './rules.ts';
import { type Brake, DEFAULT_BRAKE, type StormView } from './schema.ts';

/** Shown of a storm. */
const LARGEST = 10;

export async function readBrake(trx: Transaction<Tables>): Promise<Brake> {
  const row = await trx.selectFrom('storm_brake').select(['most', 'minutes']).executeTakeFirst();
  return row ?? DEFAULT_BRAKE;
}

/** Two who set it come one after the other, also where nobody had. */
export async function lockBrake(trx: Transaction<Tables>, orgId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`storm brake ${orgId}`}, 0))`.execute(trx);
}

export async function writeBrake(trx: Transaction<Tables>, orgId: string, set: Brake): Promise<void> {
  await trx
    .insertInto('storm_brake')
    .values({ org_id: orgId, ...set })
    .onConflict((c) => c.column('org_id').doUpdateSet(set))
    .execute();
}

/** When a storm was last undone. */
export async function lastRelease(trx: Transaction<Tables>): Promise<Temporal.Instant | undefined> {
  const row = await trx
    .selectFrom('storm')
    .select((e) => e.fn.max('released_at').as('at'))
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** What rules declared and what was held back since a moment; what a storm that was undone became does not count again. */
const told = (since: Temporal.Instant, now: Temporal.Instant) => sql`
  SELECT i.rule_id, i.title FROM incident i
  WHERE i.rule_id IS NOT NULL AND i.declared_at > ${since.toString()}::timestamptz
    AND i.declared_at <= ${now.toString()}::timestamptz
    AND NOT EXISTS (SELECT 1 FROM storm_group b WHERE b.org_id = i.org_id AND b.incident_id = i.id)
  UNION ALL
  SELECT g.rule_id, g.title FROM storm_group g JOIN storm s ON s.org_id = g.org_id AND s.id = g.storm_id
  WHERE s.released_at IS NULL AND g.held_at > ${since.toString()}::timestamptz
    AND g.held_at <= ${now.toString()}::timestamptz`;

/** @param grave rules of which it is asked what their alarms were called */
export async function latelyOf(
  trx: Transaction<Tables>,
  since: Temporal.Instant,
  now: Temporal.Instant,
  grave: readonly string[],
): Promise<Lately> {
  // What lies ahead was written before the clock was set back, and says nothing of how much is going on now.
  const { rows } = await sql<{ ruleId: string; n: number; names: string[] | null; kinds: string[] | null }>`
    WITH told AS MATERIALIZED (${told(since, now)}),
    grave AS (SELECT unnest(${grave}::uuid[]) AS id)
    SELECT c.rule_id AS "ruleId", count(*)::int AS n,
      CASE WHEN c.rule_id IN (SELECT id FROM grave) THEN
        array(SELECT DISTINCT title FROM told t WHERE t.rule_id = c.rule_id LIMIT ${MOST_CALLED}) END AS names,
      CASE WHEN c.rule_id IN (SELECT id FROM grave) THEN
        array(SELECT DISTINCT regexp_replace(title, ${NUMBERED}, '#', 'g') FROM told t
          WHERE t.rule_id = c.rule_id LIMIT ${MOST_CALLED}) END AS kinds
    FROM told c GROUP BY c.rule_id`.execute(trx);
  return {
    count: rows.reduce((sum, { n }) => sum + n, 0),
    ruleIds: new Set(rows.map(({ ruleId }) => ruleId)),
    called: new Map(
      rows.flatMap(({ ruleId, names, kinds }) =>
        names && kinds ? [[ruleId, { names, kinds }] as const] : [],
      ),
    ),
  };
}

export interface OpenStorm {
  readonly id: string;
  readonly severity: number;
  readonly title: string;
  readonly paged: boolean;
}

/** The storm that collects: its incident open, not undone, and something was held back since that moment. Locked. */
export async function openStorm(
  trx: Transaction<Tables>,
  since: Temporal.Instant,
): Promise<OpenStorm | undefined> {
  const { rows } = await sql<OpenStorm>`
    SELECT s.id, i.severity, i.title, s.paged FROM storm s JOIN incident i ON i.org_id = s.org_id AND i.id = s.id
    WHERE s.released_at IS NULL AND i.state = 'open' AND s.last_at > ${since.toString()}::timestamptz
    ORDER BY i.number DESC LIMIT 1 FOR UPDATE`.execute(trx);
  return rows[0];
}

/** One storm that is open, locked. */
export async function findStorm(trx: Transaction<Tables>, id: string): Promise<OpenStorm | undefined> {
  const { rows } = await sql<OpenStorm>`
    SELECT s.id, i.severity, i.title, s.paged FROM storm s JOIN incident i ON i.org_id = s.org_id AND i.id = s.id
    WHERE s.id = ${id}::uuid AND i.state = 'open' FOR UPDATE`.execute(trx);
  return rows[0];
}

export async function insertStorm(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  paged: boolean,
  at: Temporal.Instant,
): Promise<void> {
  const now = at.toString();
  await trx.insertInto('storm').values({ org_id: orgId, id, began_at: now, last_at: now, paged }).execute();
}

export async function touchStorm(
  trx: Transaction<Tables>,
  id: string,
  paged: boolean,
  at: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('storm').set({ last_at: at.toString(), paged }).where('id', '=', id).execute();
}

/** @returns whether it was there and not undone yet */
export async function markReleased(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('storm')
    .set({ released_at: at.toString() })
    .where('id', '=', id)
    .where('released_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** One match that is held back. */
export interface HeldGroup {
  readonly ruleId: string;
  readonly groupKey: string;
  readonly title: string;
  readonly severity: number;
  readonly situation: Situation | null;
}
export interface Held extends HeldGroup {
  readonly signalIds: readonly string[];
}

/** Writes down what a storm holds back; a group that is there already gets the further signals. */
export async function holdBack(
  trx: Transaction<Tables>,
  orgId: string,
  stormId: string,
  held: readonly Held[],
  at: Temporal.Instant,
): Promise<void> {
  if (held.length === 0) return;
  await sql`INSERT INTO storm_group (org_id, storm_id, rule_id, group_key, title, severity, situation, held_at)
    SELECT ${orgId}::uuid, ${stormId}::uuid, rule_id, group_key, title, severity, situation, ${at.toString()}::timestamptz
    FROM unnest(${held.map(({ ruleId }) => ruleId)}::uuid[], ${held.map(({ groupKey }) => groupKey)}::text[],
      ${held.map(({ title }) => title)}::text[], ${held.map(({ severity }) => severity)}::int[],
      ${held.map(({ situation }) => situation)}::text[]) AS t(rule_id, group_key, title, severity, situation)
    ON CONFLICT DO NOTHING`.execute(trx);
  const signals = held.flatMap(({ ruleId, groupKey, signalIds }) =>
    signalIds.map((signalId) => ({ ruleId, groupKey, signalId })),
  );
  await sql`INSERT INTO storm_signal (org_id, storm_id, signal_id, rule_id, group_key)
    SELECT ${orgId}::uuid, ${stormId}::uuid, signal_id, rule_id, group_key
    FROM unnest(${signals.map(({ signalId }) => signalId)}::uuid[], ${signals.map(({ ruleId }) => ruleId)}::uuid[],
      ${signals.map(({ groupKey }) => groupKey)}::text[]) AS t(signal_id, rule_id, group_key)
    ON CONFLICT DO NOTHING`.execute(trx);
}

/** The open storms that hold some groups back, by rule and group; locked. */
export async function stormsHolding(
  trx: Transaction<Tables>,
  groups: readonly Pick<HeldGroup, 'ruleId' | 'groupKey'>[],
): Promise<{ stormId: string; ruleId: string; groupKey: string }[]> {
  if (groups.length === 0) return [];
  const { rows } = await sql<{ stormId: string; ruleId: string; groupKey: string }>`
    SELECT g.storm_id AS "stormId", g.rule_id AS "ruleId", g.group_key AS "groupKey"
    FROM unnest(${groups.map(({ ruleId }) => ruleId)}::uuid[], ${groups.map(({ groupKey }) => groupKey)}::text[])
      AS t(rule_id, group_key)
    JOIN storm_group g USING (rule_id, group_key)
    JOIN storm s ON s.org_id = g.org_id AND s.id = g.storm_id AND s.released_at IS NULL
    JOIN incident i ON i.org_id = s.org_id AND i.id = s.id AND i.state = 'open'
    ORDER BY i.number FOR UPDATE OF s`.execute(trx);
  return rows;
}

export async function countHeld(trx: Transaction<Tables>, stormId: string): Promise<number> {
  const row = await trx
    .selectFrom('storm_group')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('storm_id', '=', stormId)
    .where('incident_id', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** The next groups that are to become incidents, the oldest first, with their signals. */
export async function nextHeld(trx: Transaction<Tables>, stormId: string, limit: number): Promise<Held[]> {
  const { rows } = await sql<Held>`
    SELECT g.rule_id AS "ruleId", g.group_key AS "groupKey", g.title, g.severity, g.situation,
      array(SELECT m.signal_id FROM storm_signal m WHERE m.org_id = g.org_id AND m.storm_id = g.storm_id
        AND m.rule_id = g.rule_id AND m.group_key = g.group_key ORDER BY m.signal_id) AS "signalIds"
    FROM storm_group g WHERE g.storm_id = ${stormId}::uuid AND g.incident_id IS NULL
    ORDER BY g.held_at, g.rule_id, g.group_key LIMIT ${limit}`.execute(trx);
  return rows;
}

export async function markBecome(
  trx: Transaction<Tables>,
  stormId: string,
  { ruleId, groupKey }: Pick<HeldGroup, 'ruleId' | 'groupKey'>,
  incidentId: string,
): Promise<void> {
  await trx
    .updateTable('storm_group')
    .set({ incident_id: incidentId })
    .where('storm_id', '=', stormId)
    .where('rule_id', '=', ruleId)
    .where('group_key', '=', groupKey)
    .execute();
}

interface Row extends Omit<StormView, 'beganAt' | 'lastAt' | 'releasedAt' | 'running'> {
  readonly beganAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  readonly releasedAt: Temporal.Instant | null;
}

/** Storms whose incident is open, the newest first. @param ids undefined: all of them */
export async function listStorms(
  trx: Transaction<Tables>,
  runningSince: Temporal.Instant,
  ids?: readonly string[],
): Promise<StormView[]> {
  const { rows } = await sql<Row>`
    SELECT s.id AS "incidentId", i.number, s.began_at AS "beganAt", s.last_at AS "lastAt", s.released_at AS "releasedAt",
      t.groups, t.released, (SELECT count(*)::int FROM storm_signal m WHERE m.org_id = s.org_id AND m.storm_id = s.id) AS signals,
      coalesce((SELECT json_agg(l) FROM (
        SELECT g.title, count(DISTINCT (g.rule_id, g.group_key))::int AS groups, count(*)::int AS signals
        FROM storm_group g JOIN storm_signal m USING (org_id, storm_id, rule_id, group_key)
        WHERE g.org_id = s.org_id AND g.storm_id = s.id
        GROUP BY g.title ORDER BY count(*) DESC, g.title LIMIT ${LARGEST}) l), '[]') AS largest
    FROM storm s JOIN incident i ON i.org_id = s.org_id AND i.id = s.id
    CROSS JOIN LATERAL (SELECT count(*)::int AS groups, count(g.incident_id)::int AS released
      FROM storm_group g WHERE g.org_id = s.org_id AND g.storm_id = s.id) t
    WHERE i.state = 'open' ${ids ? sql`AND s.id = ANY (${ids}::uuid[])` : sql``}
    ORDER BY i.number DESC LIMIT 50`.execute(trx);
  return rows.map((row) => ({
    ...row,
    beganAt: row.beganAt.toString(),
    lastAt: row.lastAt.toString(),
    releasedAt: row.releasedAt?.toString() ?? null,
    running: row.releasedAt === null && Temporal.Instant.compare(row.lastAt, runningSince) > 0,
  }));
}
