import type { Heard, Taken } from '../../../channels/channel.ts';
import { channelKind } from '../../../channels/registry.ts';
import { type Context, inTransaction, reading, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { withPlainText } from '../../../kernel/plain.ts';
import { openChannel } from '../channels/index.ts';
import { linkSecret } from '../links/index.ts';
import { type Callers, callerOf } from './caller.ts';
import { codeOf, digitsIn } from './rules.ts';
import type { MessageRow } from './schema.ts';
import { lockBundle, lockMessage, messagesToNumber, moveMessages } from './store.ts';

/** A provider's call as it came in at the door. */
export interface ProviderCall {
  readonly channel: string;
  /** Undefined for what somebody sent of their own accord: a reply to a text message. */
  readonly messageId: string | undefined;
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly signature: string;
}

/**
 * Takes what a provider tells of a message, or passes on: delivered, failed, a key that was pressed, a reply with the
 * number of the message.
 * @returns what the provider is answered
 * @throws Fault `wrong-credentials` where it is not signed by the provider
 */
export async function hearProvider(
  ctx: Context,
  callers: Callers,
  call: ProviderCall,
): Promise<{ type: string; text: string }> {
  permit(ctx, 'page.command');
  const kind = channelKind(call.channel);
  const settings = await reading(ctx, (trx) => openChannel(trx, ctx.instance.secret, call.channel));
  if (!kind?.hear || !settings) throw new Fault('not-found');
  // Signed as it came; what is kept of it is plain, for an answer is never refused over an odd character.
  const heard = withPlainText(kind.hear(settings, call));
  if (!heard) throw new Fault('wrong-credentials');
  const { messageId } = call;
  const taken = await inTransaction(ctx, async (tx) => {
    if (heard.kind === 'reply') return takeReply(tx, callers, call.channel, heard);
    return messageId ? takeWord(tx, callers, { channel: call.channel, messageId }, heard) : undefined;
  });
  return kind.answer?.(heard, taken) ?? { type: 'text/plain', text: '' };
}

async function takeWord(
  tx: Tx,
  callers: Callers,
  { channel, messageId }: { readonly channel: string; readonly messageId: string },
  heard: Heard,
): Promise<Taken | undefined> {
  const lead = await lockMessage(tx.sql, messageId);
  // One provider knows nothing of what went out by another.
  if (lead?.channel !== channel) throw new Fault('not-found');
  if (heard.kind === 'acknowledged') return takeAnswer(tx, callers, lead, 'key');
  if (heard.kind === 'delivered') await hear(tx, callers, lead.id, { event: 'deliver' });
  if (heard.kind === 'failed') await hear(tx, callers, lead.id, { event: 'fail', reason: heard.reason });
  return undefined;
}

/** Told twice, as providers do, an answer is the one that stands in the record. */
async function takeAnswer(
  tx: Tx,
  callers: Callers,
  message: MessageRow,
  by: 'key' | 'sms',
): Promise<Taken | undefined> {
  const { answered } = callerOf(callers, message);
  if (!answered) return undefined;
  if ((await answered(tx, message, by)) > 0) return 'recorded';
  return message.state === 'acknowledged' ? 'recorded' : 'over';
}

type Told = { readonly event: 'deliver' | 'see' } | { readonly event: 'fail'; readonly reason: string };

/**
 * What is told of a message counts for all that it carried, as far as it is news: told twice, or late, nothing goes back.
 * In the caller's transaction.
 */
export async function hear(tx: Tx, callers: Callers, messageId: string, turn: Told): Promise<void> {
  const lead = await lockMessage(tx.sql, messageId);
  if (!lead) throw new Fault('gone');
  const caller = callerOf(callers, lead);
  for (const { id } of await lockBundle(tx.sql, lead)) {
    const set = 'reason' in turn ? { reason: turn.reason } : {};
    const [moved] = await moveMessages(tx.sql, [id], turn.event, tx.ctx.now, set);
    if (moved) await caller.turned(tx, moved, turn);
  }
}

/**
 * A text message came back: the digits in it say which message it answers, and only the number that was asked may answer.
 * @returns undefined where that number was asked nothing
 */
async function takeReply(
  tx: Tx,
  callers: Callers,
  channel: string,
  { from, text }: { readonly from: string; readonly text: string },
): Promise<Taken | undefined> {
  const digits = digitsIn(text);
  const ending = endingOf(from);
  const asked = ending ? await messagesToNumber(tx.sql, channel, ending) : [];
  if (asked.length === 0) return undefined;
  const found: (Taken | undefined)[] = [];
  for (const message of asked) {
    const { answered, link } = callerOf(callers, message);
    if (!answered || !digits.includes(codeOf(linkSecret(tx.ctx.instance, link, message.id)))) continue;
    // An older one may have the same digits and still be open.
    const locked = await lockMessage(tx.sql, message.id);
    const before = locked?.state === 'acknowledged';
    const taken = locked && (await takeAnswer(tx, callers, locked, 'sms'));
    if (taken === 'recorded' && !before) return taken;
    found.push(taken);
  }
  return found.includes('recorded') ? 'recorded' : (found[0] ?? 'unknown');
}

/** The last nine digits tell numbers apart, with or without a country's prefix. */
const endingOf = (number: string): string | undefined => {
  const tail = number.normalize('NFKC').replace(/\D/g, '').slice(-9);
  return tail.length === 9 ? tail : undefined;
};
