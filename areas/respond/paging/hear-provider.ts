import type { Heard } from '../../../channels/channel.ts';
import { channelKind } from '../../../channels/registry.ts';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { withPlainText } from '../../../kernel/plain.ts';
import { derivedSecret } from '../../../kernel/secret.ts';
import { openChannel } from '../../sending/channels/index.ts';
import { answerMessage } from './acknowledge-page.ts';
import { failAttempt } from './deliver-attempt.ts';
import { moveOn } from './hear-device.ts';
import { codeOf } from './rules.ts';
import { lockAttempt, lockBundle, lockPage, seekingAttempts } from './store.ts';
import { LINK_PURPOSE } from './walk-routes.ts';

/** A provider's call as it came in at the door. */
export interface ProviderCall {
  readonly channel: string;
  /** Undefined for what somebody sent of their own accord: a reply to a text message. */
  readonly attemptId: string | undefined;
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly signature: string;
}

/**
 * Takes what a provider tells of a message, or passes on: delivered, failed (the next route is tried), a key that was
 * pressed, a reply with the number of the message.
 * @returns what the provider is answered
 * @throws Fault `wrong-credentials` where it is not signed by the provider
 */
export async function hearProvider(
  ctx: Context,
  call: ProviderCall,
): Promise<{ type: string; text: string }> {
  permit(ctx, 'page.command');
  const kind = channelKind(call.channel);
  const settings = await reading(ctx, (trx) => openChannel(trx, ctx.instance.secret, call.channel));
  if (!kind?.hear || !settings) throw new Fault('not-found');
  // Signed as it came; what is kept of it is plain, for an answer is never refused over an odd character.
  const heard = withPlainText(kind.hear(settings, call));
  if (!heard) throw new Fault('wrong-credentials');
  if (heard.kind === 'reply') await takeReply(ctx, call.channel, heard);
  else if (call.attemptId) await takeWord(ctx, call.attemptId, heard);
  return kind.answer?.(heard) ?? { type: 'text/plain', text: '' };
}

async function takeWord(ctx: Context, attemptId: string, heard: Heard): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const lead = await lockAttempt(tx.sql, attemptId);
    if (!lead) throw new Fault('not-found');
    if (heard.kind === 'acknowledged') {
      await answerMessage(tx, lead, 'key');
      return;
    }
    for (const attempt of await lockBundle(tx.sql, lead)) {
      if (attempt.state === 'acknowledged' || attempt.state === 'failed') continue;
      if (heard.kind === 'delivered') await moveOn(tx, attempt, 'delivered');
      // Somebody saw it: whatever the provider thinks went wrong afterwards, they were reached.
      if (heard.kind === 'failed' && attempt.state !== 'seen')
        await failAttempt(tx, attempt, await lockPage(tx.sql, attempt.pageId), heard.reason);
    }
  });
}

/** A text message came back: the digits in it say which page it answers, and only the number that was asked may answer. */
async function takeReply(
  ctx: Context,
  channel: string,
  { from, text }: { readonly from: string; readonly text: string },
): Promise<void> {
  const digits: readonly string[] = text.normalize('NFKC').match(/\d{4}/g) ?? [];
  const { secret } = ctx.instance;
  await inTransaction(ctx, async (tx) => {
    const ending = endingOf(from);
    if (!ending) return;
    const asked = await seekingAttempts(tx.sql, channel, ending);
    const meant = asked.find(({ id }) => digits.includes(codeOf(derivedSecret(secret, LINK_PURPOSE, id))));
    if (meant) await answerMessage(tx, meant, 'sms');
  });
}

/** The last nine digits tell numbers apart, with or without a country's prefix. */
const endingOf = (number: string): string | undefined => {
  const tail = number.normalize('NFKC').replace(/\D/g, '').slice(-9);
  return tail.length === 9 ? tail : undefined;
};
