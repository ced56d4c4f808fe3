import type { ChannelKind } from '../channel.ts';
import { FIELDS, posting, settings, webhookRoute } from '../webhook/post.ts';

const name = { ja: 'Slack', en: 'Slack' };

/** What a monitor wrote must not call a whole channel or hide a link (docs.slack.dev, escaping text). */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const slack: ChannelKind = {
  id: 'slack',
  lane: 'post',
  name,
  short: name,
  help: {
    ja: 'Slack の受信 Webhook に送ります。宛先の URL は、その人の連絡手段に書きます。',
    en: 'Sends to an incoming webhook of Slack; its address is a contact route of the person.',
  },
  route: webhookRoute('slack', name, 'https://hooks.slack.com/services/…'),
  fields: FIELDS,
  settings,
  // Without markup: an alarm may be called *_x_*, and is then to be called that.
  deliver: posting(({ subject, text }) => ({ text: `${escaped(subject)}\n${escaped(text)}`, mrkdwn: false })),
};
