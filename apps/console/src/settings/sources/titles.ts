import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  sources: { ja: '受信元', en: 'Sources' },
});
