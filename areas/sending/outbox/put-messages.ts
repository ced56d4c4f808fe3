import { channelKind } from '../../../channels/registry.ts';
import type { Tx } from '../../../database/transaction.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { enqueue, setTimer } from '../../enqueue.ts';
import { jobOf } from './rules.ts';
import type { MessageRow, NewMessage, Purpose } from './schema.ts';
import { insertMessages } from './store.ts';

/**
 * Puts messages into the outbox in the caller's transaction, which records what they are about. They leave once it has
 * committed, or when they may.
 * @returns ids of those that are new: one that was put before is not put again
 */
export async function putMessages(
  tx: Tx,
  purpose: Purpose,
  wanted: readonly NewMessage[],
): Promise<string[]> {
  const { ctx } = tx;
  const named = wanted.map((message) => ({
    ...message,
    id: message.id ?? ctx.newId(),
    // Kept as a hash: what makes two the same may hold an address.
    once: message.once === undefined ? undefined : hashOf(message.once),
  }));
  const made = new Set(await insertMessages(tx.sql, ctx.orgId, purpose, named, ctx.now));
  if (!purpose.urgent && made.size > 0) auditLater(tx);
  for (const { id, channel, held, leavesAt, first } of named) {
    if (!made.has(id) || held !== undefined) continue;
    if (leavesAt && Temporal.Instant.compare(leavesAt, ctx.now) > 0)
      setTimer(tx, 'send-message', id, { messageId: id }, { at: leavesAt });
    else sendNow(tx, { id, channel, urgent: purpose.urgent }, { first });
  }
  return [...made];
}

const AUDIT_AFTER = { minutes: 10 } as const;

/** Without a key of its own: a steady stream of messages does not put it off, and the first to run takes the others along. */
export const auditLater = (tx: Tx): void =>
  setTimer(tx, 'audit-outbox', undefined, {}, { at: tx.ctx.now.add(AUDIT_AFTER) });

/**
 * Enqueues the job that sends a message; it may run twice, and one that is settled is left alone.
 * @param how.first it goes before what else waits in its queue
 */
export function sendNow(
  tx: Tx,
  { id, channel, urgent }: Pick<MessageRow, 'id' | 'channel' | 'urgent'>,
  how: { pauseSeconds?: number; first?: boolean | undefined } = {},
): void {
  const lane = channelKind(channel)?.lane ?? 'mail';
  enqueue(tx, jobOf(urgent, lane), { messageId: id }, { ...how, at: tx.ctx.now });
}
