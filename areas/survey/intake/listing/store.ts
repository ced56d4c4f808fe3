import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { Stage } from '../../terms/words.ts';
import type { Door, Place, ReportFilter, ReportState, ReportSummary, Verdict } from '../schema.ts';

const summaries = (trx: Transaction<Tables>, now: Temporal.Instant) =>
  trx
    .selectFrom('survey_report as r')
    .leftJoin('survey_operator as o', (join) =>
      join.onRef('o.org_id', '=', 'r.org_id').onRef('o.id', '=', 'r.operator_id'),
    )
    .select([
      'r.id',
      'r.number',
      'r.state',
      'r.door',
      'r.title',
      'r.operator_name as operatorName',
      'r.operator_id as operatorId',
      sql<boolean>`o.verified_at IS NOT NULL`.as('verified'),
      'r.sector',
      'r.event_type as eventType',
      'r.version',
      'r.stage',
      'r.verdict',
      'r.submitted_at as submittedAt',
      'r.latest_at as latestAt',
      'r.event_id as eventId',
      'r.place',
      'r.due_stage as dueStage',
      'r.due_at as dueAt',
      'r.late_stages as lateStages',
      sql<boolean>`coalesce(r.due_at <= ${now.toString()}::timestamptz, false)`.as('overdue'),
    ]);

interface Times {
  submittedAt: Temporal.Instant | null;
  latestAt: Temporal.Instant;
  dueAt: Temporal.Instant | null;
}
const asListed = <T extends Times>(row: T) => ({
  ...row,
  dueAt: row.dueAt?.toString() ?? null,
  submittedAt: row.submittedAt?.toString() ?? null,
  latestAt: row.latestAt.toString(),
});

/** So many are looked through one by one; of more, the newest that fit are soon met. */
const FEW = 1_000;
async function mayHold(trx: Transaction<Tables>, said: string): Promise<readonly string[] | null> {
  const { rows } = await sql<{ ids: string[] | null }>`SELECT find_reports(${said}, ${FEW}) AS ids`.execute(
    trx,
  );
  return rows[0]?.ids ?? null;
}

const SPAN_COLUMNS = { notice: 'p.to_notice', report: 'p.to_report', restore: 'p.to_restore' } as const;

/** What statistics count at a cut-off, narrowed down to one of their figures: by what the report said then. */
function passedThen(filter: ReportFilter): RawBuilder<boolean> {
  const { passedAt, sector, eventType, causes, says, level, system, span, atLeast, under } = filter;
  const length = sql.ref(SPAN_COLUMNS[span ?? 'notice']);
  const also: RawBuilder<unknown>[] = [
    ...(sector === undefined ? [] : [sql`p.sector = ${sector}`]),
    ...(eventType === undefined ? [] : [sql`p.event_type = ${eventType}`]),
    ...(causes === undefined ? [] : [sql`p.causes && ${causes}::text[]`]),
    ...(system === undefined ? [] : [sql`p.systems @> ${[system]}::text[]`]),
    ...(level === undefined ? [] : [sql`p.level >= ${level}`]),
    ...(says === undefined ? [] : [sql.ref(`p.${SAYS_COLUMNS[says]}`)]),
    ...(span === undefined ? [] : [sql`${length} >= ${atLeast ?? 0}`]),
    ...(span === undefined || under === undefined ? [] : [sql`${length} < ${under}`]),
  ];
  return sql<boolean>`EXISTS (SELECT FROM survey_passed p WHERE p.org_id = r.org_id AND p.report_id = r.id
    AND p.since <= ${passedAt ?? null}::timestamptz AND p.until > ${passedAt ?? null}::timestamptz
    AND ${sql.join([sql`true`, ...also], sql` AND `)})`;
}
const SAYS_COLUMNS = { reached: 'reached', measures: 'measures', levelMissed: 'level_missed' } as const;

/** Newest first; `before` is time and id of the last one seen. */
export async function listReports(
  trx: Transaction<Tables>,
  filter: ReportFilter,
  now: Temporal.Instant,
): Promise<{ reports: Omit<ReportSummary, 'openQuestions'>[]; next: string | null }> {
  const [beforeAt, beforeId] = filter.before?.split('~') ?? [];
  const few = filter.search ? await mayHold(trx, filter.search) : null;
  const rows = await summaries(trx, now)
    .$if(filter.state !== 'any', (q) => q.where('r.state', '=', filter.state as ReportState))
    .$if(filter.verdict !== 'any', (q) => q.where('r.verdict', '=', filter.verdict as Verdict))
    .$if(filter.door !== 'any', (q) => q.where('r.door', '=', filter.door as Door))
    .$if(filter.place !== 'any', (q) => q.where('r.place', '=', filter.place as Place))
    .$if(filter.punctual === 'late', (q) => q.where('r.late_stages', '<>', sql<Stage[]>`'{}'`))
    .$if(filter.punctual === 'overdue', (q) =>
      q.where(sql<boolean>`r.due_at <= ${now.toString()}::timestamptz`),
    )
    .$if(filter.passedAt !== undefined, (q) => q.where(passedThen(filter)))
    .$if(filter.passedAt === undefined && filter.sector !== undefined, (q) =>
      q.where('r.sector', '=', filter.sector ?? ''),
    )
    .$if(filter.passedAt === undefined && filter.eventType !== undefined, (q) =>
      q.where('r.event_type', '=', filter.eventType ?? ''),
    )
    .$if(filter.operatorId !== undefined, (q) => q.where('r.operator_id', '=', filter.operatorId ?? ''))
    .$if(filter.from !== undefined, (q) =>
      q.where('r.submitted_at', '>=', sql<Temporal.Instant>`${filter.from}::timestamptz`),
    )
    .$if(filter.until !== undefined, (q) =>
      q.where('r.submitted_at', '<', sql<Temporal.Instant>`${filter.until}::timestamptz`),
    )
    .$if(few !== null, (q) => q.where(sql<boolean>`r.id = ANY (${few ?? []}::uuid[])`))
    .$if(filter.search !== undefined, (q) =>
      q.where(sql<boolean>`r.folded LIKE ALL (find_patterns(find_words(${filter.search ?? ''})))`),
    )
    .$if(beforeId !== undefined, (q) =>
      q.where(
        sql<boolean>`(r.latest_at, r.id) < (${beforeAt ?? null}::timestamptz, ${beforeId ?? null}::uuid)`,
      ),
    )
    .orderBy('r.latest_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(filter.limit)
    .execute();
  const reports = rows.map(asListed);
  const last = reports.length === filter.limit ? reports.at(-1) : undefined;
  return { reports, next: last ? `${last.latestAt}~${last.id}` : null };
}

/** The list entry of one report. */
export async function summaryOf(
  trx: Transaction<Tables>,
  id: string,
  now: Temporal.Instant,
): Promise<Omit<ReportSummary, 'openQuestions'> | undefined> {
  const row = await summaries(trx, now).where('r.id', '=', id).executeTakeFirst();
  return row && asListed(row);
}
