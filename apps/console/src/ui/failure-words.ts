import { words } from '../words.ts';

export const FAILURE = words({
  card: { ja: 'この部分を表示できません', en: 'This part cannot be shown' },
  cardWhy: {
    ja: 'ほかの部分はそのまま使えます。記録は失われていません。',
    en: 'Everything else goes on working, and nothing recorded is lost.',
  },
  page: { ja: 'この画面を表示できません', en: 'This page cannot be shown' },
  pageWhy: {
    ja: '記録は失われていません。もう一度試すか、「今」に戻ってください。',
    en: 'Nothing recorded is lost. Try again, or go back to Now.',
  },
  missing: { ja: '画面の一部を読み込めませんでした', en: 'Part of the console could not be loaded' },
  missingWhy: {
    ja: '新しい版に入れ替わったか、接続が切れています。接続を確かめ、再読み込みしてください。',
    en: 'A new version is in place, or the connection is down. Check the connection, then reload.',
  },
  reload: { ja: '再読み込み', en: 'Reload' },
});
