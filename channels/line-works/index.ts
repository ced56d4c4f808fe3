import type { ChannelKind } from '../channel.ts';
import { FIELDS, posting, settings, webhookRoute } from '../webhook/post.ts';

const name = { ja: 'LINE WORKS', en: 'LINE WORKS' };

export const lineWorks: ChannelKind = {
  id: 'line-works',
  lane: 'post',
  name,
  short: name,
  help: {
    ja: 'LINE WORKS の受信 Webhook に送ります。宛先の URL は、その人の連絡手段に書きます。',
    en: 'Sends to an incoming webhook of LINE WORKS; its address is a contact route of the person.',
  },
  route: webhookRoute('line-works', name, 'https://webhook.worksmobile.com/message/…'),
  fields: FIELDS,
  settings,
  deliver: posting(({ subject, text }) => ({ title: subject, body: { text } })),
};
