import { type Check, ofAsset, SYSTEM_OWNER } from '../check.ts';

export const personsCounted: Check = {
  id: 'persons-counted',
  title: { ja: '持っているデータの人数が分かっている', en: 'How many persons the data are about is known' },
  reason: {
    ja: '漏れたとき、だれに知らせるかが決まらない',
    en: 'After a leak nobody can say whom to tell',
  },
  lessons: ['C5-S1'],
  severity: 'medium',
  actor: SYSTEM_OWNER,
  ask: ({ assets }) =>
    assets
      .filter(({ details }) => details.data.length > 0)
      .map((entry) =>
        ofAsset(
          entry,
          entry.details.data.every(({ persons }) => persons !== null),
        ),
      ),
};
