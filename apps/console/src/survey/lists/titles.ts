import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({ lists: { ja: '項目と期限', en: 'Lists and deadlines' } });
