import { saysWhom } from '../../calling/rules.ts';
import { type Check, COMMAND, ofEntry } from '../check.ts';

export const callTreeDepth: Check = {
  id: 'call-tree-depth',
  title: { ja: '連絡網に二人目がいる', en: 'Call trees have a second person' },
  reason: {
    ja: '一人しかいないと、つかまらないときに止まる',
    en: 'With only one, it ends where that one cannot be reached',
  },
  lessons: ['C4-R1', 'C8-L1'],
  severity: 'high',
  actor: COMMAND,
  ask: ({ callTrees, rosters }) =>
    callTrees.map((tree) => {
      // A roster is as many as stand in it: one person in two places is one.
      const named = tree.steps
        .filter(saysWhom)
        .flatMap(({ personId, roster, deputyIds }) => [
          ...(personId === null ? [] : [personId]),
          ...(rosters.find(({ key }) => key === roster)?.people ?? []),
          ...deputyIds,
        ]);
      return ofEntry('call-trees', tree, new Set(named).size > 1);
    }),
};
