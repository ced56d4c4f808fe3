import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { BIN_ENDS, NOT_TOLD, type TypeCount } from './rules.ts';
import type { LeftOut, Span } from './schema.ts';

export interface Counted {
  readonly begins: Temporal.Instant;
  readonly ends: Temporal.Instant;
  readonly cutoff: Temporal.Instant;
}

const time = (at: Temporal.Instant): RawBuilder<Temporal.Instant> =>
  sql<Temporal.Instant>`${at.toString()}::timestamptz`;

/** What is counted: at most one row for each report. */
const counted = (trx: Transaction<Tables>, { begins, ends, cutoff }: Counted) =>
  trx
    .selectFrom('survey_passed')
    .where('submitted_at', '>=', time(begins))
    .where('submitted_at', '<', time(ends))
    .where('since', '<=', time(cutoff))
    .where('until', '>', time(cutoff));

const how = sql<number>`count(*)::integer`.as('count');

/** @param quarters when each begins, in order */
export const countTypes = (
  trx: Transaction<Tables>,
  of: Counted,
  quarters: readonly Temporal.Instant[],
): Promise<TypeCount[]> =>
  counted(trx, of)
    .select([
      sql<number>`width_bucket(submitted_at, ${quarters.map(String)}::timestamptz[]) - 1`.as('quarter'),
      sql<string>`coalesce(event_type, ${NOT_TOLD})`.as('eventType'),
      sql<string>`coalesce(sector, ${NOT_TOLD})`.as('sector'),
      how,
    ])
    .groupBy(sql`1, 2, 3`)
    .execute();

/** What reports give as causes, and kinds of systems concerned. */
export const countTallies = (
  trx: Transaction<Tables>,
  of: Counted,
): Promise<{ causes: string[] | null; systems: string[]; count: number }[]> =>
  counted(trx, of).select(['causes', 'systems', how]).groupBy(['causes', 'systems']).execute();

const quartiles = (column: 'to_notice' | 'to_report' | 'to_restore'): RawBuilder<number[] | null> =>
  sql<
    number[] | null
  >`(percentile_disc(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY ${sql.ref(column)}) FILTER (WHERE ${sql.ref(column)} >= 0))::double precision[]`;

/** Of each part: how many, and of how many that say anything about it; of each length its quartiles. */
export const countParts = (
  trx: Transaction<Tables>,
  of: Counted,
  { hours, level }: { readonly hours: number; readonly level: number },
) =>
  counted(trx, of)
    .select([
      sql<number>`(count(*) FILTER (WHERE to_report BETWEEN 0 AND ${hours * 3_600}))::integer`.as('onTime'),
      sql<number>`(count(*) FILTER (WHERE to_report >= 0))::integer`.as('ofOnTime'),
      sql<number>`(count(*) FILTER (WHERE reached))::integer`.as('reached'),
      sql<number>`count(reached)::integer`.as('ofReached'),
      sql<number>`(count(*) FILTER (WHERE measures))::integer`.as('measures'),
      sql<number>`count(*)::integer`.as('ofMeasures'),
      sql<number>`(count(*) FILTER (WHERE level >= ${level}))::integer`.as('severe'),
      sql<number>`count(level)::integer`.as('ofSevere'),
      sql<number>`(count(*) FILTER (WHERE level_missed))::integer`.as('levelMissed'),
      sql<number>`count(level_missed)::integer`.as('ofLevelMissed'),
      quartiles('to_notice').as('notice'),
      quartiles('to_report').as('report'),
      quartiles('to_restore').as('restore'),
    ])
    .executeTakeFirstOrThrow();

/** How long things took, in bins: of what is missing the bin is NULL, of what is too coarse −1. All of them by one scan. */
export const countBins = (
  trx: Transaction<Tables>,
  of: Counted,
): Promise<{ span: Span; bin: number | null; count: number }[]> => {
  const bin = (column: string) =>
    sql<number | null>`width_bucket(${sql.ref(column)}, ${[0, ...BIN_ENDS]}::bigint[]) - 1`;
  return trx
    .selectFrom(
      counted(trx, of)
        .select([
          bin('to_notice').as('notice'),
          bin('to_report').as('report'),
          bin('to_restore').as('restore'),
        ])
        .as('c'),
    )
    .select([
      sql<Span>`CASE WHEN grouping(notice) = 0 THEN 'notice' WHEN grouping(report) = 0 THEN 'report' ELSE 'restore' END`.as(
        'span',
      ),
      sql<number | null>`coalesce(notice, report, restore)`.as('bin'),
      how,
    ])
    .groupBy(sql`GROUPING SETS ((notice), (report), (restore))`)
    .execute();
};

