import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { absorb } from '../../enqueue.ts';
import { auditLater, sendNow } from './put-messages.ts';
import { routineMessages } from './store.ts';

/** So long a message may be under way: its job is taken up again within seconds when a process dies. */
const LOST_AFTER = { minutes: 10 } as const;

/**
 * Timer: a message that nobody sends any more, for its job failed too often or was lost, is sent again under the same id.
 * It runs as long as there is something that has not settled.
 */
export async function auditOutbox(tx: Tx): Promise<void> {
  permit(tx.ctx, 'page.command');
  await absorb(tx, 'audit-outbox');
  const { lost, any } = await routineMessages(tx.sql, tx.ctx.now.subtract(LOST_AFTER));
  for (const message of lost) sendNow(tx, { ...message, id: message.bundleId ?? message.id });
  if (any) auditLater(tx);
}
