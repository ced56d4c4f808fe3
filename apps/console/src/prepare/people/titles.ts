import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  people: { ja: '利用者', en: 'People' },
});
