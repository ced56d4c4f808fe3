import type { Bilingual } from '../../../kernel/language.ts';
import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { BANDS, Calendar } from './schema.ts';

export const CALENDAR_FIELDS = {
  sites: { ja: '適用する拠点', en: 'Sites using this calendar' },
  timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
  workdays: { ja: '営業する曜日', en: 'Workdays' },
  dayFrom: { ja: '日中の開始', en: 'Day starts' },
  dayUntil: { ja: '日中の終了', en: 'Day ends' },
  publicHolidays: { ja: '祝日', en: 'Public holidays' },
  closures: { ja: '毎年の休業日（月-日）', en: 'Closed every year (month-day)' },
  closedOn: { ja: '臨時の休業日', en: 'Closed on' },
  openOn: { ja: '臨時の営業日', en: 'Open on' },
} as const satisfies FieldWords<Calendar>;

export const CALENDAR_VALUES = {
  jp: { ja: '日本の祝日', en: 'Japan' },
  none: { ja: 'なし', en: 'none' },
} as const satisfies ValueWords<Calendar>;

export const BAND_WORDS: Readonly<Record<(typeof BANDS)[number], Bilingual>> = {
  day: { ja: '平日昼', en: 'Weekday, daytime' },
  night: { ja: '夜間', en: 'Night' },
  holiday: { ja: '休日', en: 'Holiday' },
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
