import { sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import { Fault } from '../../../kernel/errors.ts';
import { likeAnywhere } from '../../../kernel/text.ts';
import type { NamedFilter } from '../../lists/schema.ts';
import type { Situation } from '../../prepare/plans/schema.ts';
import type {
  IncidentFilter,
  IncidentLink,
  IncidentState,
  IncidentView,
  linkView,
  Matcher,
  NewRule,
  RuleView,
  SystemMark,
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
  const pattern = likeAnywhere(filter.search ?? '');
  const rows = await incidents(trx)
    .$if(filter.state !== 'any', (q) => q.where('i.state', '=', filter.state as IncidentState))
    .$if(filter.search !== undefined, (q) =>
      q.where((e) => e.or([e('i.title', 'ilike', pattern), sql<boolean>`i.number::text ILIKE ${pattern}`])),
    )
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

/** Locks an incident; two acts on one incident happen one after the other. */
export async function lockIncident(
  trx: Transaction<Tables>,
  id: string,
): Promise<{ id: string; state: IncidentState; title: string } | undefined> {
  return trx
    .selectFrom('incident')
    .select(['id', 'state', 'title'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * The same for what is done while an incident goes on.
 * @throws Fault `not-found`, or `conflict` when it is closed: it is reopened first
 */
export async function lockRunning(
  trx: Transaction<Tables>,
  id: string,
): Promise<{ id: string; state: IncidentState; title: string }> {
  const incident = await lockIncident(trx, id);
  if (!incident) throw new Fault('not-found');
  refuseClosed(incident);
  return incident;
}

/** @throws Fault `conflict`: nobody is given work in an incident that is over */
export function refuseClosed({ state }: { readonly state: IncidentState }): void {
  if (state === 'closed')
    throw new Fault('conflict', {
      detail: {
        ja: '終了済みです。必要なら対応を再開してください',
        en: 'The incident is closed: reopen it first',
      },
    });
}

/** The open incident that what a rule tells of belongs to; one that was merged into another goes on as that one. */
export async function openIncidentOf(
  trx: Transaction<Tables>,
  ruleId: string,
  groupKey: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT i.id FROM incident i
    WHERE i.state = 'open' AND ((i.rule_id = ${ruleId}::uuid AND i.group_key = ${groupKey}) OR EXISTS (
      SELECT 1 FROM incident m WHERE m.org_id = i.org_id AND m.merged_into = i.id
        AND m.rule_id = ${ruleId}::uuid AND m.group_key = ${groupKey}))
    ORDER BY i.number DESC LIMIT 1 FOR UPDATE OF i`.execute(trx);
  return rows[0]?.id;
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

/** @returns the signals that were not linked before */
export async function linkSignals(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  signalIds: readonly string[],
): Promise<string[]> {
  const rows = await trx
    .insertInto('incident_signal')
    .values(signalIds.map((signal_id) => ({ org_id: orgId, incident_id: incidentId, signal_id })))
    .onConflict((c) => c.doNothing())
    .returning('signal_id')
    .execute();
  return rows.map(({ signal_id }) => signal_id);
}

/** @returns whether it was there */
export async function unlinkSignals(
  trx: Transaction<Tables>,
  incidentId: string,
  signalId: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('incident_signal')
    .where('incident_id', '=', incidentId)
    .where('signal_id', '=', signalId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** @returns how many were not there already */
export async function moveSignals(
  trx: Transaction<Tables>,
  orgId: string,
  from: string,
  to: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO incident_signal (org_id, incident_id, signal_id)
    SELECT ${orgId}::uuid, ${to}::uuid, signal_id FROM incident_signal WHERE incident_id = ${from}::uuid
    ON CONFLICT DO NOTHING`.execute(trx);
  return Number(numAffectedRows ?? 0n);
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

export async function linkedSignals(
  trx: Transaction<Tables>,
  incidentId: string,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('incident_signal')
    .select('signal_id')
    .where('incident_id', '=', incidentId)
    .$if(after !== undefined, (q) => q.where('signal_id', '>', after ?? ''))
    .orderBy('signal_id')
    .limit(limit)
    .execute();
  return rows.map(({ signal_id }) => signal_id);
}

/** Takes the one place from which signals are weighed; undefined while another worker holds it. */
export async function lockWeighed(trx: Transaction<Tables>, orgId: string): Promise<number> {
  await trx
    .insertInto('weighed')
    .values({ org_id: orgId, seq: 0 })
    .onConflict((c) => c.doNothing())
    .execute();
  const row = await trx
    .selectFrom('weighed')
    .select('seq')
    .where('org_id', '=', orgId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.seq;
}

export async function moveWeighed(trx: Transaction<Tables>, orgId: string, seq: number): Promise<void> {
  await trx.updateTable('weighed').set({ seq }).where('org_id', '=', orgId).execute();
}

const RULE = [
  'id',
  'name',
  'matchers',
  'group_by as groupBy',
  'severity',
  'situation',
  'page',
  'enabled',
] as const;

const ruleOf = <R extends { matchers: unknown; situation: string | null }>(row: R) => ({
  ...row,
  matchers: row.matchers as Matcher[],
  situation: row.situation as Situation | null,
});

export async function listRules(trx: Transaction<Tables>): Promise<RuleView[]> {
  const rows = await trx.selectFrom('declare_rule').select(RULE).orderBy('position').orderBy('id').execute();
  return rows.map(ruleOf);
}

/** A page of rules in the order in which they are tried. */
export async function pageOfRules(trx: Transaction<Tables>, filter: NamedFilter): Promise<RuleView[]> {
  const rows = await trx
    .selectFrom('declare_rule')
    .select(RULE)
    .$if(filter.search !== undefined, (q) => q.where('name', 'ilike', likeAnywhere(filter.search ?? '')))
    .$if(filter.after !== undefined, (q) =>
      q.where(
        sql<boolean>`(position, id) > (SELECT position, id FROM declare_rule WHERE id = ${filter.after ?? ''}::uuid)`,
      ),
    )
    .orderBy('position')
    .orderBy('id')
    .limit(filter.limit)
    .execute();
  return rows.map(ruleOf);
}

export async function insertRule(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  rule: NewRule,
): Promise<void> {
  const last = await trx
    .selectFrom('declare_rule')
    .select((e) => e.fn.max('position').as('position'))
    .executeTakeFirst();
  await trx
    .insertInto('declare_rule')
    .values({ org_id: orgId, id, position: (last?.position ?? 0) + 1, ...columns(rule) })
    .execute();
}

export async function updateRule(trx: Transaction<Tables>, id: string, rule: NewRule): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('declare_rule')
    .set(columns(rule))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

const columns = (rule: NewRule) => ({
  name: rule.name,
  matchers: JSON.stringify(rule.matchers),
  group_by: rule.groupBy,
  severity: rule.severity,
  situation: rule.situation ?? null,
  page: rule.page,
  enabled: rule.enabled,
});

export async function deleteRule(trx: Transaction<Tables>, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('declare_rule')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
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
