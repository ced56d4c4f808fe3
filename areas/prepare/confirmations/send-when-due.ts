import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { enqueue } from '../../enqueue.ts';
import type { TimerBody } from '../../jobs.ts';

/** Timer: the hour has come at which the question may disturb. */
export async function sendWhenDue(tx: Tx, body: TimerBody<'send-confirmation'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  enqueue(tx, 'deliver-confirmation', body, { at: tx.ctx.now });
}
