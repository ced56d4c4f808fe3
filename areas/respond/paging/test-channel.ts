import { channelKind } from '../../../channels/registry.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { routesOf } from '../../prepare/contact-routes/index.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { openChannel } from '../../sending/channels/index.ts';

const TEXT = { ja: 'Sonae からのテスト送信です。', en: 'A test message from Sonae.' };

/** Sends the caller a test message now, and says what the other side answered. */
export async function testChannel(
  ctx: Context,
  channel: string,
): Promise<{ accepted: boolean; answer: string }> {
  permit(ctx, 'channel.manage');
  const kind = channelKind(channel);
  const { settings, person, routes } = await reading(ctx, async (trx) => ({
    settings: await openChannel(trx, ctx.instance.secret, channel),
    person: ctx.actor.personId ? await findPerson(trx, ctx.actor.personId) : undefined,
    routes: ctx.actor.personId ? await routesOf(trx, [ctx.actor.personId]) : [],
  }));
  const address =
    person &&
    (channel === 'email' ? person.email : routes.find((each) => each.kind === kind?.route.kind)?.address);
  if (kind && settings && person && !address)
    throw new Fault('conflict', {
      detail: {
        ja: '先に、この通知手段の宛先を自分の連絡手段に登録してください（「利用者」画面）',
        en: 'Add your own address for this channel first (People)',
      },
    });
  if (!kind || !settings || !person || !address) {
    throw new Fault('conflict', {
      detail: { ja: '先に設定を保存してください', en: 'Save the settings first' },
    });
  }
  const text = TEXT[ctx.language];
  const delivery = await kind.deliver(settings, {
    id: ctx.newId(),
    to: { name: person.name, address },
    subject: text,
    text,
    html: `<p>${text}</p>`,
    short: text,
    language: ctx.language,
    callback: undefined,
    answerUrl: undefined,
  });
  return delivery.state === 'accepted'
    ? { accepted: true, answer: delivery.reference }
    : { accepted: false, answer: delivery.reason };
}
