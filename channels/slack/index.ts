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
    ja: 'Slackの受信Webhookに送信します。宛先のURLは、各利用者の連絡手段に登録してください。',
    en: 'Sends to a Slack incoming webhook. Add its URL to each person’s contact routes.',
  },
  route: webhookRoute('slack', name, 'https://hooks.slack.com/services/…'),
  fields: FIELDS,
  settings,
  // Without markup: an alarm may be called *_x_*, and is then to be called that.
  deliver: posting(({ subject, text }) => ({ text: `${escaped(subject)}\n${escaped(text)}`, mrkdwn: false })),
};
