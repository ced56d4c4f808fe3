import { sql, type Transaction } from 'kysely';
import { folded } from '../../../database/search.ts';
import type { Tables } from '../../../database/tables.ts';
import { saidIn } from '../content/rules.ts';
import {
  type Difference,
  type ReportContent,
  type ReportTime,
  reportContent,
  type Stage,
} from '../content/schema.ts';
import type { Door, Place, ReportState, Verdict } from './schema.ts';

export interface StoredReport {
  readonly id: string;
  readonly number: number | null;
  readonly state: ReportState;
  readonly door: Door;
  readonly operatorId: string | null;
  readonly version: number;
  readonly verdict: Verdict;
  readonly eventId: string | null;
  readonly place: Place;
  readonly submittedAt: Temporal.Instant | null;
  readonly draft: ReportContent | null;
  readonly draftSeen: number;
  readonly withdrawnReason: string;
  /** The edition of the deadlines it is held against; null of what was received before there were any. */
  readonly deadlines: number | null;
}
export interface NewVersion {
  readonly version: number;
  readonly stage: Stage;
  readonly door: Door;
  readonly sender: string;
  readonly content: ReportContent;
  readonly differences: readonly Difference[];
  readonly sha256: string;
  readonly submittedAt: Temporal.Instant;
}

const REPORT = [
  'id',
  'number',
  'state',
  'door',
  'operator_id as operatorId',
  'version',
  'verdict',
  'event_id as eventId',
  'place',
  'submitted_at as submittedAt',
  'draft',
  'draft_seen as draftSeen',
  'withdrawn_reason as withdrawnReason',
  'deadlines',
] as const;

// Stored before a field existed: what it says is read by the shape as it is now, here and nowhere else.
const read = <T extends { readonly draft: ReportContent | null }>(row: T): T => ({
  ...row,
  draft: row.draft && reportContent.parse(row.draft),
});

export async function findReport(trx: Transaction<Tables>, id: string): Promise<StoredReport | undefined> {
  const row = await trx.selectFrom('survey_report').select(REPORT).where('id', '=', id).executeTakeFirst();
  return row && read(row);
}

export async function lockReport(trx: Transaction<Tables>, id: string): Promise<StoredReport | undefined> {
  const row = await trx
    .selectFrom('survey_report')
    .select(REPORT)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && read(row);
}

const at = (time: ReportTime | undefined): string | null =>
  time ? Temporal.Instant.from(time.at).toString() : null;

/** What lists show, filter and count by, kept beside the versions so that no list reads contents. */
const listedBy = (content: ReportContent) => ({
  operator_name: content.operator.name,
  title: content.title,
  sector: saidIn(content.sector) ?? null,
  event_type: saidIn(content.eventType) ?? null,
  causes: [...(saidIn(content.causes) ?? [])],
  reached: [...(saidIn(content.effect.sectors) ?? [])],
  occurred_at: at(saidIn<ReportTime>(content.times.occurred)),
  noticed_at: at(saidIn<ReportTime>(content.times.noticed)),
  restored_at: at(saidIn<ReportTime>(content.times.restored)),
  survey_contact: saidIn(content.surveyContact) ?? null,
});
const searchedBy = (content: ReportContent, number: number | null) =>
  folded(
    [
      number === null ? '' : `r-${String(number).padStart(4, '0')}`,
      content.title,
      content.operator.name,
    ].join(' '),
  );

