import { z } from 'zod';
import { mailAddress } from '../../kernel/addresses.ts';
import type { ChannelKind, Delivery, Message } from '../channel.ts';
import { RefusedTarget } from '../outgoing.ts';
import { sendMail } from './pool.ts';

export { closeMailConnections } from './pool.ts';

const settings = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.coerce.number().int().min(1).max(65_535).default(587),
  /** none: plain (loopback and tests); starttls: upgraded, and refused without; tls: encrypted from the start. */
  security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  user: z.string().max(254).default(''),
  password: z.string().max(1_000).default(''),
  from: mailAddress,
  /** Most relays stand in one's own network; whoever's does not can have addresses inside refused. */
  allowInner: z.boolean().default(true),
});
/** RFC 5321 §4.2.1: 5xx will fail again, 4xx and a broken connection may not. */
function failed(error: unknown): Delivery {
  const { message, responseCode } = error as Error & { responseCode?: number };
  const permanent = responseCode !== undefined && responseCode >= 500;
  const refused = error instanceof RefusedTarget;
  return { state: 'failed', reason: message, tryAgain: !permanent && !refused };
}

/** What calls somebody stands out; public news does not, and ends by one press in the mailbox (RFC 8058); nor does an appointment. */
function standing({ unsubscribeUrl, calendar }: Message): Record<string, string> {
  if (calendar) return {};
  return unsubscribeUrl
    ? { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : { 'X-Priority': '1', Importance: 'high' };
}

async function deliver(raw: Readonly<Record<string, unknown>>, message: Message): Promise<Delivery> {
  const s = settings.parse(raw);
  try {
    const reference = await sendMail(s, {
      from: { name: 'Sonae', address: s.from },
      // Odd dots are quoted, and domains of other scripts written in letters of the network, on the way.
      to: message.to,
      subject: message.subject,
      text: message.text,
      html: message.html,
      ...(message.calendar && { icalEvent: { ...message.calendar, filename: 'invitation.ics' } }),
      messageId: `<${message.id}@${s.from.split('@')[1] ?? 'sonae.invalid'}>`,
      headers: { 'Auto-Submitted': 'auto-generated', ...standing(message) },
    });
    return { state: 'accepted', reference };
  } catch (error) {
    return failed(error);
  }
}

export const email: ChannelKind = {
  id: 'email',
  lane: 'mail',
  name: { ja: '電子メール', en: 'Email' },
  short: { ja: 'メール', en: 'email' },
  route: {
    kind: 'email',
    name: { ja: 'メール', en: 'Email' },
    short: { ja: 'メール', en: 'email' },
    input: 'email',
    example: 'name@example.jp',
    address: mailAddress,
    mend: {
      ja: 'メールアドレスを入力してください（例 name@example.jp）',
      en: 'Enter an email address, such as name@example.com',
    },
    opensLinks: true,
  },
  help: {
    ja: '呼び出しをメールで送信します。未設定の間、送信できなかった呼び出しは「送信箱」に残ります。',
    en: 'Sends pages by email. Until it is set up, unsent pages stay in the outbox.',
  },
  fields: [
    {
      name: 'host',
      kind: 'text',
      label: { ja: 'SMTP サーバー', en: 'SMTP server' },
      help: { ja: '例 smtp.example.jp', en: 'For example smtp.example.com' },
      required: true,
    },
    {
      name: 'port',
      kind: 'number',
      label: { ja: 'ポート', en: 'Port' },
      help: { ja: '通常 587（STARTTLS）または 465（TLS）', en: 'Usually 587 (STARTTLS) or 465 (TLS)' },
      required: true,
      initial: 587,
    },
    {
      name: 'security',
      kind: 'choice',
      label: { ja: '暗号化', en: 'Encryption' },
      help: {
        ja: '「なし」は同一サーバー内の送信でのみ使用してください',
        en: 'Use “None” only within the same server',
      },
      required: true,
      initial: 'starttls',
      choices: [
        { value: 'starttls', label: { ja: 'STARTTLS（必須）', en: 'STARTTLS (required)' } },
        { value: 'tls', label: { ja: 'TLS', en: 'TLS' } },
        { value: 'none', label: { ja: 'なし', en: 'None' } },
      ],
    },
    {
      name: 'user',
      kind: 'text',
      label: { ja: 'ユーザー名', en: 'User name' },
      help: { ja: '認証が不要な場合は空欄', en: 'Leave empty if there is no authentication' },
      required: false,
    },
    {
      name: 'password',
      kind: 'secret',
      label: { ja: 'パスワード', en: 'Password' },
      help: { ja: '暗号化して保存し、再表示はしません', en: 'Stored encrypted and never shown again' },
      required: false,
      sentBy: { places: ['host', 'port', 'security'], along: 'user' },
    },
    {
      name: 'from',
      kind: 'text',
      label: { ja: '差出人アドレス', en: 'Sender address' },
      help: { ja: 'メールサーバーで許可された差出人', en: 'An address your mail server allows' },
      required: true,
    },
    {
      name: 'allowInner',
      kind: 'switch',
      label: { ja: '社内のメールサーバーを許可', en: 'Allow internal mail server' },
      help: {
        ja: 'メールサーバーが社外にある場合は無効にしてください',
        en: 'Turn off if the mail server is outside your network',
      },
      required: false,
      initial: true,
    },
  ],
  settings,
  deliver,
};
