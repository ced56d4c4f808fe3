import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  duty: { ja: '呼び出し順', en: 'On-call order' },
});
