import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { Leave, Roster } from './schema.ts';

export const ROSTER_FIELDS = {
  calendar: { ja: 'カレンダー', en: 'Calendar' },
  layers: { ja: '呼び出し段階（上から順に呼び出し）', en: 'Layers, called in order' },
  from: { ja: '開始', en: 'From' },
  until: { ja: '終了', en: 'Until' },
  days: { ja: '対象日', en: 'Days' },
  start: { ja: '最初の日', en: 'First day' },
  turnDays: { ja: '1回の日数', en: 'Days per shift' },
  members: { ja: '担当者', en: 'Members' },
  personId: { ja: '担当者', en: 'Person' },
  overrides: { ja: '個別変更', en: 'Overrides' },
  layer: { ja: '呼び出し段階', en: 'Layer' },
  reason: { ja: '理由', en: 'Reason' },
  handOver: { ja: '引き継ぎ事項', en: 'Handover notes' },
} as const satisfies FieldWords<Roster>;

export const ROSTER_VALUES = {
  every: { ja: '毎日', en: 'every day' },
  workdays: { ja: '営業日', en: 'workdays' },
  daysOff: { ja: '休日', en: 'days off' },
} as const satisfies ValueWords<Roster>;

export const LEAVE_FIELDS = {
  personId: { ja: '担当者', en: 'Person' },
  from: { ja: '開始', en: 'From' },
  fromTime: { ja: '初日の時刻（終日の場合は空欄）', en: 'Time on the first day (empty for all day)' },
  until: { ja: '終了', en: 'Until' },
  untilTime: { ja: '最終日の時刻（終日の場合は空欄）', en: 'Time on the last day (empty for all day)' },
} as const satisfies FieldWords<Leave>;
