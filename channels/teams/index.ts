import type { ChannelKind } from '../channel.ts';
import { FIELDS, posting, settings, webhookRoute } from '../webhook/post.ts';

const name = { ja: 'Microsoft Teams', en: 'Microsoft Teams' };

const LINK = /(https?:\/\/[^\s<>"'「」『』（）、。]+)/;

/** Runs of text as they are: a TextBlock would read Markdown, and what a monitor wrote is none. */
const runsOf = (line: string) =>
  line
    .split(LINK)
    .filter(Boolean)
    .map((text) => ({
      type: 'TextRun',
      text,
      ...(LINK.test(text) && { selectAction: { type: 'Action.OpenUrl', url: text } }),
    }));

const paragraph = (inlines: readonly object[]) => ({ type: 'RichTextBlock', inlines });

export const teams: ChannelKind = {
  id: 'teams',
  lane: 'post',
  name,
  short: { ja: 'Teams', en: 'Teams' },
  help: {
    ja: 'Microsoft Teamsの受信Webhook（ワークフロー）に送信します。宛先のURLは、各利用者の連絡手段に登録してください。',
    en: 'Sends to a Microsoft Teams incoming webhook (workflow). Add its URL to each person’s contact routes.',
  },
  route: webhookRoute('teams', { ja: 'Teams', en: 'Teams' }, 'https://….webhook.office.com/…'),
  fields: FIELDS,
  settings,
  deliver: posting(({ subject, text }) => ({
    type: 'message',
    // What a locked screen shows; without it a message that is a card is called "card".
    summary: subject,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          version: '1.4',
          fallbackText: subject,
          body: [
            paragraph([{ type: 'TextRun', text: subject, weight: 'Bolder' }]),
            ...text
              .split(/\r?\n/)
              .filter((line) => line.trim() !== '')
              .map((line) => paragraph(runsOf(line))),
          ],
        },
      },
    ],
  })),
};
