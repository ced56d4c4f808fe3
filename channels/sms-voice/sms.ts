import { dialled } from '../../kernel/addresses.ts';
import type { Call, ChannelKind, Heard } from '../channel.ts';
import { ask, FIELDS, isSigned, NO_NUMBER, number, OVER, settings } from './provider.ts';

const WORDS = {
  unknown: {
    ja: '応答を記録できませんでした。受信したSMSに記載の4桁の番号を返信してください。',
    en: 'Your answer was not recorded. Reply with the four digits from the message.',
  },
  over: OVER,
} as const;

function hear(raw: Readonly<Record<string, unknown>>, call: Call): Heard | undefined {
  const { token, country } = settings.parse(raw);
  if (!isSigned(token, call)) return undefined;
  const { MessageStatus: status, ErrorCode: code, Body: text, From: from } = call.params;
  if (text !== undefined && from !== undefined)
    return { kind: 'reply', from: dialled(from, country) ?? from, text };
  if (status === 'delivered') return { kind: 'delivered' };
  if (status === 'undelivered' || status === 'failed')
    return { kind: 'failed', reason: `${status}${code ? ` (${code})` : ''}` };
  return { kind: 'nothing' };
}

export const sms: ChannelKind = {
  id: 'sms',
  lane: 'phone',
  takesReplies: true,
  name: { ja: 'SMS', en: 'Text message (SMS)' },
  short: { ja: 'SMS', en: 'text message' },
  route: {
    ...number,
    kind: 'sms',
    name: { ja: 'SMS', en: 'SMS' },
    short: { ja: 'SMS', en: 'SMS' },
    opensLinks: true,
  },
  help: {
    ja: '呼び出しをSMSで送信します。番号の返信、または本文のリンクで応答できます。',
    en: 'Sends pages as text messages. People answer by replying with the number, or with the link.',
  },
  fields: FIELDS,
  settings,
  deliver: async (raw, message) => {
    const s = settings.parse(raw);
    const to = dialled(message.to.address, s.country);
    if (to === undefined) return NO_NUMBER;
    return ask(s, 'Messages', {
      To: to,
      From: s.from,
      Body: message.short,
      ...(message.callback && { StatusCallback: message.callback }),
    });
  },
  hear,
  // Whoever was asked and whose reply said nothing is told so; a number that was asked nothing is left alone.
  answer: (_heard, taken) => ({
    type: 'text/xml',
    text:
      taken === 'unknown' || taken === 'over'
        ? `<Response><Message>${WORDS[taken].ja}\n${WORDS[taken].en}</Message></Response>`
        : '<Response/>',
  }),
};
