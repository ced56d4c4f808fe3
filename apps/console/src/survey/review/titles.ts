import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({ reviews: { ja: '公表前の確認と同意', en: 'Reviews and consent' } });