/** Groups are fewer than the planner believes: with room for them nothing is sorted on the disk. */
export const takeRoom = async (trx: Transaction<Tables>): Promise<void> => {
  await sql`SELECT set_config('work_mem', '32MB', true)`.execute(trx);
};

/** Types in several windows at the same cut-off. */
export const countYears = (
  trx: Transaction<Tables>,
  windows: readonly { readonly begins: Temporal.Instant; readonly ends: Temporal.Instant }[],
  cutoff: Temporal.Instant,
): Promise<{ window: number; eventType: string; count: number }[]> =>
  trx
    .selectFrom('survey_passed')
    .innerJoin(
      sql<{ window: number; begins: Temporal.Instant; ends: Temporal.Instant }>`(
        SELECT n::integer AS "window", b AS begins, e AS ends
        FROM unnest(${windows.map((each) => each.begins.toString())}::timestamptz[],
          ${windows.map((each) => each.ends.toString())}::timestamptz[]) WITH ORDINALITY AS t(b, e, n))`.as(
        'w',
      ),
      (join) => join.on(sql<boolean>`submitted_at >= w.begins AND submitted_at < w.ends`),
    )
    .where('since', '<=', time(cutoff))
    .where('until', '>', time(cutoff))
    .select([
      sql<number>`w."window" - 1`.as('window'),
      sql<string>`coalesce(event_type, ${NOT_TOLD})`.as('eventType'),
      how,
    ])
    .groupBy(sql`1, 2`)
    .execute();

/**
 * Reports first submitted within the window, and those that are left out before anybody asks for a verdict, each as it was known
 * at the cut-off.
 */
export async function countSubmitted(
  trx: Transaction<Tables>,
  { begins, ends, cutoff }: Counted,
): Promise<{ submitted: number } & Record<Exclude<LeftOut, 'notPassed'>, number>> {
  const { rows } = await sql<{ submitted: number } & Record<Exclude<LeftOut, 'notPassed'>, number>>`
    WITH asked AS (SELECT org_id, id, state, place FROM survey_report
      WHERE submitted_at >= ${time(begins)} AND submitted_at < ${time(ends)}),
    changed AS (SELECT s.report_id, bool_or(s.since <= ${time(cutoff)}) AS then,
        (array_agg(s.withdrawn ORDER BY s.since DESC) FILTER (WHERE s.since <= ${time(cutoff)}))[1] AS withdrawn,
        (array_agg(s.place ORDER BY s.since DESC) FILTER (WHERE s.since <= ${time(cutoff)}))[1] AS place
      FROM survey_standing s JOIN asked a ON a.org_id = s.org_id AND a.id = s.report_id GROUP BY s.report_id),
    stood AS (SELECT r.org_id, r.id,
        CASE WHEN c.report_id IS NULL THEN r.state = 'withdrawn' ELSE c.then AND c.withdrawn END AS withdrawn,
        CASE WHEN c.report_id IS NULL THEN r.place = 'supplement' ELSE c.then AND c.place = 'supplement' END AS supplement
      FROM asked r LEFT JOIN changed c ON c.report_id = r.id)
    SELECT count(*)::integer AS submitted, (count(*) FILTER (WHERE withdrawn))::integer AS withdrawn,
      (count(*) FILTER (WHERE NOT withdrawn AND supplement))::integer AS supplement,
      (SELECT count(*)::integer FROM survey_report_version v JOIN stood s ON s.org_id = v.org_id AND s.id = v.report_id
        WHERE v.version = 1 AND v.received_at > ${time(cutoff)} AND NOT s.withdrawn AND NOT s.supplement) AS late
    FROM stood`.execute(trx);
  const [counts] = rows;
  if (!counts) throw new Error('a count is one row');
  return counts;
}
