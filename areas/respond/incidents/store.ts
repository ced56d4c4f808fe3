import { sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import { holdsWords } from '../../../database/search.ts';
import type { Tables } from '../../../database/tables.ts';
import type { Situation } from '../../prepare/plans/schema.ts';
import {
  FAILED,
  type IncidentFilter,
  type IncidentLink,
  type IncidentState,
  type IncidentView,
  type linkView,
  type SystemMark,
} from './schema.ts';

interface Row extends Omit<IncidentView, 'situation' | 'declaredAt' | 'resolvedAt' | 'closedAt'> {
  readonly situation: string | null;
  readonly declaredAt: Temporal.Instant;
  readonly resolvedAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
}
const view = (row: Row): IncidentView => ({
  ...row,
  situation: row.situation as Situation | null,
  declaredAt: row.declaredAt.toString(),
  resolvedAt: row.resolvedAt?.toString() ?? null,
  closedAt: row.closedAt?.toString() ?? null,
});

const incidents = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('incident as i')
    .select([
      'i.id',
      'i.number',
      'i.title',
      'i.severity',
      'i.situation',
      'i.site',
      'i.drill',
      'i.state',
      'i.declared_at as declaredAt',
      'i.resolved_at as resolvedAt',
      'i.closed_at as closedAt',
    ])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('restricted_incident as r')
            .select('r.incident_id')
            .whereRef('r.org_id', '=', 'i.org_id')
            .whereRef('r.incident_id', '=', 'i.id'),
        )
        .$castTo<boolean>()
        .as('restricted'),
    )
    .select((e) =>
      e
        .selectFrom('incident_signal as l')
        .select((c) => c.fn.countAll<number>().as('n'))
        .whereRef('l.org_id', '=', 'i.org_id')
        .whereRef('l.incident_id', '=', 'i.id')
        .$asScalar()
        .$notNull()
        .as('signals'),
    );

export async function listIncidents(
  trx: Transaction<Tables>,
  filter: IncidentFilter,
): Promise<IncidentView[]> {
  const rows = await incidents(trx)
    .$if(filter.state !== 'any', (q) => q.where('i.state', '=', filter.state as IncidentState))
    .$if(filter.search !== undefined, (q) => q.where(holdsWords(filter.search ?? '', 'i.title', 'i.number')))
    .$if(filter.before !== undefined, (q) => q.where('i.number', '<', filter.before ?? 0))
    .orderBy('i.number', 'desc')
    .limit(filter.limit)
    .execute();
  return rows.map(view);
}

export async function findIncident(trx: Transaction<Tables>, id: string): Promise<IncidentView | undefined> {
  const row = await incidents(trx).where('i.id', '=', id).executeTakeFirst();
  return row && view(row);
}

export interface LockedIncident {
  readonly id: string;
  readonly state: IncidentState;
  readonly title: string;
}

