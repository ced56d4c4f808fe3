import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  improvements: { ja: '改善策', en: 'Improvements' },
});
