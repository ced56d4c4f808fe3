import { z } from 'zod';
import type { ChannelKind, Message } from '../channel.ts';
import { postOutside, RefusedTarget } from '../outgoing.ts';

const SHAPES = ['slack', 'teams', 'lineworks', 'plain'] as const;
const settings = z.object({
  shape: z.enum(SHAPES).default('slack'),
  allowInner: z.boolean().default(false),
});

/** What a monitor wrote must not call a whole channel or hide a link (docs.slack.dev, escaping text). */
const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same words in the shape each service takes at its incoming webhook. */
function bodyOf(shape: (typeof SHAPES)[number], { subject, text, id }: Message): unknown {
  switch (shape) {
    case 'slack':
      return { text: `*${slackText(subject)}*\n${slackText(text)}` };
    case 'teams':
      return {
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
      };
    case 'lineworks':
      return { title: subject, body: { text } };
    case 'plain':
      return { id, subject, text };
  }
}

export const webhook: ChannelKind = {
  id: 'webhook',
  lane: 'post',
  name: { ja: 'チャット（Webhook）', en: 'Chat (webhook)' },
  help: {
    ja: 'Slack・Teams・LINE WORKS などの受信 Webhook に送ります。宛先の URL は、その人の連絡手段（チャット）に書きます。',
    en: 'Sends to an incoming webhook of Slack, Teams, LINE WORKS and others; its address is a chat route of the person.',
  },
  fields: [
    {
      name: 'shape',
      kind: 'choice',
      label: { ja: '形式', en: 'Shape' },
      help: { ja: '相手のサービスに合わせます', en: 'As the service on the other side takes it' },
      required: true,
      choices: [
        { value: 'slack', label: { ja: 'Slack', en: 'Slack' } },
        { value: 'teams', label: { ja: 'Microsoft Teams', en: 'Microsoft Teams' } },
        { value: 'lineworks', label: { ja: 'LINE WORKS', en: 'LINE WORKS' } },
        { value: 'plain', label: { ja: 'JSON（id, subject, text）', en: 'JSON (id, subject, text)' } },
      ],
    },
    {
      name: 'allowInner',
      kind: 'switch',
      label: { ja: '社内の宛先を許す', en: 'Allow addresses inside' },
      help: { ja: '社内のチャットサーバーに送るときだけ', en: 'Only for a chat server in your own network' },
      required: false,
    },
  ],
  settings,
  deliver: async (raw, message) => {
    const { shape, allowInner } = settings.parse(raw);
    if (!z.url({ protocol: /^https?$/ }).safeParse(message.to.address).success)
      return { state: 'failed', reason: 'no-url', tryAgain: false };
    try {
      const { status, text } = await postOutside(message.to.address, {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(bodyOf(shape, message)),
        allowInner,
      });
      if (status >= 200 && status < 300) return { state: 'accepted', reference: `HTTP ${status}` };
      return {
        state: 'failed',
        reason: `HTTP ${status} ${text.slice(0, 200)}`.trim(),
        tryAgain: status === 429 || status >= 500,
      };
    } catch (error) {
      const { message: reason } = error as Error;
      return { state: 'failed', reason, tryAgain: !(error instanceof RefusedTarget) };
    }
  },
};
