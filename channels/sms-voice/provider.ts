import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Field } from '../../kernel/form.ts';
import type { Call, Delivery, RouteKind } from '../channel.ts';
import { postOutside, RefusedTarget } from '../outgoing.ts';

/** A gateway that speaks as Twilio's HTTP interface does: account and token, a number to send from. */
export const settings = z.object({
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .default('https://api.twilio.com'),
  account: z.string().trim().min(1).max(200),
  token: z.string().max(500).default(''),
  from: z.string().trim().min(3).max(40),
  allowInner: z.boolean().default(false),
});
export type Settings = z.infer<typeof settings>;

export const FIELDS: readonly Field[] = [
  {
    name: 'baseUrl',
    kind: 'text',
    label: { ja: 'API の URL', en: 'Address of the API' },
    help: {
      ja: 'Twilio なら https://api.twilio.com。互換のゲートウェイも使えます',
      en: 'https://api.twilio.com for Twilio; any compatible gateway will do',
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
      ja: '送信と、返信の署名の検証に使います。暗号化して保存します',
      en: 'To send, and to check the signature of answers; kept encrypted',
    },
    required: true,
  },
  {
    name: 'from',
    kind: 'text',
    label: { ja: '発信元の番号', en: 'Number to send from' },
    help: { ja: '例 +815012345678', en: 'For example +815012345678' },
    required: true,
  },
  {
    name: 'allowInner',
    kind: 'switch',
    label: { ja: '社内の宛先を許す', en: 'Allow addresses inside' },
    help: { ja: 'ゲートウェイが社内にあるときだけ', en: 'Only where the gateway is in your own network' },
    required: false,
  },
];

const NUMBER = /^\+?[0-9][0-9()\- ]{3,28}[0-9]$/;

/** A telephone number as people write it. */
export const number = {
  input: 'tel',
  example: '090-1234-5678',
  address: z.string().regex(NUMBER),
  mend: {
    ja: '電話番号の形にしてください（例 090-1234-5678、+81 3 1234 5678）',
    en: 'Write a telephone number, such as 090-1234-5678 or +81 3 1234 5678',
  },
} as const satisfies Partial<RouteKind>;

/** A number as the network takes it: +81… for a Japanese number written with a leading zero. */
export function e164(number: string): string {
  const digits = number.normalize('NFKC').replace(/[^\d+]/g, '');
  return digits.startsWith('+') ? digits : digits.startsWith('0') ? `+81${digits.slice(1)}` : `+${digits}`;
}

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
