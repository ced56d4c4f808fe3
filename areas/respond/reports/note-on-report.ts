import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { refuseBefore } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { inLine } from './in-line.ts';
import { reclock } from './run-clock.ts';
import type { ReportNoted } from './schema.ts';
import { lockReport, setReceipt } from './store.ts';
import { SUBMITTED } from './words.ts';

const SUBMISSION = { ja: '提出', en: 'it was submitted' };

/** Notes the receipt that came later, or by when the authority wants a report where no law says. */
export async function noteOnReport(ctx: Context, id: string, { receipt, dueAt }: ReportNoted): Promise<void> {
  permit(ctx, 'report.submit');
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    const { incidentId, state } = report;
    if (dueAt !== undefined) {
      if (state !== 'due') throw new Fault('conflict', { detail: SUBMITTED });
      await reclock(tx, report, {
        startsAt: report.startsAt,
        dueAt: Temporal.Instant.from(dueAt),
        clock: 'authority',
      });
    }
    if (receipt !== undefined) {
      if (state !== 'submitted')
        throw invalidField('receipt', {
          ja: '提出後に記録してください',
          en: 'It has not been submitted yet',
        });
      refuseBefore(ctx, report.submittedAt ? { at: report.submittedAt } : undefined, SUBMISSION);
      await setReceipt(tx.sql, id, receipt);
      record(tx, 'report.receipt-noted', {
        incidentId,
        body: { ...(await inLine(tx.sql, report)), receipt },
      });
    }
  });
}