export async function insertReport(
  trx: Transaction<Tables>,
  orgId: string,
  report: {
    readonly id: string;
    readonly door: Door;
    readonly operatorId: string | null;
    readonly content: ReportContent;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await trx
    .insertInto('survey_report')
    .values({
      org_id: orgId,
      id: report.id,
      state: 'draft',
      door: report.door,
      operator_id: report.operatorId,
      ...listedBy(report.content),
      version: 0,
      verdict: 'inReview',
      latest_at: report.at.toString(),
      place: 'primary',
      draft: JSON.stringify(report.content),
      draft_seen: 0,
      withdrawn_reason: '',
      folded: searchedBy(report.content, null),
    })
    .execute();
}

/** Saves what is being written; of a report that was received, its list entry stays that of the newest version. */
export async function saveDraft(
  trx: Transaction<Tables>,
  report: StoredReport,
  content: ReportContent,
  now: Temporal.Instant,
): Promise<number> {
  const seen = report.draftSeen + 1;
  const unseen = report.state === 'draft';
  await trx
    .updateTable('survey_report')
    .set({ draft: JSON.stringify(content), draft_seen: seen })
    .$if(unseen, (q) =>
      q.set({ ...listedBy(content), latest_at: now.toString(), folded: searchedBy(content, null) }),
    )
    .where('id', '=', report.id)
    .execute();
  return seen;
}

/** The next receipt number: its row is locked to the end of the transaction, so that none is ever missing. */
export async function nextReceipt(trx: Transaction<Tables>, orgId: string): Promise<number> {
  const { last } = await trx
    .insertInto('survey_receipts')
    .values({ org_id: orgId, last: 1 })
    .onConflict((c) => c.column('org_id').doUpdateSet({ last: sql<number>`survey_receipts.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export async function insertVersion(
  trx: Transaction<Tables>,
  orgId: string,
  reportId: string,
  { content, differences, submittedAt, ...version }: NewVersion,
  now: Temporal.Instant,
): Promise<void> {
  const { sha256, stage, door, sender } = version;
  await trx
    .insertInto('survey_report_version')
    .values({
      org_id: orgId,
      report_id: reportId,
      version: version.version,
      stage,
      door,
      sender,
      sha256,
      content: JSON.stringify(content),
      differences: JSON.stringify(differences),
      submitted_at: submittedAt.toString(),
      received_at: now.toString(),
    })
    .execute();
}

/** A version is in: the list shows it, and what was being written is done. */
export async function showVersion(
  trx: Transaction<Tables>,
  report: StoredReport,
  { version, stage, door, content, submittedAt }: NewVersion,
  receipt: { readonly number: number; readonly eventId: string },
): Promise<void> {
  await trx
    .updateTable('survey_report')
    .set({
      ...listedBy(content),
      state: 'received',
      version,
      stage,
      verdict: 'inReview',
      latest_at: submittedAt.toString(),
      // What the desk is at stays, when another version comes from outside.
      ...((door !== 'package' || report.number === null) && { draft: null }),
      folded: searchedBy(content, receipt.number),
      ...(report.number === null && {
        number: receipt.number,
        submitted_at: submittedAt.toString(),
        event_id: receipt.eventId,
      }),
    })
    .where('id', '=', report.id)
    .execute();
}

/** What is owed next of a report and what came late, as its deadlines have it. */
export async function setDues(
  trx: Transaction<Tables>,
  id: string,
  due: {
    readonly edition: number;
    readonly stage: Stage | null;
    readonly dueAt: Temporal.Instant | null;
    readonly late: readonly Stage[];
  },
): Promise<void> {
  await trx
    .updateTable('survey_report')
    .set({
      deadlines: due.edition,
      due_stage: due.stage,
      due_at: due.dueAt?.toString() ?? null,
      late_stages: [...due.late],
    })
    .where('id', '=', id)
    .execute();
}

export async function contentOf(
  trx: Transaction<Tables>,
  reportId: string,
  version: number,
): Promise<ReportContent | undefined> {
  const row = await trx
    .selectFrom('survey_report_version')
    .select('content')
    .where('report_id', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && reportContent.parse(row.content);
}

export const versionsOf = (trx: Transaction<Tables>, reportId: string) =>
  trx
    .selectFrom('survey_report_version')
    .select(['version', 'stage', 'door', 'sender', 'differences', 'sha256', 'submitted_at', 'received_at'])
    .where('report_id', '=', reportId)
    .orderBy('version', 'desc')
    .execute();

export async function setVerdict(
  trx: Transaction<Tables>,
  orgId: string,
  given: {
    readonly id: string;
    readonly reportId: string;
    readonly version: number;
    readonly verdict: Verdict;
    readonly reason: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { reportId, at: when, ...rest } = given;
  await trx
    .insertInto('survey_verdict')
    .values({ org_id: orgId, report_id: reportId, at: when.toString(), ...rest })
    .execute();
  await trx.updateTable('survey_report').set({ verdict: given.verdict }).where('id', '=', reportId).execute();
}

export const verdictsOf = (trx: Transaction<Tables>, reportId: string) =>
  trx
    .selectFrom('survey_verdict')
    .select(['at', 'verdict', 'reason', 'by', 'version'])
    .where('report_id', '=', reportId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** `at` is when it stands so from: counts of an earlier moment stay as they were. */
export async function setWithdrawn(
  trx: Transaction<Tables>,
  id: string,
  reason: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_report')
    .set({
      due_stage: null,
      due_at: null,
      state: 'withdrawn',
      withdrawn_reason: reason,
      draft: null,
      stood_at: at.toString(),
    })
    .where('id', '=', id)
    .execute();
}

export async function setOperator(
  trx: Transaction<Tables>,
  id: string,
  operatorId: string | null,
): Promise<void> {
  await trx.updateTable('survey_report').set({ operator_id: operatorId }).where('id', '=', id).execute();
}

export async function reportsOfEvent(trx: Transaction<Tables>, eventId: string): Promise<StoredReport[]> {
  const rows = await trx
    .selectFrom('survey_report')
    .select(REPORT)
    .where('event_id', '=', eventId)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(read);
}

export async function setEvent(
  trx: Transaction<Tables>,
  id: string,
  eventId: string,
  place: Place,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_report')
    .set({ event_id: eventId, place, stood_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

/** Operators that have not ended and reported nothing since, those longest silent first. */
export const silentSince = (trx: Transaction<Tables>, since: Temporal.Instant) =>
  trx
    .selectFrom('survey_operator as o')
    .leftJoin('survey_report as r', (join) =>
      join
        .onRef('r.org_id', '=', 'o.org_id')
        .onRef('r.operator_id', '=', 'o.id')
        .on('r.state', '=', 'received'),
    )
    .select(['o.id', 'o.name', 'o.sector'])
    .select((e) => e.fn.max('r.latest_at').as('lastAt'))
    .where('o.ended_at', 'is', null)
    .groupBy(['o.org_id', 'o.id', 'o.name', 'o.sector'])
    .having(sql<boolean>`coalesce(max(r.latest_at), '-infinity') < ${since.toString()}::timestamptz`)
    .orderBy(sql`max(r.latest_at) IS NOT NULL`)
    .orderBy(sql`max(r.latest_at)`)
    .orderBy('o.name')
    .execute();
