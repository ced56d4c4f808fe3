import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  people: { ja: '利用者', en: 'People' },
  also: {
    ja: '招待 ユーザー メンバー アカウント 役割 権限',
    en: 'invite users members accounts roles permissions',
  },
});
