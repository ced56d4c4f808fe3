import { CALENDAR_FIELDS } from '../../../../../areas/prepare/calendars/words.ts';
import { CALL_TREE_FIELDS } from '../../../../../areas/prepare/calling/words.ts';
import { FALLBACK_FIELDS } from '../../../../../areas/prepare/fallbacks/words.ts';
import { OUTLET_FIELDS } from '../../../../../areas/prepare/outlets/words.ts';
import { PARTY_FIELDS } from '../../../../../areas/prepare/parties/words.ts';
import { PLAN_FIELDS } from '../../../../../areas/prepare/plans/words.ts';
import { COMMON_FIELDS } from '../../../../../areas/prepare/registers/schema.ts';
import { ROSTER_FIELDS } from '../../../../../areas/prepare/rosters/words.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { words } from '../../words.ts';

/** Fields of entries by name, for screens that show parts of several registers. */
export const FIELD_WORDS = {
  ...COMMON_FIELDS,
  ...CALENDAR_FIELDS,
  ...CALL_TREE_FIELDS,
  ...FALLBACK_FIELDS,
  ...OUTLET_FIELDS,
  ...PARTY_FIELDS,
  ...PLAN_FIELDS,
  ...ROSTER_FIELDS,
} as const;

export const fieldWords = (name: string): Bilingual | undefined =>
  Object.hasOwn(FIELD_WORDS, name) ? FIELD_WORDS[name as keyof typeof FIELD_WORDS] : undefined;

export const REGISTER = words({
  amiss: {
    ja: '修正が必要な項目が{n}件あります。各欄の説明を確認してください',
    en: '{n} to fix: see the note at each field',
  },
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
  passedOver: { ja: '呼ばない人', en: 'Not called' },
  deputies: { ja: '代理', en: 'deputies' },
  burden: { ja: '負担（90日）', en: 'Burden (90 days)' },
  shifts: { ja: '回', en: 'Shifts' },
  nights: { ja: '夜', en: 'Nights' },
  daysOff: { ja: '休日', en: 'Days off' },
  noGaps: { ja: '90日先まで、穴も重なりもありません', en: 'No gap and no overlap for 90 days' },
  gapsAhead: { ja: 'だれもいない時間 {n}件', en: '{n} gaps' },
  overlapsAhead: { ja: '一人が二つに重なる時間 {n}件', en: '{n} overlaps' },
  layerGapsAhead: {
    ja: '「{layer}」の当番がいない時間 {n}件（ほかの段が受け持つ場合も）',
    en: '{n} turns of “{layer}” that nobody takes, covered by another layer or not',
  },
  outsideLayer: {
    ja: '最初に呼ぶ「{layer}」が受け持たない時間 {n}件（ほかの段が最初に呼ばれる）',
    en: '{n} stretches outside “{layer}”, which is asked first: another layer is asked first then',
  },
  fallenAhead: {
    ja: '外れた個別の変更・交代 {n}件（引き受けた人が離任・不在）',
    en: '{n} overrides or swaps fell away (the taker has left or is away)',
  },
  off: { ja: '休', en: 'off' },
  nobodyOn: { ja: 'なし', en: 'nobody' },
});
