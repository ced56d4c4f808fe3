import type { Bilingual } from '../../../kernel/language.ts';
import type { LAYER_DAYS } from './schema.ts';

export const LAYER_DAYS_WORDS: Readonly<Record<(typeof LAYER_DAYS)[number], Bilingual>> = {
  every: { ja: '毎日', en: 'every day' },
  workdays: { ja: '営業日', en: 'workdays' },
  daysOff: { ja: '休日', en: 'days off' },
};
