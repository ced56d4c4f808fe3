import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer } from '../../enqueue.ts';
import type { TimerBody } from '../../jobs.ts';
import { record } from '../../record.ts';
import { endPage, unansweredPages } from './store.ts';

/** Timer: the incident is over (or hidden from those who are asked), so nobody needs to be asked any more. */
export async function stopPages(tx: Tx, { incidentId }: TimerBody<'stop-pages'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  for (const { id } of await unansweredPages(tx.sql, incidentId)) {
    await endPage(tx.sql, id, 'stopped', tx.ctx.now, null);
    await cancelTimer(tx, 'escalate-page', id);
    record(tx, 'page.stopped', { incidentId, body: { pageId: id } });
  }
}
