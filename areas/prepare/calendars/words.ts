import type { Bilingual } from '../../../kernel/language.ts';
import type { BANDS, PUBLIC_HOLIDAYS } from './schema.ts';

export const BAND_WORDS: Readonly<Record<(typeof BANDS)[number], Bilingual>> = {
  day: { ja: '平日昼', en: 'Weekday, daytime' },
  night: { ja: '夜間', en: 'Night' },
  holiday: { ja: '休日', en: 'Holiday' },
};

export const PUBLIC_HOLIDAY_WORDS: Readonly<Record<(typeof PUBLIC_HOLIDAYS)[number], Bilingual>> = {
  jp: { ja: '日本の祝日', en: 'Japan' },
  none: { ja: 'なし', en: 'none' },
};

/** From Monday, as ISO 8601 counts. */
export const WEEKDAY_WORDS = [
  { ja: '月', en: 'Mon' },
  { ja: '火', en: 'Tue' },
  { ja: '水', en: 'Wed' },
  { ja: '木', en: 'Thu' },
  { ja: '金', en: 'Fri' },
  { ja: '土', en: 'Sat' },
  { ja: '日', en: 'Sun' },
] as const satisfies readonly Bilingual[];
