import { asWritten, registerKind } from '../registers/schema.ts';
import { leave, roster } from './schema.ts';
import { LEAVE_FIELDS, ROSTER_FIELDS, ROSTER_VALUES } from './words.ts';

/** Who is on when. */
export const ROSTERS = registerKind({
  register: 'rosters',
  name: { ja: '当番シフト表', en: 'Rosters' },
  empty: {
    ja: '交代の規則に基づく当番シフト表を登録します。',
    en: 'Rosters built from rotations.',
  },
  shape: roster,
  fields: ROSTER_FIELDS,
  values: ROSTER_VALUES,
  points: { calendar: 'calendars', personId: 'person' },
  recalls: {},
  kept: asWritten,
  ownScreen: false,
  guarded: true,
});

/** Who is away; on days gone by it stays as it was, for who stood in then would be another. */
export const LEAVE = registerKind({
  register: 'leave',
  name: { ja: '不在の予定', en: 'Leave' },
  empty: { ja: '休暇や出張などの不在の予定を登録します。', en: 'Who is away, and when.' },
  shape: leave,
  fields: LEAVE_FIELDS,
  values: {},
  points: { personId: 'person' },
  recalls: {},
  kept: asWritten,
  ownScreen: false,
  guarded: true,
});
