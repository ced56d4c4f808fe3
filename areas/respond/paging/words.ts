import type { Bilingual } from '../../../kernel/language.ts';

/** Texts of a page; {subject} and the others are filled by compose-message.ts. */
export const WORDS = {
  incident: { ja: '【呼出】{subject}', en: '[PAGE] {subject}' },
  breakGlass: {
    ja: '【警告】非常用アカウントが使われました: {subject}',
    en: '[WARNING] Break-glass account used: {subject}',
  },
  andOthers: { ja: '{subject} ほか{count}件', en: '{subject} and {count} more' },
  more: { ja: 'ほか{count}件', en: 'and {count} more' },
  ask: {
    ja: '応答してください。{minutes}分以内に応答がなければ次の担当者を呼び出します。',
    en: 'Please answer. Without an answer within {minutes} min the next person is called.',
  },
  confirm: {
    ja: '心当たりがなければ直ちに確認してください。',
    en: 'If you do not know why, look into it at once.',
  },
  answer: { ja: '応答する', en: 'Acknowledge' },
  byCode: { ja: '応答：{code} と返信', en: 'Reply {code} to answer' },
  open: { ja: '詳細', en: 'Details' },
  once: {
    ja: 'このリンクは一度だけ、{until} まで使えます。サインインは要りません。',
    en: 'This link works once, until {until}, without signing in.',
  },
  organisation: { ja: '組織', en: 'Organisation' },
  demo: { ja: '（デモ）', en: '(demo)' },
  notShown: {
    ja: '〔応答リンクは本人宛てのメッセージにのみ入ります〕',
    en: '[the link is only in the message itself]',
  },
} as const satisfies Record<string, Bilingual>;

/** Questions that are answered by a link. */
export const QUESTION_WORDS = {
  route: {
    subject: { ja: '連絡先の確認', en: 'Does this reach you?' },
    ask: {
      ja: 'このアドレスは緊急時の連絡先として登録されています。届いたことを、次のリンクから答えてください。',
      en: 'This address is registered as a way to reach you in an emergency. Please answer by the link that it arrived.',
    },
    open: { ja: '届いたと答える', en: 'It arrived' },
  },
  sheet: {
    subject: { ja: '共通認識シートの確認のお願い', en: 'Please acknowledge our shared understanding' },
    ask: {
      ja: '構成・重要さ・役割と義務について、双方の理解が同じであることを確かめさせてください。次のリンクから内容をお読みのうえ、確認をお願いします。',
      en: 'We would like to make sure that we both understand configuration, importance and duties alike. Please read the sheet behind the link and acknowledge it.',
    },
    open: { ja: 'シートを読む', en: 'Read the sheet' },
  },
  notYou: {
    ja: '心当たりのない場合は、このメールを捨ててください。',
    en: 'If this means nothing to you, please discard this message.',
  },
} as const;
