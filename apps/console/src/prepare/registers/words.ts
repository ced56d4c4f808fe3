import { CALENDAR_FIELDS, CALENDAR_VALUES } from '../../../../../areas/prepare/calendars/words.ts';
import { CALL_TREE_FIELDS, CALL_TREE_VALUES } from '../../../../../areas/prepare/calling/words.ts';
import { FALLBACK_FIELDS, FALLBACK_VALUES } from '../../../../../areas/prepare/fallbacks/words.ts';
import { OUTLET_FIELDS, OUTLET_VALUES } from '../../../../../areas/prepare/outlets/words.ts';
import { PARTY_FIELDS, PARTY_VALUES } from '../../../../../areas/prepare/parties/words.ts';
import { PLAN_FIELDS, PLAN_VALUES } from '../../../../../areas/prepare/plans/words.ts';
import { COMMON_FIELDS } from '../../../../../areas/prepare/registers/schema.ts';
import { ROSTER_FIELDS, ROSTER_VALUES } from '../../../../../areas/prepare/rosters/words.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { words } from '../../words.ts';

/** Fields of entries by name, for screens that show parts of several registers. */
export const FIELD_WORDS: Readonly<Record<string, Bilingual>> = {
  ...COMMON_FIELDS,
  ...CALENDAR_FIELDS,
  ...CALL_TREE_FIELDS,
  ...FALLBACK_FIELDS,
  ...OUTLET_FIELDS,
  ...PARTY_FIELDS,
  ...PLAN_FIELDS,
  ...ROSTER_FIELDS,
};

/** Values of entries by what they are in the data, for the same. */
export const VALUE_WORDS: Readonly<Record<string, Bilingual>> = {
  ...CALENDAR_VALUES,
  ...CALL_TREE_VALUES,
  ...FALLBACK_VALUES,
  ...OUTLET_VALUES,
  ...PARTY_VALUES,
  ...PLAN_VALUES,
  ...ROSTER_VALUES,
  possible: { ja: 'おそれあり', en: 'Possible' },
  confirmed: { ja: '確認済み', en: 'Confirmed' },
  true: { ja: 'はい', en: 'yes' },
  false: { ja: 'いいえ', en: 'no' },
  high: { ja: '重い', en: 'Grave' },
  medium: { ja: '中くらい', en: 'Medium' },
  low: { ja: '軽い', en: 'Light' },
  weekday1: { ja: '月', en: 'Mon' },
  weekday2: { ja: '火', en: 'Tue' },
  weekday3: { ja: '水', en: 'Wed' },
  weekday4: { ja: '木', en: 'Thu' },
  weekday5: { ja: '金', en: 'Fri' },
  weekday6: { ja: '土', en: 'Sat' },
  weekday7: { ja: '日', en: 'Sun' },
};

export const REGISTER = words({
  changedBy: { ja: '更新した人', en: 'By' },
  changed: { ja: '変更', en: 'changed' },
  callMatrixHint: {
    ja: '原因と時間帯ごとに、だれをどの順に呼ぶか。9つそろえておくと、夜中に迷いません。',
    en: 'Who is called in which order, by cause and time of day. With all nine, nobody has to think at night.',
  },
  missingCell: { ja: '未設定 – 書く', en: 'missing – write it' },
  whoNow: { ja: '今ならだれを呼ぶか', en: 'Who would be called now' },
  dutyInstead: {
    ja: 'この時間帯に連絡網で呼べる人がいないため、当番の順に呼びます。',
    en: 'No call tree names anybody for this hour: the duty list is asked.',
  },
  deputies: { ja: '代理', en: 'deputies' },
  burden: { ja: '負担（90日）', en: 'Burden (90 days)' },
  shifts: { ja: '回', en: 'Shifts' },
  nights: { ja: '夜', en: 'Nights' },
  daysOff: { ja: '休日', en: 'Days off' },
  noGaps: { ja: '90日先まで、穴も重なりもありません', en: 'No gap and no overlap for 90 days' },
  gapsAhead: { ja: 'だれもいない時間 {n}件', en: '{n} gaps' },
  overlapsAhead: { ja: '一人が二つに重なる時間 {n}件', en: '{n} overlaps' },
  off: { ja: '休', en: 'off' },
  nobodyOn: { ja: 'なし', en: 'nobody' },
});
