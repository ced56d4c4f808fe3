import type { ChannelKind } from '../channel.ts';
import { FIELDS, posting, settings, webhookRoute } from '../webhook/post.ts';

const name = { ja: 'Microsoft Teams', en: 'Microsoft Teams' };

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
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            { type: 'TextBlock', text: subject, weight: 'Bolder', wrap: true },
            { type: 'TextBlock', text, wrap: true },
          ],
        },
      },
    ],
  })),
};
