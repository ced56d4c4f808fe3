import { dialled } from '../../kernel/addresses.ts';
import type { Call, ChannelKind, Heard } from '../channel.ts';
import { ask, FIELDS, isSigned, NO_NUMBER, number, settings } from './provider.ts';

const WORDS = {
  unknown: {
    ja: '応答を記録できませんでした。届いたSMSにある4桁の番号を返信してください。',
    en: 'Your answer was not recorded: reply with the four digits of the message you got.',
  },
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
    ja: '呼出をSMSで送ります。返信された番号か、本文のリンクで応答できます。',
    en: 'Sends pages as text messages; they are answered by replying with the number in them, or by the link.',
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
  answer: (heard, taken) => ({
    type: 'text/xml',
    text:
      heard.kind === 'reply' && taken === false
        ? `<Response><Message>${WORDS.unknown.ja}\n${WORDS.unknown.en}</Message></Response>`
        : '<Response/>',
  }),
};
