import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { dialled } from '../../kernel/addresses.ts';
import type { Field } from '../../kernel/form.ts';
import type { Call, Delivery, RouteKind } from '../channel.ts';
import { postOutside, RefusedTarget } from '../outgoing.ts';

/** Of numbers with a leading zero, where nobody says otherwise: Japan. */
const HOME = '81';

/** A gateway that speaks as Twilio's HTTP interface does: account and token, a number to send from. */
export const settings = z.object({
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .default('https://api.twilio.com'),
  account: z.string().trim().min(1).max(200),
  token: z.string().max(500).default(''),
  from: z.string().trim().min(3).max(40),
  country: z
    .string()
    .trim()
    .regex(/^\+?[1-9]\d{0,2}$/)
    .transform((text) => text.replace('+', ''))
    .default(HOME),
  allowInner: z.boolean().default(false),
});
export type Settings = z.infer<typeof settings>;

export const FIELDS: readonly Field[] = [
  {
    name: 'baseUrl',
    kind: 'text',
    label: { ja: 'APIのURL', en: 'API URL' },
    help: {
      ja: 'Twilioの場合は https://api.twilio.com です。互換のゲートウェイも使用できます',
      en: 'https://api.twilio.com for Twilio. Any compatible gateway works',
    },
    required: true,
  },
  {
    name: 'account',
    kind: 'text',
    label: { ja: 'アカウント（SID）', en: 'Account (SID)' },
    help: { ja: '例 AC…', en: 'For example AC…' },
    required: true,
  },
  {
    name: 'token',
    kind: 'secret',
    label: { ja: '認証トークン', en: 'Auth token' },
    help: {
      ja: '送信と、返信の署名の検証に使用します。暗号化して保存します',
      en: 'Used to send and to verify replies. Stored encrypted',
    },
    required: true,
    sentBy: { places: ['baseUrl'] },
  },
  {
    name: 'from',
    kind: 'text',
    label: { ja: '発信元の番号', en: 'Sender number' },
    help: { ja: '例 +815012345678', en: 'For example +815012345678' },
    required: true,
  },
  {
    name: 'country',
    kind: 'text',
    label: { ja: '国番号', en: 'Country code' },
    help: {
      ja: '「0」で始まる番号に適用する国番号。日本は81',
      en: 'Used for numbers starting with 0. Japan is 81',
    },
    required: true,
    initial: HOME,
  },
  {
    name: 'allowInner',
    kind: 'switch',
    label: { ja: '社内アドレスへの送信を許可', en: 'Allow internal addresses' },
    help: {
      ja: 'ゲートウェイが社内にある場合のみ有効にしてください',
      en: 'Only if the gateway is in your own network',
    },
    required: false,
  },
];

/** A telephone number as people write it; where a leading zero belongs is told by the channel. */
export const number = {
  input: 'tel',
  example: '090-1234-5678',
  address: z.string().refine((text) => dialled(text, HOME) !== undefined),
  mend: {
    ja: '電話番号を入力してください（例 090-1234-5678、+81 3 1234 5678）。国番号から入力する場合は「+」で始めてください',
    en: 'Enter a phone number, such as 090-1234-5678 or +81 3 1234 5678. With a country code, start with +',
  },
} as const satisfies Partial<RouteKind>;

/** What somebody hears whose answer came when nobody waited for it any more. */
export const OVER = {
  ja: 'この呼び出しは応答済みか停止済みのため、今回の応答は記録していません。',
  en: 'This page was already answered or stopped, so this answer was not recorded.',
} as const;

export const NO_NUMBER: Delivery = { state: 'failed', reason: 'no-number', tryAgain: false };

/** The signature the provider puts on its calls: the address, then every parameter in the order of names (HMAC-SHA1). */
export const signatureOf = (token: string, { url, params }: Omit<Call, 'signature'>): string =>
  createHmac('sha1', token)
    .update(
      url +
        Object.keys(params)
          .sort()
          .map((name) => name + (params[name] ?? ''))
          .join(''),
    )
    .digest('base64');

export function isSigned(token: string, call: Call): boolean {
  const wanted = Buffer.from(signatureOf(token, call));
  const given = Buffer.from(call.signature);
  return token !== '' && wanted.length === given.length && timingSafeEqual(wanted, given);
}

const TRY_AGAIN = (status: number): boolean => status === 429 || status >= 500;

/** Asks the gateway for a message or a call. */
export async function ask(
  s: Settings,
  what: 'Messages' | 'Calls',
  form: Readonly<Record<string, string>>,
): Promise<Delivery> {
  try {
    const { status, text } = await postOutside(
      `${s.baseUrl.replace(/\/$/, '')}/2010-04-01/Accounts/${encodeURIComponent(s.account)}/${what}.json`,
      {
        headers: {
          authorization: `Basic ${Buffer.from(`${s.account}:${s.token}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(form).toString(),
        allowInner: s.allowInner,
      },
    );
    if (status >= 200 && status < 300) return { state: 'accepted', reference: sidOf(text) };
    return {
      state: 'failed',
      reason: `HTTP ${status} ${reasonOf(text)}`.trim(),
      tryAgain: TRY_AGAIN(status),
    };
  } catch (error) {
    const { message } = error as Error;
    return { state: 'failed', reason: message, tryAgain: !(error instanceof RefusedTarget) };
  }
}

const jsonOf = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};
const sidOf = (text: string): string => String(jsonOf(text)['sid'] ?? '');
const reasonOf = (text: string): string => String(jsonOf(text)['message'] ?? text).slice(0, 200);
