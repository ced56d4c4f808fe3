import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { enqueue } from '../../enqueue.ts';
import type { TimerBody } from '../../jobs.ts';
import { lockAttempt } from './store.ts';

/** Timer: tries a route again that failed for a passing reason. */
export async function retryAttempt(tx: Tx, { attemptId }: TimerBody<'retry-attempt'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const attempt = await lockAttempt(tx.sql, attemptId);
  if (attempt?.state === 'queued') enqueue(tx, 'deliver-attempt', { attemptId }, { at: tx.ctx.now });
}
