import type { Bilingual } from '../../../kernel/language.ts';

/** Said first, in both languages: it may be all that a lock screen shows, and nobody is to run for a drill. */
export const DRILL = '【訓練 DRILL】';
export const marked = (drill: boolean, text: string): string => `${drill ? DRILL : ''}${text}`;

/** The question no incident is closed without (C5-D2). */
export const COULD_BE_ATTACK: Bilingual = {
  ja: '攻撃の可能性はないか',
  en: 'Could this be an attack?',
};
