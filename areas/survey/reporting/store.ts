import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type ReportContent, reportContent, type Stage } from '../content/schema.ts';
import type { Verdict } from '../intake/schema.ts';
import type { OwnFilter, OwnSummary } from './schema.ts';

export interface OwnReport {
  readonly id: string;
  readonly incidentId: string | null;
  readonly peerId: string | null;
  readonly title: string;
  readonly draft: ReportContent | null;
  readonly draftSeen: number;
  readonly version: number;
  readonly stage: Stage | null;
  readonly number: number | null;
  readonly verdict: Verdict | null;
  readonly reason: string;
  /** Why the recipient no longer counts it; null where it does. */
  readonly withdrawnReason: string | null;
  readonly changedAt: Temporal.Instant;
}

const REPORT = [
  'id',
  'incident_id as incidentId',
  'peer_id as peerId',
  'title',
  'draft',
  'draft_seen as draftSeen',
  'version',
  'stage',
  'number',
  'verdict',
  'reason',
  'withdrawn_reason as withdrawnReason',
  'changed_at as changedAt',
] as const;

// Stored before a field existed: what it says is read by the shape as it is now, here and nowhere else.
const read = <T extends { readonly draft: ReportContent | null }>(row: T): T => ({
  ...row,
  draft: row.draft && reportContent.parse(row.draft),
});

export async function findOwn(trx: Transaction<Tables>, id: string): Promise<OwnReport | undefined> {
  const row = await trx.selectFrom('own_report').select(REPORT).where('id', '=', id).executeTakeFirst();
  return row && read(row);
}

export async function lockOwn(trx: Transaction<Tables>, id: string): Promise<OwnReport | undefined> {
  const row = await trx
    .selectFrom('own_report')
    .select(REPORT)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && read(row);
}

export async function insertOwn(
  trx: Transaction<Tables>,
  orgId: string,
  report: {
    readonly id: string;
    readonly incidentId: string | null;
    readonly peerId: string | null;
    readonly content: ReportContent;
  },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('own_report')
    .values({
      org_id: orgId,
      id: report.id,
      incident_id: report.incidentId,
      peer_id: report.peerId,
      title: report.content.title,
      draft: JSON.stringify(report.content),
      draft_seen: 0,
      version: 0,
      reason: '',
      changed_at: at.toString(),
    })
    .execute();
}

/** What changes of a report, with the moment it did. */
export async function updateOwn(
  trx: Transaction<Tables>,
  id: string,
  changed: {
    readonly draft?: ReportContent | null;
    readonly draft_seen?: number;
    readonly peer_id?: string | null;
    readonly version?: number;
    readonly stage?: Stage | null;
    readonly number?: number;
    readonly verdict?: Verdict;
    readonly reason?: string;
    readonly withdrawn_reason?: string;
    readonly title?: string;
  },
  at: Temporal.Instant,
): Promise<void> {
  const { draft, ...rest } = changed;
  await trx
    .updateTable('own_report')
    .set({
      ...rest,
      ...(draft !== undefined && { draft: draft && JSON.stringify(draft) }),
      changed_at: at.toString(),
    })
    .where('id', '=', id)
    .execute();
}

/** The newest first. */
export async function versionsOf(trx: Transaction<Tables>, reportId: string) {
  const rows = await trx
    .selectFrom('own_report_version')
    .select(['version', 'stage', 'content', 'package_id', 'outcome', 'reason', 'sent_at', 'settled_at'])
    .where('report_id', '=', reportId)
    .orderBy('sent_at', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ content, ...rest }) => ({ ...rest, content: reportContent.parse(content) }));
}

export async function insertVersion(
  trx: Transaction<Tables>,
  orgId: string,
  version: {
    readonly reportId: string;
    readonly version: number;
    readonly stage: Stage;
    readonly content: ReportContent;
    readonly packageId: string;
  },
  at: Temporal.Instant,
): Promise<void> {
  const { reportId, packageId, content, ...rest } = version;
  await trx
    .insertInto('own_report_version')
    .values({
      org_id: orgId,
      report_id: reportId,
      package_id: packageId,
      content: JSON.stringify(content),
      reason: '',
      sent_at: at.toString(),
      ...rest,
    })
    .execute();
}

