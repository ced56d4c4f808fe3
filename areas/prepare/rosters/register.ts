import { asWritten, registerKind } from '../registers/schema.ts';
import { leave, roster } from './schema.ts';

/** Who is on when. */
export const ROSTERS = registerKind({
  register: 'rosters',
  name: { ja: '当番表', en: 'Rosters' },
  empty: {
    ja: '交代の規則から作る当番表がここに並びます。',
    en: 'Rosters made from rotations appear here.',
  },
  shape: roster,
  fields: {
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
  },
  values: {
    every: { ja: '毎日', en: 'every day' },
    workdays: { ja: '営業日', en: 'workdays' },
    daysOff: { ja: '休日', en: 'days off' },
  },
  points: { calendar: 'calendars', personId: 'person' },
  recalls: {},
  kept: asWritten,
  guarded: false,
});

/** Who is away; on days gone by it stays as it was, for turns are counted by it. */
export const LEAVE = registerKind({
  register: 'leave',
  name: { ja: '不在の予定', en: 'Leave' },
  empty: { ja: '休暇や出張の予定がここに並びます。', en: 'Who is away, and when.' },
  shape: leave,
  fields: {
    personId: { ja: '人', en: 'Person' },
    from: { ja: '始まり', en: 'From' },
    until: { ja: '終わり', en: 'Until' },
  },
  values: {},
  points: { personId: 'person' },
  recalls: {},
  kept: asWritten,
  guarded: true,
});
