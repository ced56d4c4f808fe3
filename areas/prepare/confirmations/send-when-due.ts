import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { enqueue, setTimer } from '../../enqueue.ts';
import type { TimerBody } from '../../work.ts';
import { queueHeld } from './store.ts';

/** Timer: the hour has come at which the question may disturb. */
export async function sendWhenDue(tx: Tx, body: TimerBody<'send-confirmation'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  enqueue(tx, 'deliver-confirmation', body, { at: tx.ctx.now });
}

/** Timer: a mail server was set up, so what waited for one is sent, while it still matters. */
export async function releaseHeldQuestions(tx: Tx): Promise<void> {
  permit(tx.ctx, 'page.command');
  for (const id of await queueHeld(tx.sql, tx.ctx.now))
    setTimer(tx, 'send-confirmation', id, { confirmationId: id }, { at: tx.ctx.now });
}
