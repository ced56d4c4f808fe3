import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({ own: { ja: '自組織の情報連絡', en: 'Your information reports' } });
