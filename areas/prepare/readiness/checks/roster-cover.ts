import { type Check, COMMAND, ofEntry } from '../check.ts';

export const rosterCover: Check = {
  id: 'roster-cover',
  title: { ja: '当番表に90日先まで空きがない', en: 'Rosters have no gap in the next 90 days' },
  reason: { ja: '空いた時間に鳴った呼出はだれにも届かない', en: 'A page in a gap reaches nobody' },
  lessons: ['C6-N5'],
  severity: 'high',
  actor: COMMAND,
  ask: ({ rosters }) => rosters.map((roster) => ofEntry('rosters', roster, roster.gaps === 0)),
};
