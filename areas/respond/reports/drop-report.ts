import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { endMatter } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { inLine } from './in-line.ts';
import { lockReport, markNotNeeded } from './store.ts';

/** Says that a report is not owed after all, and why. */
export async function dropReport(ctx: Context, id: string, reason: string): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.state !== 'due') throw new Fault('conflict');
    await markNotNeeded(tx.sql, id, reason);
    await cancelTimer(tx, 'remind-report', id);
    await endMatter(tx, report.incidentId, matterOf.report(id));
    record(tx, 'report.not-needed', {
      incidentId: report.incidentId,
      body: { ...(await inLine(tx.sql, report)), reason },
    });
  });
}
