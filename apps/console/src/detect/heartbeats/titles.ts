import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  heartbeats: { ja: '死活監視', en: 'Heartbeats' },
});
