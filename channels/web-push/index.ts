import webPush from 'web-push';
import { z } from 'zod';
import type { ChannelKind, Delivery, Message } from '../channel.ts';
import { INNER_PLACES, innerOf, innerSettings } from '../inner-places.ts';
import { postOutside, RefusedTarget } from '../outgoing.ts';
import { judgeContact } from './contact.ts';
import { newPrivateKey, publicKeyOf } from './keys.ts';

/** What has been kept goes on being used, whatever is asked of it when it is entered. */
const kept = z.object({
  contact: z.string().trim().max(300),
  privateKey: z
    .string()
    .regex(/^[\w-]{43}$/)
    .or(z.literal(''))
    .default('')
    .transform((key) => key || newPrivateKey()),
  ...innerSettings,
});
const settings = kept.extend({ contact: kept.shape.contact.superRefine(judgeContact) });

/** What a browser hands out when a person lets this device be pushed to (https://www.w3.org/TR/push-api/). */
const subscription = z.object({
  endpoint: z.url({ protocol: /^https?$/ }),
  keys: z.object({ p256dh: z.string().min(80).max(100), auth: z.string().min(20).max(30) }),
});

/** A page is of no use tomorrow: a push service forgets it after as long as a link works. */
const KEPT_SECONDS = 12 * 3_600;

/** What the answer of a push service says in truth (RFC 8030, 8292): who we say we are is no fault of the device. */
function reasonOf(status: number, text: string): string {
  if (status === 404 || status === 410) return 'subscription-gone';
  if ([400, 401, 403].includes(status) && /PkHashMismatch|credentials.*correspond/i.test(text))
    return 'push-key-changed';
  if (status === 401 || status === 403) return 'contact-refused';
  return `HTTP ${status} ${text.slice(0, 200)}`.trim();
}

/** The key a browser needs to subscribe; undefined where none can be made of these settings. */
export function publicKey(raw: Readonly<Record<string, unknown>>): string | undefined {
  const read = kept.safeParse(raw);
  return read.success ? publicKeyOf(read.data.privateKey) : undefined;
}

async function deliver(raw: Readonly<Record<string, unknown>>, message: Message): Promise<Delivery> {
  const { contact, privateKey, ...inner } = kept.parse(raw);
  const to = readSubscription(message.to.address);
  if (!to) return { state: 'failed', reason: 'no-subscription', tryAgain: false };
  try {
    const payload = JSON.stringify({
      id: message.id,
      title: message.subject,
      body: message.short,
      answer: message.answerUrl ?? null,
      language: message.language,
    });
    const { endpoint, headers, body } = webPush.generateRequestDetails(to, payload, {
      TTL: KEPT_SECONDS,
      urgency: 'high',
      vapidDetails: { subject: contact, publicKey: publicKeyOf(privateKey), privateKey },
    });
    const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const { status, text } = await postOutside(endpoint, {
      headers: sent,
      body: body ?? '',
      allowInner: innerOf(inner),
    });
    if (status >= 200 && status < 300) return { state: 'accepted', reference: `HTTP ${status}` };
    return {
      state: 'failed',
      reason: reasonOf(status, text),
      tryAgain: status === 429 || status >= 500,
    };
  } catch (error) {
    return {
      state: 'failed',
      reason: (error as Error).message,
      tryAgain: !(error instanceof RefusedTarget),
    };
  }
}

function readSubscription(address: string): z.infer<typeof subscription> | undefined {
  try {
    const read = subscription.safeParse(JSON.parse(address));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

export const webPushChannel: ChannelKind = {
  id: 'web-push',
  lane: 'post',
  name: { ja: 'プッシュ通知（この端末）', en: 'Push notification (this device)' },
  short: { ja: 'プッシュ通知', en: 'push' },
  route: {
    kind: 'push',
    name: { ja: 'プッシュ', en: 'Push' },
    short: { ja: 'プッシュ通知', en: 'push' },
    input: 'device',
    example: '',
    address: z
      .string()
      .max(2_000)
      .refine((address) => readSubscription(address) !== undefined),
    mend: {
      ja: '対象の端末で「この端末に通知」を選び直してください',
      en: 'Choose “Notify this device” again on that device',
    },
    opensLinks: true,
  },
  help: {
    ja: 'ブラウザーに通知します。各利用者が、連絡手段で「この端末に通知」を選択してください。到達と既読は端末から通知されます。',
    en: 'Notifies browsers. Each person chooses “Notify this device” in their contact routes. The device reports delivery and opening.',
  },
  fields: [
    {
      name: 'contact',
      kind: 'text',
      label: { ja: '送信者の連絡先', en: 'Sender contact' },
      help: {
        ja: 'プッシュサービスに通知する連絡先です。例 mailto:ops@example.jp',
        en: 'Sent to push services, for example mailto:ops@example.com',
      },
      required: true,
    },
    {
      name: 'privateKey',
      kind: 'secret',
      label: { ja: '秘密鍵（VAPID）', en: 'Private key (VAPID)' },
      help: {
        ja: '空欄の場合は新しく作成します。変更すると、登録済みの端末に届かなくなります',
        en: 'Leave empty to create one. Changing it stops notifications to registered devices',
      },
      required: false,
    },
    {
      name: 'allowInner',
      kind: 'switch',
      label: { ja: '社内アドレスへの送信を許可', en: 'Allow internal addresses' },
      help: {
        ja: 'プッシュサービスが社内にある場合のみ有効にしてください',
        en: 'Only if the push service is in your own network',
      },
      required: false,
    },
    INNER_PLACES,
  ],
  settings,
  deliver,
};
