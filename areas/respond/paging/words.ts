import type { Bilingual } from '../../../kernel/language.ts';
import { PASSED_OVER_WORDS as PASSED_OVER_BY_TREE } from '../../prepare/calling/words.ts';
import type { PASSED_OVER } from './schema.ts';

/** Why somebody is passed over. */
export const PASSED_OVER_WORDS: Readonly<Record<(typeof PASSED_OVER)[number], Bilingual>> = {
  ...PASSED_OVER_BY_TREE,
  'no-route': { ja: '連絡手段がない', en: 'no way to reach them' },
  'not-sent': { ja: '送れる連絡手段がない', en: 'no way to them could be sent by' },
};

/** Why a page was stopped. */
export const PAGE_STOP_WORDS: Readonly<Record<'alarms-ended', Bilingual>> = {
  'alarms-ended': { ja: 'アラームがすべて終わった', en: 'all its alarms have ended' },
};

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
