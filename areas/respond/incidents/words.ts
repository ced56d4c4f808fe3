import type { Bilingual } from '../../../kernel/language.ts';
import type { LINKS, SYSTEM_STATES } from './schema.ts';

/** Said first, in both languages: it may be all that a lock screen shows, and nobody is to run for a drill. */
export const DRILL = '【訓練 DRILL】';
/** A text without what somebody wrote before it to say the same. */
export const withoutMark = (text: string): string =>
  text.replace(/^(#\d+ )?(?:\s*(?:【訓練[^】]*】|\[DRILL\]))+\s*/iu, '$1');
/** A text with that mark said in a reader's own language. */
export const markedIn = (mark: string, text: string): string => text.replace(DRILL, mark);
export const marked = (drill: boolean, text: string): string =>
  drill ? `${DRILL}${withoutMark(text)}` : text;

/** Said wherever something is asked of an incident that is over. */
export const CLOSED: Bilingual = {
  ja: '終了済みです。必要に応じて、対応を再開してください',
  en: 'The incident is closed. Reopen it first',
};

/** How a system stands in an incident. */
export const SYSTEM_STATE_WORDS: Readonly<Record<(typeof SYSTEM_STATES)[number], Bilingual>> = {
  suspected: { ja: '疑い', en: 'suspected' },
  affected: { ja: '影響あり', en: 'affected' },
  contained: { ja: '封じ込め', en: 'contained' },
  restored: { ja: '復旧', en: 'restored' },
  notAffected: { ja: '影響なし', en: 'not affected' },
};

/** How another incident belongs with this one. */
export const LINK_WORDS: Readonly<Record<(typeof LINKS)[number], Bilingual>> = {
  wave: { ja: '先行する波', en: 'earlier wave' },
  recurrence: { ja: '再発', en: 'recurrence' },
  precursor: { ja: '前兆', en: 'precursor' },
  sameEvent: { ja: '同一の事象', en: 'same event' },
};

/** What an incident is rated by. */
export const RATING_WORDS = {
  continuity: { ja: '継続', en: 'Continuity' },
  safety: { ja: '安全', en: 'Safety' },
  trust: { ja: '信頼', en: 'Trust' },
  noImpact: { ja: '今回は影響なし（対策の効果）', en: 'No impact this time (a measure worked)' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const SEVERITY_WORDS = [
  { ja: '0 影響なし', en: '0 none' },
  { ja: '1 低', en: '1 low' },
  { ja: '2 中', en: '2 medium' },
  { ja: '3 高', en: '3 high' },
  { ja: '4 重大', en: '4 critical' },
] as const satisfies readonly Bilingual[];
