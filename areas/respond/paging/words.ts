import type { Bilingual } from '../../../kernel/language.ts';
import { PASSED_OVER_WORDS as PASSED_OVER_BY_TREE } from '../../prepare/calling/words.ts';
import type { PASSED_OVER } from './schema.ts';

/** Why somebody is passed over. */
export const PASSED_OVER_WORDS: Readonly<Record<(typeof PASSED_OVER)[number], Bilingual>> = {
  ...PASSED_OVER_BY_TREE,
  'no-route': { ja: '連絡手段なし', en: 'no contact route' },
  'not-sent': { ja: '送信可能な連絡手段なし', en: 'no usable contact route' },
};

/** Why a page was stopped. */
export const PAGE_STOP_WORDS: Readonly<Record<'alarms-ended', Bilingual>> = {
  'alarms-ended': { ja: 'すべてのアラームが終了', en: 'all alarms have ended' },
};

/** Texts of a page; {subject} and the others are filled by compose-message.ts. */
export const WORDS = {
  incident: { ja: '【呼び出し】{subject}', en: '[PAGE] {subject}' },
  breakGlass: {
    ja: '【警告】非常用アカウントの使用：{subject}',
    en: '[WARNING] Break-glass account used: {subject}',
  },
  andOthers: { ja: '{subject} ほか{count}件', en: '{subject} and {count} more' },
  more: { ja: 'ほか{count}件', en: 'and {count} more' },
  ask: {
    ja: '応答してください。{minutes}分以内に応答がない場合は、次の担当者を呼び出します。',
    en: 'Please acknowledge. If there is no answer within {minutes} min, the next person is paged.',
  },
  confirm: {
    ja: '心当たりがない場合は、直ちに確認してください。',
    en: 'If you do not know why, check immediately.',
  },
  answer: { ja: '応答', en: 'Acknowledge' },
  byCode: { ja: '応答：「{code}」と返信', en: 'Reply {code} to answer' },
  open: { ja: '詳細', en: 'Details' },
  once: {
    ja: 'このリンクは{until}まで、一度だけ使用できます。サインインは不要です。',
    en: 'This link works once, until {until}. No sign-in needed.',
  },
  organisation: { ja: '組織', en: 'Organisation' },
  demo: { ja: '（デモ）', en: ' (demo)' },
  notShown: {
    ja: '［応答用リンクは本人宛てのメッセージにのみ記載されます］',
    en: '[the link appears only in the message itself]',
  },
} as const satisfies Record<string, Bilingual>;

/** What of a page was found to stand still. */
export const PAGE_REPAIR_WORDS = {
  lostMessage: { ja: '送信の停止を検出', en: 'message was stuck' },
  clockSetBack: {
    ja: '時刻の巻き戻りによる待ち時間の延長を検出',
    en: 'clock was set back, extending wait times',
  },
  lostEscalation: { ja: '次の担当への呼び出しの停止を検出', en: 'escalation was lost' },
} as const satisfies Readonly<Record<string, Bilingual>>;
