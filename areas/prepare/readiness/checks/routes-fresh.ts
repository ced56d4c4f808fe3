import { type Check, COMMAND } from '../check.ts';

export const routesFresh: Check = {
  id: 'routes-fresh',
  title: {
    ja: '連絡手段を半年以内に確認',
    en: 'People who are paged have a route verified within six months',
  },
  reason: {
    ja: '異動や機種変更により、使用できない番号が残っている可能性があります',
    en: 'After a move or a new phone, a number may no longer work',
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
