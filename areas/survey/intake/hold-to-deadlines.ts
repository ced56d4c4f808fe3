import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { saidIn } from '../content/rules.ts';
import type { ReportContent } from '../content/schema.ts';
import { deadlinesOf } from '../deadlines/index.ts';
import { duesOf, lateIn, nextOwed, type StageDue } from '../deadlines/rules.ts';
import type { StageDueView } from '../deadlines/schema.ts';
import { listsInForce } from '../editions/index.ts';
import { type StoredReport, setDues, versionsOf } from './store.ts';

/** Whether a cause is told that somebody meant. */
async function isWrongful(trx: Transaction<Tables>, { causes }: ReportContent): Promise<boolean> {
  const told = new Set<string>(saidIn<readonly string[]>(causes) ?? []);
  const { causes: list } = await listsInForce(trx);
  return list.entries.some(({ key, malicious }) => malicious === true && told.has(key));
}

/** What of a report says by which edition it is held. */
type Held = Pick<StoredReport, 'id' | 'submittedAt' | 'deadlines'>;

/** How each stage of a received report stands, by the edition it came under. */
export async function duesOfReport(
  trx: Transaction<Tables>,
  { id, submittedAt, deadlines: bound }: Held,
  content: ReportContent,
): Promise<{ readonly edition: number; readonly dues: readonly StageDue[] } | undefined> {
  if (!submittedAt) return undefined;
  const { edition, deadlines } = await deadlinesOf(trx, { deadlines: bound, submittedAt });
  const versions = (await versionsOf(trx, id))
    .toSorted((a, b) => a.version - b.version)
    .map(({ stage, submitted_at }) => ({ stage, at: submitted_at }));
  const wrongful = deadlines.some((each) => each.wrongful) && (await isWrongful(trx, content));
  return { edition, dues: duesOf(deadlines, content.times, versions, wrongful) };
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
export async function holdToDeadlines(
  trx: Transaction<Tables>,
  report: Held,
  content: ReportContent,
): Promise<void> {
  const held = await duesOfReport(trx, report, content);
  if (!held) return;
  const next = nextOwed(held.dues);
  await setDues(trx, report.id, {
    edition: held.edition,
    stage: next?.stage ?? null,
    dueAt: next?.dueAt ?? null,
    late: lateIn(held.dues),
  });
}
