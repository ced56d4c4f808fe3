import { words } from '../../words.ts';

export const OUTBOX = words({
  outboxEmpty: {
    ja: '送信したもの、できなかったものがここに並びます。',
    en: 'What was sent, and what could not be, appears here.',
  },
  notSent: {
    ja: 'メールが設定されていないため、{count} 件が送信されていません。',
    en: 'E-mail is not configured: {count} messages were not sent.',
  },
  to: { ja: '宛先', en: 'To' },
  reason: { ja: '理由', en: 'Reason' },
});
