import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  callMatrix: { ja: '連絡網', en: 'Call trees' },
});
