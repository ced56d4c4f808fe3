import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  plans: { ja: '対応計画', en: 'Plans' },
});
