import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { enqueue } from '../../enqueue.ts';
import { jobOf } from './rules.ts';
import { releaseHeld } from './store.ts';

/** Timer: a channel was configured, so what was held back for want of it is sent, while it still matters. */
export async function releaseHeldAttempts(tx: Tx): Promise<void> {
  permit(tx.ctx, 'page.command');
  for (const { id: attemptId, channel } of await releaseHeld(tx.sql, tx.ctx.now))
    enqueue(tx, jobOf(channel), { attemptId }, { at: tx.ctx.now });
}
