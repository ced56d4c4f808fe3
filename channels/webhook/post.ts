import { z } from 'zod';
import type { Field } from '../../kernel/form.ts';
import type { Bilingual } from '../../kernel/language.ts';
import type { ChannelKind, Delivery, Message, RouteKind } from '../channel.ts';
import { INNER_PLACES, innerOf, innerSettings } from '../inner-places.ts';
import { postOutside, RefusedTarget } from '../outgoing.ts';

export const settings = z.object(innerSettings);

export const FIELDS: readonly Field[] = [
  {
    name: 'allowInner',
    kind: 'switch',
    label: { ja: '社内アドレスへの送信を許可', en: 'Allow internal addresses' },
    help: {
      ja: '社内のサーバーに送信する場合のみ有効にしてください',
      en: 'Only for a server in your own network',
    },
    required: false,
  },
  INNER_PLACES,
];

const isUrl = (address: string): boolean => z.url({ protocol: /^https?$/ }).safeParse(address).success;

/** The address of an incoming webhook, as the service hands it out. */
export const webhookRoute = (kind: string, name: Bilingual, example: string): RouteKind => ({
  kind,
  name,
  short: name,
  input: 'url',
  example,
  address: z.string().max(2_000).refine(isUrl),
  mend: {
    ja: '受信WebhookのURL（https:// で始まる）を入力してください',
    en: 'Enter the incoming webhook URL, starting with https://',
  },
  opensLinks: true,
});

/** Posts a message in the shape a service takes at its incoming webhook. */
export const posting =
  (bodyOf: (message: Message) => unknown): ChannelKind['deliver'] =>
  async (raw, message): Promise<Delivery> => {
    const allowInner = innerOf(settings.parse(raw));
    if (!isUrl(message.to.address)) return { state: 'failed', reason: 'no-url', tryAgain: false };
    try {
      const { status, text } = await postOutside(message.to.address, {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(bodyOf(message)),
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
  };
