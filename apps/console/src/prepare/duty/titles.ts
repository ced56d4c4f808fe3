import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  duty: { ja: '当番の順', en: 'Duty list' },
});
