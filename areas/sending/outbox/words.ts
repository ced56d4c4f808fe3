import type { Bilingual } from '../../../kernel/language.ts';

/** Reasons of our own; what a mail server said is shown as it said it. */
export const REASON_WORDS = {
  'not-configured': { ja: '通知手段が設定されていません', en: 'channel not set up' },
  'not-registered': { ja: '宛先の利用者は登録されていません', en: 'recipient is no longer registered' },
  refused: { ja: '送信先のサービスが拒否しました', en: 'rejected by the provider' },
  forgotten: { ja: '宛先の利用者が削除されました', en: 'recipient was removed' },
  'no-address': { ja: 'メールアドレスが未登録です', en: 'no email address' },
  'subscription-gone': {
    ja: '端末の通知登録が解除されました',
    en: 'device is no longer registered for notifications',
  },
  'contact-refused': {
    ja: 'プッシュサービスが「送信者の連絡先」を拒否しました。設定の連絡先を確認してください（端末の問題ではありません）',
    en: 'push service rejected the sender contact. Check it in the settings (the device is fine)',
  },
  'push-key-changed': {
    ja: '秘密鍵（VAPID）が登録時と異なります。対象の端末で「この端末に通知」を選び直してください',
    en: 'private key (VAPID) differs from the one this device was registered with. On that device, choose “Notify this device” again',
  },
  busy: { ja: '話し中', en: 'line busy' },
  'no-answer': { ja: '電話に応答なし', en: 'no answer' },
  voicemail: { ja: '留守番電話', en: 'reached voicemail' },
  canceled: { ja: '発信を取り消し', en: 'call cancelled' },
  'page-ended': { ja: '送信前に呼び出しが終了', en: 'page ended before it was sent' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const reasonWords = (reason: string): Bilingual =>
  Object.hasOwn(REASON_WORDS, reason)
    ? REASON_WORDS[reason as keyof typeof REASON_WORDS]
    : { ja: reason, en: reason };
