import { dialled } from '../../kernel/addresses.ts';
import { escapeHtml } from '../../kernel/text.ts';
import type { Call, ChannelKind, Heard, Message, Taken } from '../channel.ts';
import { ask, FIELDS, isSigned, NO_NUMBER, number, OVER, settings } from './provider.ts';

const WORDS = {
  ja: {
    press: '応答するには、1を押してください。',
    none: '入力がありませんでした。',
    thanks: '応答を記録しました。',
    wrong: 'そのキーでは応答できません。応答するには、1を押してください。',
    over: OVER.ja,
  },
  en: {
    press: 'To answer, press 1.',
    none: 'No key was pressed.',
    thanks: 'Your answer is recorded.',
    wrong: 'That key is not valid. To answer, press 1.',
    over: OVER.en,
  },
} as const;
const VOICE = { ja: 'ja-JP', en: 'en-US' } as const;

/** What is said on the telephone, twice, waiting for a key. */
function spoken({ short, language, callback }: Message): string {
  const words = WORDS[language];
  const say = (text: string) => `<Say language="${VOICE[language]}">${escapeHtml(text)}</Say>`;
  const action = callback ? ` action="${escapeHtml(callback)}"` : '';
  const gather = `<Gather numDigits="1" timeout="8" method="POST"${action}>${say(`${short} ${words.press}`)}</Gather>`;
  return `<Response>${gather}${gather}${say(words.none)}</Response>`;
}

const NOT_REACHED: Readonly<Record<string, string>> = {
  busy: 'busy',
  failed: 'failed',
  'no-answer': 'no-answer',
  canceled: 'canceled',
};

function hear(raw: Readonly<Record<string, unknown>>, call: Call): Heard | undefined {
  const { token } = settings.parse(raw);
  if (!isSigned(token, call)) return undefined;
  const { CallStatus: status = '', Digits: digits, AnsweredBy: by = '' } = call.params;
  if (digits === '1') return { kind: 'acknowledged' };
  if (digits) return { kind: 'wrongKey' };
  // Voicemail is nobody reached.
  if (/^(machine|fax)/.test(by)) return { kind: 'failed', reason: 'voicemail' };
  const why = NOT_REACHED[status];
  if (why) return { kind: 'failed', reason: why };
  // Somebody, or something, took the call and pressed nothing: that it rang is all we know.
  return status === 'completed' ? { kind: 'delivered' } : { kind: 'nothing' };
}

export const voice: ChannelKind = {
  id: 'voice',
  lane: 'phone',
  name: { ja: '電話（自動音声）', en: 'Phone call' },
  short: { ja: '電話', en: 'phone' },
  route: {
    ...number,
    kind: 'phone',
    name: { ja: '電話', en: 'Phone' },
    short: { ja: '電話', en: 'phone' },
    opensLinks: false,
  },
  help: {
    ja: '自動音声で発信します。「1」を押すと応答となります。留守番電話は到達に含まれません。',
    en: 'Calls and reads the page aloud. Pressing 1 answers it. Voicemail does not count as delivered.',
  },
  fields: FIELDS,
  settings,
  deliver: async (raw, message) => {
    const s = settings.parse(raw);
    const to = dialled(message.to.address, s.country);
    if (to === undefined) return NO_NUMBER;
    return ask(s, 'Calls', {
      To: to,
      From: s.from,
      Twiml: spoken(message),
      MachineDetection: 'Enable',
      ...(message.callback && { StatusCallback: message.callback, StatusCallbackMethod: 'POST' }),
    });
  },
  hear,
  answer: (heard, taken) => ({ type: 'text/xml', text: answerTo(heard, taken) }),
};

const both = (what: 'thanks' | 'wrong' | 'none' | 'over'): string =>
  // Whose call it was is not known here: it is said in both languages.
  `<Say language="ja-JP">${WORDS.ja[what]}</Say><Say language="en-US">${WORDS.en[what]}</Say>`;

/** Without an address of its own a Gather asks where it was asked before. */
function answerTo({ kind }: Heard, taken: Taken | undefined): string {
  if (kind === 'acknowledged') return `<Response>${both(taken === 'over' ? 'over' : 'thanks')}</Response>`;
  if (kind !== 'wrongKey') return '<Response/>';
  return `<Response><Gather numDigits="1" timeout="8" method="POST">${both('wrong')}</Gather>${both('none')}</Response>`;
}
