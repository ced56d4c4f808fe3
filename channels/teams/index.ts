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
    ja: 'Microsoft Teams の受信 Webhook（ワークフロー）に送ります。宛先の URL は、その人の連絡手段に書きます。',
    en: 'Sends to an incoming webhook (workflow) of Microsoft Teams; its address is a contact route of the person.',
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
