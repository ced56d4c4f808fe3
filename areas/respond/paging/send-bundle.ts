import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { enqueue } from '../../enqueue.ts';
import type { TimerBody } from '../../work.ts';
import { jobOf } from './rules.ts';
import { findAttempt, waitingFor } from './store.ts';

/** Timer: enough time has passed since the last message to an address; what waited for it goes out as one. */
export async function sendBundle(tx: Tx, { attemptId }: TimerBody<'send-bundle'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const asked = await findAttempt(tx.sql, attemptId);
  if (!asked) return;
  // The page of the one that set the timer may be over by now; then the next that waits carries the others. Whichever
  // is sent first takes the other along.
  const [next] = await waitingFor(tx.sql, asked);
  for (const { id } of [asked, ...(next ? [next] : [])])
    enqueue(tx, jobOf(asked.channel), { attemptId: id }, { at: tx.ctx.now });
}
