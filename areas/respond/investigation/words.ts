import type { Bilingual } from '../../../kernel/language.ts';

/** The question no incident is closed without (C5-D2). */
export const COULD_BE_ATTACK: Bilingual = {
  ja: '攻撃の可能性はないか',
  en: 'Could this be an attack?',
};
