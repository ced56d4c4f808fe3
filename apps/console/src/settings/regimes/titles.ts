import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  regimes: { ja: '届出・報告の期限', en: 'Report deadlines' },
  also: { ja: '報告先 所管省庁 個人情報保護委員会 起算', en: 'authorities recipients regulator ministry' },
});
