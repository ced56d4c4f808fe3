import { type Check, COMMAND, ofEntry } from '../check.ts';

export const rosterCover: Check = {
  id: 'roster-cover',
  title: {
    ja: '当番表の90日先まで、どの段にも空きも、外れた変更・交代もない',
    en: 'Rosters have no gap in any layer and no override fallen away in the next 90 days',
  },
  reason: { ja: '空いた時間に鳴った呼出はだれにも届かない', en: 'A page in a gap reaches nobody' },
  lessons: ['C6-N5'],
  severity: 'high',
  actor: COMMAND,
  ask: ({ rosters }) =>
    rosters.map((roster) => ofEntry('rosters', roster, roster.gaps === 0 && roster.fallen === 0)),
};
