import { type Check, COMMAND } from '../check.ts';

export const routesFresh: Check = {
  id: 'routes-fresh',
  title: {
    ja: '呼ばれる人の連絡手段が半年以内に確かめられている',
    en: 'Whoever is called has a route verified within half a year',
  },
  reason: {
    ja: '異動や機種変更のあと、番号はその夜まで誰にも気付かれずに死んでいる',
    en: 'After a move or a new phone a number is dead and nobody knows until the night',
  },
  lessons: ['C4-R1', 'C9-L1'],
  severity: 'high',
  actor: COMMAND,
  ask: ({ called }) =>
    called.map(({ id, name, fresh }) => ({
      key: id,
      name,
      unitId: null,
      ready: fresh,
      link: `/prepare/people?search=${encodeURIComponent(name)}`,
    })),
};
