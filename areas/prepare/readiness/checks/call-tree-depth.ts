import { type Check, COMMAND, ofEntry } from '../check.ts';
import { calledBy } from './called-by.ts';

export const callTreeDepth: Check = {
  id: 'call-tree-depth',
  title: { ja: '連絡網に2人以上を登録', en: 'Call trees have at least two people' },
  reason: {
    ja: '1人のみの場合、応答がないと連絡が途絶えます',
    en: 'With only one person, paging ends if they cannot be reached',
  },
  lessons: ['C4-R1', 'C8-L1'],
  severity: 'high',
  actor: COMMAND,
  ask: (registers) =>
    registers.callTrees.map((tree) => {
      // A roster is as many as stand in it: one person in two places is one.
      const named = tree.steps.flatMap((step) => calledBy(step, registers));
      return ofEntry('call-trees', tree, new Set(named).size > 1);
    }),
};
