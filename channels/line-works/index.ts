import type { ChannelKind } from '../channel.ts';
import { FIELDS, posting, settings, webhookRoute } from '../webhook/post.ts';

const name = { ja: 'LINE WORKS', en: 'LINE WORKS' };

export const lineWorks: ChannelKind = {
  id: 'line-works',
  lane: 'post',
  name,
  short: name,
  help: {
    ja: 'LINE WORKSの受信Webhookに送信します。宛先のURLは、各利用者の連絡手段に登録してください。',
    en: 'Sends to a LINE WORKS incoming webhook. Add its URL to each person’s contact routes.',
  },
  route: webhookRoute('line-works', name, 'https://webhook.worksmobile.com/message/…'),
  fields: FIELDS,
  settings,
  deliver: posting(({ subject, text }) => ({ title: subject, body: { text } })),
};
