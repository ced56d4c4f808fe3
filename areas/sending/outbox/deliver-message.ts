import type { Message } from '../../../channels/channel.ts';
import { channelKind } from '../../../channels/registry.ts';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { openChannel } from '../channels/index.ts';
import { type Callers, callerOf } from './caller.ts';
import { gather, releaseOthers } from './gather-messages.ts';
import { sendNow } from './put-messages.ts';
import type { MessageRow } from './schema.ts';
import { settleDelivery } from './settle-delivery.ts';
import { claimMessages, findMessage, lockAddress, lockMessage, moveMessages } from './store.ts';

interface Ready {
  readonly settings: Record<string, unknown>;
  readonly message: Message;
  readonly channel: string;
}

/** So long somebody may be at an address; whoever comes then steps aside, so that one that is frozen stops nobody else. */
const PATIENCE_MS = 500;
const STEP_ASIDE_SECONDS = 2;
const LOCK_TIMED_OUT = '55P03';

/**
 * Job: sends one message. It may run twice (a process died in between): a message that is settled is left alone, and one
 * that may have been sent is sent again under the same id, for a page twice is better than no page.
 */
export async function deliverMessage(
  callers: Callers,
  context: () => Context,
  { messageId }: { readonly messageId: string },
): Promise<void> {
  const before = context();
  permit(before, 'page.command');
  const ready = await inTransaction(before, (tx) => prepare(tx, callers, messageId)).catch(
    async (error: unknown) => {
      if ((error as { code?: unknown }).code !== LOCK_TIMED_OUT) throw error;
      await stepAside(context(), messageId);
    },
  );
  const kind = ready && channelKind(ready.channel);
  if (!kind) return;
  const delivery = await kind.deliver(ready.settings, ready.message);
  await inTransaction(context(), (tx) => settleDelivery(tx, callers, messageId, delivery));
}

const stepAside = (ctx: Context, messageId: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const message = await findMessage(tx.sql, messageId);
    if (message) sendNow(tx, message, { pauseSeconds: STEP_ASIDE_SECONDS });
  });

async function prepare(tx: Tx, callers: Callers, messageId: string): Promise<Ready | undefined> {
  const { ctx } = tx;
  const asked = await findMessage(tx.sql, messageId);
  if (!asked) return undefined;
  await lockAddress(tx.sql, asked, PATIENCE_MS);
  const message = await lockMessage(tx.sql, messageId);
  if (!message) return undefined;
  if (message.state !== 'queued' && message.state !== 'sending') {
    await releaseOthers(tx, messageId);
    return undefined;
  }
  // Another message carries this one.
  if (message.bundleId !== null && message.bundleId !== messageId) return undefined;
  const caller = callerOf(callers, message);
  const lapsed = await caller.lapsed(tx, message);
  if (lapsed !== undefined) {
    const [withdrawn] = await moveMessages(tx.sql, [messageId], 'withdraw', ctx.now, { reason: lapsed });
    if (withdrawn) await caller.turned(tx, withdrawn, { event: 'withdraw', reason: lapsed });
    await releaseOthers(tx, messageId);
    return undefined;
  }
  const others = await gather(tx, caller, message);
  if (!others) return undefined;
  const settings = await openChannel(tx.sql, ctx.instance.secret, message.channel);
  // A channel that this program no longer knows is as good as none.
  const composed = settings && channelKind(message.channel) && (await caller.compose(tx, message, others));
  if (!composed) {
    const reason = settings ? 'not-registered' : 'not-configured';
    const [held] = await moveMessages(tx.sql, [messageId], 'hold', ctx.now, { reason });
    await releaseOthers(tx, messageId);
    if (held) await caller.turned(tx, held, { event: 'hold', reason });
    return undefined;
  }
  const carried = others.map(({ id }) => id);
  await claimMessages(tx.sql, message, carried, ctx.now);
  return { settings, message: { ...composed, ...addressed(tx, message) }, channel: message.channel };
}

const addressed = (
  { ctx: { orgId, instance } }: Tx,
  { id, name, address, channel }: MessageRow,
): Pick<Message, 'id' | 'to' | 'callback'> => ({
  id,
  to: { name, address },
  callback: channelKind(channel)?.hear
    ? `${instance.baseUrl}/hooks/provider/${orgId}/${channel}/${id}`
    : undefined,
});
