import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  headquartersTime: { ja: '本部設置所要時間', en: 'Time to headquarters' },
});
