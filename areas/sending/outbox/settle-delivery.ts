import type { Delivery } from '../../../channels/channel.ts';
import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { markFailing, markWorking } from '../channels/acts.ts';
import { type Callers, callerOf } from './caller.ts';
import { retryAfter } from './rules.ts';
import { lockBundle, lockMessage, moveMessages } from './store.ts';

/** What the door on the other side said, for the message and for all that it carried. */
export async function settleDelivery(
  tx: Tx,
  callers: Callers,
  messageId: string,
  delivery: Delivery,
): Promise<void> {
  const { ctx } = tx;
  const lead = await lockMessage(tx.sql, messageId);
  if (!lead) return;
  const caller = callerOf(callers, lead);
  const wait = delivery.state === 'failed' ? retryAfter(lead, delivery.tryAgain) : undefined;
  const bundle = await lockBundle(tx.sql, lead);
  for (const { id, state } of bundle) {
    // Answered while we were still talking to the mail server: the answer is the later and better news.
    if (state !== 'sending') continue;
    if (delivery.state === 'accepted') {
      const [accepted] = await moveMessages(tx.sql, [id], 'accept', ctx.now, { reason: delivery.reference });
      if (accepted) await caller.turned(tx, accepted, { event: 'accept', bundled: bundle.length - 1 });
    } else if (wait === undefined) {
      const { reason } = delivery;
      const [failed] = await moveMessages(tx.sql, [id], 'fail', ctx.now, { reason });
      if (failed) await caller.turned(tx, failed, { event: 'fail', reason });
    } else await moveMessages(tx.sql, [id], 'postpone', ctx.now, { reason: delivery.reason });
  }
  if (delivery.state === 'accepted' && (await markWorking(tx.sql, lead.channel)))
    record(tx, 'channel.recovered', { body: { channel: lead.channel } });
  // Refused for good is the address's fault; tried for nothing is the provider's.
  if (delivery.state === 'failed' && delivery.tryAgain && wait === undefined)
    await markFailing(tx.sql, lead.channel, ctx.now);
  if (wait === undefined) return;
  const retry = lead.urgent ? 'retry-urgent' : 'retry-routine';
  setTimer(tx, retry, messageId, { messageId }, { at: ctx.now.add({ seconds: wait }) });
}
