import { asWritten, registerKind } from '../registers/schema.ts';
import { calendar } from './schema.ts';
import { CALENDAR_FIELDS, CALENDAR_VALUES } from './words.ts';

/** When places work. */
export const CALENDARS = registerKind({
  register: 'calendars',
  name: { ja: '営業日カレンダー', en: 'Calendars' },
  empty: {
    ja: '拠点ごとの時間帯、休日、休業日を登録します。未登録の場合は、標準（平日8:30〜17:15）を使用します。',
    en: 'Hours, holidays and closures by site. Without one, the default applies (weekdays 8:30 to 17:15).',
  },
  shape: calendar,
  fields: CALENDAR_FIELDS,
  values: CALENDAR_VALUES,
  points: { sites: 'site' },
  recalls: {},
  kept: asWritten,
  ownScreen: false,
  guarded: true,
});
