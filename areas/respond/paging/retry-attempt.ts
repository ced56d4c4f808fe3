import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { enqueue } from '../../enqueue.ts';
import type { TimerBody } from '../../work.ts';
import { jobOf } from './rules.ts';
import { findAttempt } from './store.ts';

/** Timer: tries a route again that failed for a passing reason. */
export async function retryAttempt(tx: Tx, { attemptId }: TimerBody<'retry-attempt'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  // Also one that was answered meanwhile: its message may carry others.
  const attempt = await findAttempt(tx.sql, attemptId);
  if (attempt) enqueue(tx, jobOf(attempt.channel), { attemptId }, { at: tx.ctx.now });
}