/** Locks an incident; two acts on one incident happen one after the other. */
export async function lockIncident(
  trx: Transaction<Tables>,
  id: string,
): Promise<LockedIncident | undefined> {
  return trx
    .selectFrom('incident')
    .select(['id', 'state', 'title'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * How many incidents declared before this one, but not before `since`, had trouble with a system: what was not is left out,
 * and so are drills, what was merged, and what may not be told of.
 */
export async function troubleBefore(
  trx: Transaction<Tables>,
  incidentId: string,
  asset: string,
  since: Temporal.Instant,
): Promise<number> {
  const row = await trx
    .selectFrom('incident_asset as a')
    .innerJoin('incident as i', (j) =>
      j.onRef('i.org_id', '=', 'a.org_id').onRef('i.id', '=', 'a.incident_id'),
    )
    .innerJoin('incident as own', (j) => j.onRef('own.org_id', '=', 'a.org_id').on('own.id', '=', incidentId))
    .leftJoin('restricted_incident as r', (j) =>
      j.onRef('r.org_id', '=', 'i.org_id').onRef('r.incident_id', '=', 'i.id'),
    )
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('a.asset_key', '=', asset)
    .where('a.state', '<>', 'notAffected')
    .where('i.id', '<>', incidentId)
    .where('i.merged_into', 'is', null)
    .where('i.drill', '=', false)
    .where('own.drill', '=', false)
    .where('r.incident_id', 'is', null)
    .where('i.declared_at', '>=', since)
    .whereRef('i.declared_at', '<=', 'own.declared_at')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** The open incidents that what rules tell of belongs to, by rule and group; one that was merged into another goes on as that one. */
export async function openIncidentsOf(
  trx: Transaction<Tables>,
  groups: readonly { readonly ruleId: string; readonly groupKey: string }[],
): Promise<{ incidentId: string; ruleId: string; groupKey: string }[]> {
  if (groups.length === 0) return [];
  const { rows } = await sql<{ incidentId: string; ruleId: string; groupKey: string }>`
    WITH asked AS MATERIALIZED (SELECT * FROM unnest(${groups.map(({ ruleId }) => ruleId)}::uuid[],
      ${groups.map(({ groupKey }) => groupKey)}::text[]) AS t(rule_id, group_key))
    SELECT i.id AS "incidentId", a.rule_id AS "ruleId", a.group_key AS "groupKey"
    FROM asked a JOIN incident m ON m.rule_id = a.rule_id AND m.group_key = a.group_key
    JOIN incident i ON i.org_id = m.org_id AND i.id = coalesce(m.merged_into, m.id) AND i.state = 'open'
    ORDER BY i.number FOR UPDATE OF i`.execute(trx);
  return rows;
}

/** The last incident of a rule's group that is over. */
export async function lastEndedOf(
  trx: Transaction<Tables>,
  ruleId: string,
  groupKey: string,
): Promise<{ id: string; number: number } | undefined> {
  return trx
    .selectFrom('incident')
    .select(['id', 'number'])
    .where('rule_id', '=', ruleId)
    .where('group_key', '=', groupKey)
    .where('state', '!=', 'open')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The last incident, or drill, that is over: closed, or resolved where none is closed since. */
export async function lastOver(
  trx: Transaction<Tables>,
  drill: boolean,
): Promise<{ id: string; number: number; title: string; at: string } | undefined> {
  const row = await trx
    .selectFrom('incident')
    .select(['id', 'number', 'title'])
    .select((e) => e.fn.coalesce('resolved_at', 'closed_at').as('at'))
    .where('drill', '=', drill)
    .where('state', '!=', 'open')
    .where('merged_into', 'is', null)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ? { ...row, at: row.at.toString() } : undefined;
}

export async function countOpen(trx: Transaction<Tables>): Promise<number> {
  const row = await trx
    .selectFrom('incident')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return row.n;
}

export interface NewIncident {
  readonly id: string;
  readonly title: string;
  readonly severity: number;
  readonly situation: Situation | null;
  readonly site: string | null;
  readonly drill: boolean;
  readonly ruleId: string | null;
  readonly groupKey: string;
}

/** @returns the number given: one after another within the organisation */
export async function insertIncident(
  trx: Transaction<Tables>,
  orgId: string,
  incident: NewIncident,
  at: Temporal.Instant,
): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`incident number ${orgId}`}, 0))`.execute(trx);
  const { rows } = await sql<{ number: number }>`
    INSERT INTO incident (org_id, id, number, title, severity, situation, site, drill, state, rule_id, group_key, declared_at)
    SELECT ${orgId}, ${incident.id}, next_incident_number(), ${incident.title}, ${incident.severity},
      ${incident.situation}, ${incident.site}, ${incident.drill}, 'open', ${incident.ruleId}, ${incident.groupKey}, ${at.toString()}::timestamptz
    RETURNING number`.execute(trx);
  return rows[0]?.number ?? 0;
}

export async function setState(
  trx: Transaction<Tables>,
  id: string,
  state: IncidentState,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('incident')
    .set({
      state,
      ...(state === 'resolved' && { resolved_at: at.toString() }),
      ...(state === 'closed' && { closed_at: at.toString() }),
      ...(state === 'open' && { resolved_at: null, closed_at: null, merged_into: null }),
    })
    .where('id', '=', id)
    .execute();
}

export async function setDetails(
  trx: Transaction<Tables>,
  id: string,
  { title, severity, site }: { title: string; severity: number; site?: string | null | undefined },
): Promise<void> {
  const set = { title, severity, ...(site !== undefined && { site }) };
  await trx.updateTable('incident').set(set).where('id', '=', id).execute();
}

export async function setSituation(
  trx: Transaction<Tables>,
  id: string,
  situation: Situation | null,
): Promise<void> {
  await trx.updateTable('incident').set({ situation }).where('id', '=', id).execute();
}

export async function setRestricted(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  restricted: boolean,
): Promise<void> {
  if (restricted)
    await trx
      .insertInto('restricted_incident')
      .values({ org_id: orgId, incident_id: incidentId })
      .onConflict((c) => c.doNothing())
      .execute();
  else await trx.deleteFrom('restricted_incident').where('incident_id', '=', incidentId).execute();
}

export async function putLink(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  { otherId, how, note, noImpact, improvementId }: IncidentLink,
  at: Temporal.Instant,
): Promise<void> {
  const said = {
    how,
    note,
    no_impact: noImpact,
    improvement_id: noImpact ? improvementId : null,
    linked_at: at.toString(),
  };
  await trx
    .insertInto('incident_link')
    .values({ org_id: orgId, incident_id: incidentId, other_id: otherId, ...said })
    .onConflict((c) => c.columns(['org_id', 'incident_id', 'other_id']).doUpdateSet(said))
    .execute();
}

/** @returns whether they were linked, from either end */
export async function removeLink(
  trx: Transaction<Tables>,
  incidentId: string,
  otherId: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('incident_link')
    .where((e) =>
      e.or([
        e.and([e('incident_id', '=', incidentId), e('other_id', '=', otherId)]),
        e.and([e('incident_id', '=', otherId), e('other_id', '=', incidentId)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Incidents that came again and had no effect, by the improvement that this proves. */
export async function proofsOf(
  trx: Transaction<Tables>,
  improvementIds: readonly string[],
): Promise<{ improvementId: string; id: string; number: number; title: string }[]> {
  const { rows } = await sql<{ improvementId: string; id: string; number: number; title: string }>`
    SELECT l.improvement_id AS "improvementId", i.id, i.number, i.title
    FROM incident_link l JOIN incident i ON i.org_id = l.org_id AND i.id = l.incident_id
    WHERE l.no_impact AND l.improvement_id = ANY (${improvementIds}::uuid[]) ORDER BY i.number`.execute(trx);
  return rows;
}

/** What an incident is tied to, from both ends. */
export async function linksOf(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<z.output<typeof linkView>[]> {
  const { rows } = await sql<z.output<typeof linkView>>`
    SELECT i.id, i.number, i.title, l.how, l.incident_id = ${incidentId}::uuid AS earlier, l.note, l.no_impact AS "noImpact"
    FROM incident_link l JOIN incident i ON i.org_id = l.org_id
      AND i.id = CASE WHEN l.incident_id = ${incidentId}::uuid THEN l.other_id ELSE l.incident_id END
    WHERE l.incident_id = ${incidentId}::uuid OR l.other_id = ${incidentId}::uuid ORDER BY i.number`.execute(
    trx,
  );
  return rows;
}

export async function putSystem(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  { asset, state }: SystemMark,
  at: Temporal.Instant,
): Promise<void> {
  const said = { state, changed_at: at.toString() };
  await trx
    .insertInto('incident_asset')
    .values({ org_id: orgId, incident_id: incidentId, asset_key: asset, ...said })
    .onConflict((c) => c.columns(['org_id', 'incident_id', 'asset_key']).doUpdateSet(said))
    .execute();
}

export async function systemsOf(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<{ asset: string; state: SystemMark['state']; changedAt: Temporal.Instant }[]> {
  const rows = await trx
    .selectFrom('incident_asset')
    .select(['asset_key as asset', 'state', 'changed_at as changedAt'])
    .where('incident_id', '=', incidentId)
    .orderBy('asset_key')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as SystemMark['state'] }));
}

/** The systems that fail in an incident, by their keys. */
export const failedOf = async (trx: Transaction<Tables>, incidentId: string): Promise<string[]> =>
  (await systemsOf(trx, incidentId)).filter(({ state }) => FAILED.includes(state)).map(({ asset }) => asset);

/** Systems that fail in whatever real incident is open, those the caller cannot see included; never which incident it is. */
export async function failingAnywhere(trx: Transaction<Tables>): Promise<string[]> {
  const { rows } = await sql<{
    key: string;
  }>`SELECT asset_key AS key FROM failing_systems() ORDER BY 1`.execute(trx);
  return rows.map(({ key }) => key);
}

/** Of these, the systems that fail in an open incident the caller may see. */
export async function seenFailing(trx: Transaction<Tables>, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await trx
    .selectFrom('incident_asset as a')
    .innerJoin('incident as i', (j) =>
      j.onRef('i.org_id', '=', 'a.org_id').onRef('i.id', '=', 'a.incident_id'),
    )
    .select('a.asset_key as key')
    .distinct()
    .where('a.asset_key', 'in', keys)
    .where('a.state', 'in', FAILED)
    .where('i.state', '=', 'open')
    .where('i.drill', '=', false)
    .execute();
  return rows.map(({ key }) => key);
}

/** The incident that one was merged into, where it was. */
export async function mergedIntoOf(
  trx: Transaction<Tables>,
  id: string,
): Promise<{ id: string; number: number } | undefined> {
  const { rows } = await sql<{ id: string; number: number }>`
    SELECT o.id, o.number FROM incident i JOIN incident o ON o.org_id = i.org_id AND o.id = i.merged_into
    WHERE i.id = ${id}::uuid`.execute(trx);
  return rows[0];
}

/** Closed, and going on as another; what its rule tells of follows it there. */
export async function markMerged(
  trx: Transaction<Tables>,
  id: string,
  intoId: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('incident')
    .set({ state: 'closed', closed_at: at.toString(), merged_into: intoId })
    .where('id', '=', id)
    .execute();
  await trx.updateTable('incident').set({ merged_into: intoId }).where('merged_into', '=', id).execute();
}

export async function setShare(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  personId: string,
  shared: boolean,
): Promise<void> {
  if (shared) {
    await trx
      .insertInto('share')
      .values({ org_id: orgId, thing_kind: 'incident', thing_id: incidentId, person_id: personId })
      .onConflict((c) => c.doNothing())
      .execute();
    return;
  }
  await trx
    .deleteFrom('share')
    .where('thing_id', '=', incidentId)
    .where('person_id', '=', personId)
    .execute();
}

export async function sharedWith(trx: Transaction<Tables>, incidentId: string): Promise<string[]> {
  const rows = await trx.selectFrom('share').select('person_id').where('thing_id', '=', incidentId).execute();
  return rows.map(({ person_id }) => person_id);
}
