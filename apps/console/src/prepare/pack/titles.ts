import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  pack: { ja: '持ち出しパック', en: 'Grab-and-go pack' },
});
