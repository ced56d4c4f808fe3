import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({ lists: { ja: '調査の一覧', en: 'Survey lists' } });
