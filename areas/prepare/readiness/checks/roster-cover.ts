import { type Check, COMMAND, ofEntry } from '../check.ts';

export const rosterCover: Check = {
  id: 'roster-cover',
  title: {
    ja: '当番シフト表に90日先まで空き・無効な変更なし',
    en: 'Rosters have no gaps or invalid overrides for the next 90 days',
  },
  reason: { ja: '空きの時間帯の呼び出しは、誰にも届きません', en: 'A page in a gap reaches no one' },
  lessons: ['C6-N5'],
  severity: 'high',
  actor: COMMAND,
  ask: ({ rosters }) =>
    rosters.map((roster) => ofEntry('rosters', roster, roster.gaps === 0 && roster.fallen === 0)),
};
