import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  cycles: { ja: '年度の調査', en: 'Surveys by year' },
});
