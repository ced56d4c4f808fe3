import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  rules: { ja: '宣言ルール', en: 'Rules' },
});
