import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type StageDue, stillInTime } from '../deadlines/rules.ts';
import { contentOf, duesOfReport, type StoredReport } from '../intake/index.ts';

/** What can still be submitted of a report in time; nothing of one that was withdrawn or is not ours. */
export async function owedInTime(
  trx: Transaction<Tables>,
  report: StoredReport | undefined,
  now: Temporal.Instant,
): Promise<StageDue[]> {
  if (report?.state !== 'received' || report.verdict === 'notOurs') return [];
  const content = await contentOf(trx, report.id, report.version);
  const held = content && (await duesOfReport(trx, report, content));
  return stillInTime(held?.dues ?? [], now);
}
