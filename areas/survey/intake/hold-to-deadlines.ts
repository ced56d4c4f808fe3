import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Tx } from '../../../database/transaction.ts';
import { saidIn } from '../content/rules.ts';
import type { ReportContent } from '../content/schema.ts';
import { deadlineEditions, deadlinesAt } from '../deadlines/index.ts';
import { duesOf, lateIn, nextOwed, type StageDue } from '../deadlines/rules.ts';
import type { StageDueView } from '../deadlines/schema.ts';
import { listsInForce } from '../editions/index.ts';
import { contentOf, findReport, type StoredReport, setDues, versionsOf } from './store.ts';

/** Whether a cause is told that somebody meant. */
async function isWrongful(trx: Transaction<Tables>, { causes }: ReportContent): Promise<boolean> {
  const told = new Set<string>(saidIn<readonly string[]>(causes) ?? []);
  const { causes: list } = await listsInForce(trx);
  return list.entries.some(({ key, malicious }) => malicious === true && told.has(key));
}

/** How each stage of a received report stands, by the edition it came under. */
export async function duesOfReport(
  trx: Transaction<Tables>,
  report: Pick<StoredReport, 'id' | 'submittedAt' | 'deadlines'>,
  content: ReportContent,
): Promise<{ readonly edition: number; readonly dues: readonly StageDue[] } | undefined> {
  if (!report.submittedAt) return undefined;
  const kept = (await deadlineEditions(trx)).find(({ edition }) => edition === report.deadlines);
  const { edition, deadlines } = kept ?? (await deadlinesAt(trx, report.submittedAt));
  const versions = (await versionsOf(trx, report.id))
    .toSorted((a, b) => a.version - b.version)
    .map(({ stage, submitted_at }) => ({ stage, at: submitted_at }));
  return { edition, dues: duesOf(deadlines, content.times, versions, await isWrongful(trx, content)) };
}

/** What of it is shown: overdue is seen when one looks. */
export const duesShown = (dues: readonly StageDue[], now: Temporal.Instant): StageDueView[] =>
  dues.map(({ stage, standing, dueAt, handedAt }) => ({
    stage,
    standing,
    dueAt: dueAt?.toString() ?? null,
    handedAt: handedAt?.toString() ?? null,
    overdue: standing === 'owed' && dueAt !== null && Temporal.Instant.compare(dueAt, now) <= 0,
  }));

/** A version came in: what is owed next and what came late is kept, so that lists find it. */
export async function holdToDeadlines(tx: Tx, reportId: string): Promise<void> {
  const report = await findReport(tx.sql, reportId);
  const content = report && (await contentOf(tx.sql, reportId, report.version));
  const held = content && (await duesOfReport(tx.sql, report, content));
  if (!held) return;
  const next = nextOwed(held.dues);
  await setDues(tx.sql, reportId, {
    edition: held.edition,
    stage: next?.stage ?? null,
    dueAt: next?.dueAt ?? null,
    late: lateIn(held.dues),
  });
}
