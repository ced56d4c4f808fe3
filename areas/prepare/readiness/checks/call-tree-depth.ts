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
  ask: ({ callTrees }) =>
    callTrees.map((tree) => {
      const named = tree.steps.flatMap(({ personId, roster, deputyIds }) => [
        ...(personId === null ? [] : [personId]),
        ...(roster === null ? [] : [`roster ${roster}`]),
        ...deputyIds,
      ]);
      return ofEntry('call-trees', tree, new Set(named).size > 1);
    }),
};