/** @returns which version of which report the recipient signed for */
export async function settleVersion(
  trx: Transaction<Tables>,
  packageId: string,
  outcome: 'taken' | 'refused',
  reason: string,
  at: Temporal.Instant,
): Promise<{ reportId: string; version: number } | undefined> {
  return trx
    .updateTable('own_report_version')
    .set({ outcome, reason, settled_at: at.toString() })
    .where('package_id', '=', packageId)
    .returning(['report_id as reportId', 'version'])
    .executeTakeFirst();
}

export const questionsOf = (trx: Transaction<Tables>, reportId: string) =>
  trx
    .selectFrom('own_question')
    .select([
      'id',
      'number',
      'field',
      'text',
      'asked_at as askedAt',
      'answer',
      'answered_at as answeredAt',
      'answered_by as answeredBy',
      'dropped_at as droppedAt',
    ])
    .where('report_id', '=', reportId)
    .orderBy('number')
    .execute();

export async function insertQuestion(
  trx: Transaction<Tables>,
  orgId: string,
  question: {
    readonly reportId: string;
    readonly id: string;
    readonly number: number;
    readonly field: string | null;
    readonly text: string;
  },
  at: Temporal.Instant,
): Promise<void> {
  const { reportId, ...rest } = question;
  await trx
    .insertInto('own_question')
    .values({ org_id: orgId, report_id: reportId, asked_at: at.toString(), answered_by: '', ...rest })
    .execute();
}

/** A question that still wants an answer; one that was answered or dropped stays as it is. */
const unanswered = (trx: Transaction<Tables>, reportId: string, id: string) =>
  trx
    .updateTable('own_question')
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .where('dropped_at', 'is', null)
    .returning('number');

/** It needs no answer any more. @returns its number, or nothing where it wanted none */
export async function setDropped(
  trx: Transaction<Tables>,
  reportId: string,
  id: string,
  at: Temporal.Instant,
): Promise<number | undefined> {
  const dropped = unanswered(trx, reportId, id).set({ dropped_at: at.toString() });
  return (await dropped.executeTakeFirst())?.number;
}

/** @returns its number, or nothing where it is not there or wanted none */
export async function setAnswer(
  trx: Transaction<Tables>,
  reportId: string,
  id: string,
  answer: string,
  by: string,
  at: Temporal.Instant,
): Promise<number | undefined> {
  const answered = unanswered(trx, reportId, id).set({
    answer,
    answered_by: by,
    answered_at: at.toString(),
  });
  return (await answered.executeTakeFirst())?.number;
}

export async function listOwn(
  trx: Transaction<Tables>,
  filter: OwnFilter,
): Promise<{ reports: OwnSummary[]; next: string | null }> {
  const [beforeAt, beforeId] = filter.before?.split('~') ?? [];
  const rows = await trx
    .selectFrom('own_report as r')
    .select([
      'r.id',
      'r.incident_id as incidentId',
      'r.peer_id as peerId',
      'r.title',
      'r.version',
      'r.stage',
      'r.number',
      'r.verdict',
      'r.reason',
      'r.withdrawn_reason as withdrawnReason',
      'r.changed_at as changedAt',
    ])
    .select(
      sql<number>`(SELECT count(*)::integer FROM own_question q WHERE q.org_id = r.org_id AND q.report_id = r.id AND q.answered_at IS NULL AND q.dropped_at IS NULL)`.as(
        'openQuestions',
      ),
    )
    .$if(filter.incidentId !== undefined, (q) => q.where('r.incident_id', '=', filter.incidentId ?? ''))
    .$if(beforeId !== undefined, (q) =>
      q.where(
        sql<boolean>`(r.changed_at, r.id) < (${beforeAt ?? null}::timestamptz, ${beforeId ?? null}::uuid)`,
      ),
    )
    .orderBy('r.changed_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(filter.limit)
    .execute();
  const reports = rows.map((row) => ({ ...row, changedAt: row.changedAt.toString() }));
  const last = reports.length === filter.limit ? reports.at(-1) : undefined;
  return { reports, next: last ? `${last.changedAt}~${last.id}` : null };
}
