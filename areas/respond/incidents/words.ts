import type { Bilingual } from '../../../kernel/language.ts';

/** Said first, in both languages: it may be all that a lock screen shows, and nobody is to run for a drill. */
export const DRILL = '【訓練 DRILL】';
export const marked = (drill: boolean, text: string): string => `${drill ? DRILL : ''}${text}`;

/** Said wherever something is asked of an incident that is over. */
export const CLOSED: Bilingual = {
  ja: '終了済みです。必要なら対応を再開してください',
  en: 'The incident is closed: reopen it first',
};
