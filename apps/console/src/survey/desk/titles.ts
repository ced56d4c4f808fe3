import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({ reports: { ja: '情報連絡', en: 'Information reports' } });
