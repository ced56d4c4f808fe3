import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import type { TimerBody } from '../../work.ts';
import { sendNow } from './put-messages.ts';
import { findMessage, moveMessages, releasable } from './store.ts';

/** Timer: the hour has come at which a message may leave, or is tried again. */
export async function sendWhenDue(tx: Tx, { messageId }: TimerBody<'send-message'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  // Also one that was answered meanwhile: it may carry others.
  const message = await findMessage(tx.sql, messageId);
  if (message) sendNow(tx, message);
}

/** Timer: a channel was set up, so what waited for it leaves; whether it still matters is looked at then. */
export async function releaseHeld(tx: Tx): Promise<void> {
  permit(tx.ctx, 'page.command');
  const ids = await releasable(tx.sql);
  for (const message of await moveMessages(tx.sql, ids, 'release', tx.ctx.now, { reason: '' }))
    sendNow(tx, message);
}
