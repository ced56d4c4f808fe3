import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({ hearings: { ja: 'ヒアリング', en: 'Hearings' } });
