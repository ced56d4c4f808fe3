import { type Check, ofAsset, SYSTEM_OWNER } from '../check.ts';

export const personsCounted: Check = {
  id: 'persons-counted',
  title: { ja: '保有する個人データの本人数を把握', en: 'The number of people in the data is known' },
  reason: {
    ja: '漏えい時に、通知の対象を特定できません',
    en: 'After a leak, you cannot tell whom to notify',
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
