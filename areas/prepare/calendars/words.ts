import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { Calendar } from './schema.ts';

export const CALENDAR_FIELDS = {
  sites: { ja: 'このカレンダーで動く拠点', en: 'Sites that keep these hours' },
  timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
  workdays: { ja: '営業する曜日', en: 'Workdays' },
  dayFrom: { ja: '日中の始まり', en: 'Day from' },
  dayUntil: { ja: '日中の終わり', en: 'Day until' },
  publicHolidays: { ja: '祝日', en: 'Public holidays' },
  closures: { ja: '毎年の休業日（月-日）', en: 'Closed every year (month-day)' },
  closedOn: { ja: '臨時の休業日', en: 'Closed on' },
  openOn: { ja: '臨時の営業日', en: 'Open on' },
} as const satisfies FieldWords<Calendar>;

export const CALENDAR_VALUES = {
  jp: { ja: '日本の祝日', en: 'Japan' },
  none: { ja: 'なし', en: 'none' },
} as const satisfies ValueWords<Calendar>;
