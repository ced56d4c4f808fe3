import type { z } from 'zod';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { lending, permit } from '../../../kernel/permit.ts';
import { keepReading } from '../intake/acts.ts';
import type { ratedReport } from './schema.ts';
import { ratedReportOf } from './store.ts';

/** The report a candidate is rated by, for whoever rates it: reading it is written down as at the desk. */
export async function readRated(
  ctx: Context,
  cycleId: string,
  eventId: string,
): Promise<z.infer<typeof ratedReport>> {
  permit(ctx, 'survey.rate');
  // The view holds it to the candidates of one's own sheet; lent is what writes the reading down.
  return inTransaction(lending(ctx, 'survey.intake'), async (tx) => {
    const found = await ratedReportOf(tx.sql, cycleId, eventId);
    if (!found) throw new Fault('not-found');
    const { reportId, submittedAt, ...report } = found;
    await keepReading(tx, reportId, report.version, 'read');
    return { ...report, submittedAt: submittedAt.toString() };
  });
}
