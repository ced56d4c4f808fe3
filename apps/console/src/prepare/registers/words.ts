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
    en: '{n} {n|field needs|fields need} fixing. See the note at each field',
  },
  changedBy: { ja: '更新者', en: 'Updated by' },
  changed: { ja: '変更', en: 'changed' },
  cellsAll: { ja: '連絡網は9通りすべて登録済み', en: 'All 9 call trees are in place' },
  cells: {
    ja: '連絡網は9通りのうち{n}通りを登録済み（未登録 {missing}）',
    en: '{n} of 9 call trees in place ({missing} missing)',
  },
  callMatrixHint: {
    ja: '原因と時間帯ごとの呼び出し順です。9件すべてを整備すると、夜間でも迷わず連絡できます。',
    en: 'Who is called in which order, by cause and time of day. Complete all nine so that no one has to improvise at night.',
  },
  missingCell: { ja: '未設定 – 作成', en: 'missing – create' },
  whoNow: { ja: '現在の呼び出し先', en: 'Current call order' },
  dutyInstead: {
    ja: 'この時間帯の連絡網に該当者がいないため、呼び出し順に従って呼び出します。',
    en: 'No call tree covers this hour. The on-call order is used.',
  },
  passedOver: { ja: '呼び出し対象外', en: 'Not called' },
  deputies: { ja: '代理', en: 'deputies' },
  burden: { ja: '負担（90日）', en: 'Burden (90 days)' },
  shifts: { ja: '当番回数', en: 'Shifts' },
  nights: { ja: '夜間', en: 'Nights' },
  daysOff: { ja: '休日', en: 'Days off' },
  noGaps: { ja: '90日先まで、空き・重複はありません', en: 'No gaps or overlaps for 90 days' },
  gapsAhead: { ja: '空き {n}件', en: '{n} {n|gap|gaps}' },
  overlapsAhead: { ja: '重複 {n}件', en: '{n} {n|overlap|overlaps}' },
  layerGapsAhead: {
    ja: '「{layer}」の空き {n}件（ほかの呼び出し段階で対応する時間を含む）',
    en: '{n} uncovered {n|shift|shifts} in “{layer}” (may be covered by another layer)',
  },
  outsideLayer: {
    ja: '最初の呼び出し段階「{layer}」の対象外時間 {n}件（ほかの段階から呼び出し）',
    en: '{n} {n|period|periods} outside the first layer “{layer}” (another layer is called first)',
  },
  fallenAhead: {
    ja: '無効になった個別変更・交代 {n}件（担当者の離任・不在）',
    en: '{n} {n|override or swap no longer applies|overrides or swaps no longer apply} (the person has left or is away)',
  },
  off: { ja: '休', en: 'off' },
  nobodyOn: { ja: 'なし', en: 'no one' },
});
