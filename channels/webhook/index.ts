import { z } from 'zod';
import type { ChannelKind } from '../channel.ts';
import { FIELDS, posting, settings, webhookRoute } from './post.ts';

const name = { ja: 'その他のチャット（Webhook）', en: 'Other chat (webhook)' };

/** For whatever takes JSON: each message as its id, subject and text. */
export const webhook: ChannelKind = {
  id: 'webhook',
  lane: 'post',
  name,
  short: { ja: 'チャット', en: 'chat' },
  help: {
    ja: 'JSON（id, subject, text）を受け取るWebhookに送信します。宛先のURLは、各利用者の連絡手段に登録してください。',
    en: 'Posts JSON (id, subject, text) to a webhook. Add its URL to each person’s contact routes.',
  },
  route: {
    ...webhookRoute('chat', { ja: 'チャット', en: 'Chat' }, 'https://chat.example.jp/hook'),
    short: { ja: 'チャット', en: 'chat' },
    // Many a card holds a name by which somebody is found by hand.
    address: z.string().max(1_000),
  },
  fields: FIELDS,
  // Slack, Teams and LINE WORKS were shapes of this one: whoever still asks for one is refused, not sent JSON.
  settings: settings.extend({ shape: z.literal('plain').optional() }),
  deliver: posting(({ id, subject, text }) => ({ id, subject, text })),
};
