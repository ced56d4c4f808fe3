import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  organisation: { ja: '組織', en: 'Organisation' },
  also: { ja: '部署 タイムゾーン 組織名', en: 'departments time zone' },
});
