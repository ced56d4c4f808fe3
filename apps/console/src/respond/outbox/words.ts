import { words } from '../../words.ts';

export const OUTBOX = words({
  outboxEmpty: {
    ja: '送信したメッセージと、送信できなかったメッセージが表示されます。',
    en: 'Messages that were sent, and those that could not be, appear here.',
  },
  noMail: {
    ja: 'メールが未設定です。呼び出しをメールで送信できません。',
    en: 'Email is not set up, so pages cannot be sent by email.',
  },
  notSent: {
    ja: 'メールが未設定のため、{count}件が送信されていません。',
    en: 'Email is not set up. {count} {count|message was|messages were} not sent.',
  },
  to: { ja: '宛先', en: 'To' },
  reason: { ja: '理由', en: 'Reason' },
});
