import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import { reportContent } from '../../content/schema.ts';

const ABOUT = { hours: 45 * 24 } as const;
const MOST_ABOUT = 500;

/** What a report near in time is compared by, and shown as; nothing more of what it says is read. */
interface Near {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly operatorName: string;
  readonly eventId: string;
  readonly at: Temporal.Instant | null;
  readonly outline: string;
  readonly names: readonly string[];
}

/** Reports of other events placed about a time, those nearest to it; by their newest versions. */
export async function reportsNear(
  trx: Transaction<Tables>,
  time: Temporal.Instant,
  eventId: string | null,
): Promise<Near[]> {
  const placed = sql`coalesce(r.occurred_at, r.noticed_at, r.submitted_at)`;
  const { rows } = await sql<Near>`
    WITH near AS MATERIALIZED (
      SELECT r.org_id, r.id, r.number, r.title, r.operator_name, r.event_id, r.version, coalesce(r.occurred_at, r.noticed_at) AS at
      FROM survey_report r WHERE r.state = 'received' AND r.event_id IS DISTINCT FROM ${eventId}::uuid
        AND ${placed} BETWEEN ${time.subtract(ABOUT).toString()}::timestamptz AND ${time.add(ABOUT).toString()}::timestamptz
      ORDER BY abs(extract(epoch FROM ${placed} - ${time.toString()}::timestamptz)), r.id LIMIT ${MOST_ABOUT})
    SELECT n.id, n.number, n.title, n.operator_name AS "operatorName", n.event_id AS "eventId", n.at,
      CASE WHEN v.content->'outline'->>'is' = 'value' THEN v.content->'outline'->>'value' ELSE '' END AS outline,
      ARRAY(SELECT each->>'name' FROM json_array_elements(coalesce(v.content->'parties', '[]')) AS each
        UNION ALL SELECT each->>'name' FROM json_array_elements(coalesce(v.content->'systems', '[]')) AS each) AS names
    FROM near n JOIN survey_report_version v ON v.org_id = n.org_id AND v.report_id = n.id AND v.version = n.version`.execute(
    trx,
  );
  return rows;
}

/** What every report of an event that was received and not withdrawn says, version by version, the oldest first. */
export async function toldOfEvent(trx: Transaction<Tables>, eventId: string) {
  const rows = await trx
    .selectFrom('survey_report as r')
    .innerJoin('survey_report_version as v', (join) =>
      join.onRef('v.org_id', '=', 'r.org_id').onRef('v.report_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.title', 'r.place', 'v.version', 'v.content'])
    .select(sql<number>`r.number`.as('number'))
    .where('r.event_id', '=', eventId)
    .where('r.state', '=', 'received')
    .orderBy('r.number')
    .orderBy('v.version')
    .execute();
  return [...new Set(rows.map(({ id }) => id))].flatMap((id) => {
    const own = rows.filter((row) => row.id === id);
    const [first] = own;
    if (!first) return [];
    const { number, title, place } = first;
    const versions = own.map(({ version, content }) => ({ version, content: reportContent.parse(content) }));
    return [{ id, number, title, place, versions }];
  });
}

/** What the primary reports of events call them, by the event. */
export async function titlesOfEvents(
  trx: Transaction<Tables>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly number: number | null }>> {
  if (eventIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('survey_report')
    .select(['title', 'number'])
    .select(sql<string>`event_id`.as('eventId'))
    .where('event_id', 'in', eventIds)
    .where('place', '=', 'primary')
    .execute();
  return new Map(rows.map(({ eventId, title, number }) => [eventId, { title, number }]));
}

/**
 * Operators whose reports told of an event, withdrawn ones too: what they said may stand in what was drafted of it. A report that
 * nobody matched to an operator is told of: whose it is has to be found out first.
 */
export async function operatorsOfEvent(
  trx: Transaction<Tables>,
  eventId: string,
): Promise<{ readonly ids: string[]; readonly unmatched: boolean }> {
  const rows = await trx
    .selectFrom('survey_report')
    .select('operator_id')
    .distinct()
    .where('event_id', '=', eventId)
    .where('number', 'is not', null)
    .orderBy('operator_id')
    .execute();
  return {
    ids: rows.flatMap(({ operator_id }) => operator_id ?? []),
    unmatched: rows.some(({ operator_id }) => operator_id === null),
  };
}

/** Organisations that sent packages with reports of an event. */
export async function peersOfEvent(trx: Transaction<Tables>, eventId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('survey_report')
    .select('peer_id')
    .distinct()
    .where('event_id', '=', eventId)
    .where('peer_id', 'is not', null)
    .orderBy('peer_id')
    .execute();
  return rows.flatMap(({ peer_id }) => peer_id ?? []);
}

/** Organisations that sent packages with reports which were placed with an operator. */
export async function peersOfOperator(trx: Transaction<Tables>, operatorId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('survey_report')
    .select('peer_id')
    .distinct()
    .where('operator_id', '=', operatorId)
    .where('peer_id', 'is not', null)
    .orderBy('peer_id')
    .execute();
  return rows.flatMap(({ peer_id }) => peer_id ?? []);
}

interface Moments {
  readonly begins: Temporal.Instant;
  readonly ends: Temporal.Instant;
}
const time = (at: Temporal.Instant) => sql<Temporal.Instant>`${at.toString()}::timestamptz`;

/** Who supplied or kept what failed, as search folds their names. */
const suppliersFolded = sql<string[]>`ARRAY(
  SELECT DISTINCT find_fold(p->>'name') FROM survey_report_version v, json_array_elements(v.content->'parties') p
  WHERE v.org_id = survey_report.org_id AND v.report_id = survey_report.id AND v.version = survey_report.version
    AND p->>'kind' IN ('contractor', 'supplier') AND p->>'withdrawn' IS NULL)`;

/** Events whose leading report was submitted within the window. */
export const eventsWithin = (trx: Transaction<Tables>, { begins, ends }: Moments) =>
  trx
    .selectFrom('survey_report')
    .select([
      'event_id as eventId',
      'number',
      'title',
      'operator_id as operatorId',
      'sector',
      'causes',
      'reached',
      'event_type as eventType',
      'submitted_at as submittedAt',
      'verdict',
      'state',
    ])
    .select(suppliersFolded.as('suppliers'))
    .where('place', '=', 'primary')
    .where('number', 'is not', null)
    .where('submitted_at', '>=', time(begins))
    .where('submitted_at', '<', time(ends))
    .$narrowType<{ eventId: string; number: number; submittedAt: Temporal.Instant }>()
    .orderBy('number')
    .execute();

/** How many were submitted before the window, and after it. */
export const eventsOutside = (trx: Transaction<Tables>, { begins, ends }: Moments) =>
  trx
    .selectFrom('survey_report')
    .select([
      sql<number>`(count(*) FILTER (WHERE submitted_at < ${time(begins)}))::integer`.as('before'),
      sql<number>`(count(*) FILTER (WHERE submitted_at >= ${time(ends)}))::integer`.as('after'),
    ])
    .where('place', '=', 'primary')
    .where('number', 'is not', null)
    .executeTakeFirstOrThrow();
