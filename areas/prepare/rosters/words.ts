import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { Leave, Roster } from './schema.ts';

export const ROSTER_FIELDS = {
  calendar: { ja: 'カレンダー', en: 'Calendar' },
  layers: { ja: '段（上から順に呼ぶ）', en: 'Layers, asked in order' },
  from: { ja: '始まり', en: 'From' },
  until: { ja: '終わり', en: 'Until' },
  days: { ja: '受け持つ日', en: 'Days' },
  start: { ja: '最初の日', en: 'First day' },
  turnDays: { ja: '一回の日数', en: 'Days a turn' },
  members: { ja: '人', en: 'Members' },
  personId: { ja: '人', en: 'Person' },
  overrides: { ja: '個別の変更', en: 'Overrides' },
  layer: { ja: '段（0から）', en: 'Layer (from 0)' },
  reason: { ja: '理由', en: 'Reason' },
  handOver: { ja: '引き継ぎ', en: 'Hand-over' },
} as const satisfies FieldWords<Roster>;

export const ROSTER_VALUES = {
  every: { ja: '毎日', en: 'every day' },
  workdays: { ja: '営業日', en: 'workdays' },
  daysOff: { ja: '休日', en: 'days off' },
} as const satisfies ValueWords<Roster>;

export const LEAVE_FIELDS = {
  personId: { ja: '人', en: 'Person' },
  from: { ja: '始まり', en: 'From' },
  fromTime: { ja: '初日の時刻（終日なら空）', en: 'Time on the first day (empty: all day)' },
  until: { ja: '終わり', en: 'Until' },
  untilTime: { ja: '最終日の時刻（終日なら空）', en: 'Time on the last day (empty: all day)' },
} as const satisfies FieldWords<Leave>;
