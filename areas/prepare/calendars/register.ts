import { asWritten, registerKind } from '../registers/schema.ts';
import { calendar } from './schema.ts';

/** When places work. */
export const CALENDARS = registerKind({
  register: 'calendars',
  name: { ja: '営業日カレンダー', en: 'Calendars' },
  empty: {
    ja: '拠点ごとの時間帯、休日、休業日がここに並びます。なければ標準（平日8:30〜17:15）を使います。',
    en: 'Hours, holidays and closures by site. Without one the usual is used (weekdays 8:30 to 17:15).',
  },
  shape: calendar,
  fields: {
    sites: { ja: 'このカレンダーで動く拠点', en: 'Sites that keep these hours' },
    timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
    workdays: { ja: '営業する曜日', en: 'Workdays' },
    dayFrom: { ja: '日中の始まり', en: 'Day from' },
    dayUntil: { ja: '日中の終わり', en: 'Day until' },
    publicHolidays: { ja: '祝日', en: 'Public holidays' },
    closures: { ja: '毎年の休業日（月-日）', en: 'Closed every year (month-day)' },
    closedOn: { ja: '臨時の休業日', en: 'Closed on' },
    openOn: { ja: '臨時の営業日', en: 'Open on' },
  },
  values: {
    jp: { ja: '日本の祝日', en: 'Japan' },
    none: { ja: 'なし', en: 'none' },
  },
  points: { sites: 'site' },
  recalls: {},
  kept: asWritten,
  guarded: false,
});
