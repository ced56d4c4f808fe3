import { words } from '../words.ts';

export const FAILURE = words({
  card: { ja: 'この部分を表示できません', en: 'This section cannot be displayed' },
  cardWhy: {
    ja: 'ほかの部分は引き続き使用できます。記録は失われていません。',
    en: 'Everything else still works. No recorded data is lost.',
  },
  page: { ja: 'この画面を表示できません', en: 'This page cannot be displayed' },
  pageWhy: {
    ja: '記録は失われていません。もう一度試すか、「現況」に戻ってください。',
    en: 'No recorded data is lost. Try again, or go back to Now.',
  },
  missing: { ja: '画面の一部を読み込めませんでした', en: 'Part of the console could not load' },
  missingWhy: {
    ja: '新しい版に更新されたか、接続が切れています。接続を確認し、再読み込みしてください。',
    en: 'A new version is available, or the connection is down. Check the connection, then reload.',
  },
  reload: { ja: '再読み込み', en: 'Reload' },
});
