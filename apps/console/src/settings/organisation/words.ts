import { words } from '../../words.ts';

export const ORGANISATION = words({
  units: { ja: '部署', en: 'Departments' },
  mark: { ja: 'ロゴ', en: 'Logo' },
  noMark: { ja: 'ロゴは未登録です', en: 'No logo yet' },
  markHint: {
    ja: 'PNG・JPEG・WebPの画像、256 KBまで。メニューの上部と、公開している状況ページに表示します。撮影情報などは削除します。',
    en: 'PNG, JPEG or WebP, up to 256 KB. Shown above the menu and on the public status page. Metadata is removed.',
  },
  chooseMark: { ja: 'ロゴの選択', en: 'Choose logo' },
  replaceMark: { ja: 'ロゴの変更', en: 'Change logo' },
  timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
  removeDemoHint: {
    ja: 'デモのデータはすべて削除され、元に戻せません。操作した利用者が、新しい組織の管理者になります。',
    en: 'All demo data is permanently deleted. You become the administrator of an empty organisation.',
  },
  resetDemo: { ja: 'デモの初期化', en: 'Reset the demo' },
  resetDemoHint: {
    ja: 'デモで行った操作はすべて削除され、架空の水道局を現在の時刻で作り直します。数秒かかります。管理者として残るのは、操作した利用者だけです。',
    en: 'Everything done in the demo is deleted, and the fictional water utility is set up again as of now. This takes a few seconds. You stay as its only administrator.',
  },
  resetInJapanese: { ja: '日本語で初期化', en: 'Reset in Japanese' },
  resetInEnglish: { ja: '英語で初期化', en: 'Reset in English' },
  startOwn: { ja: '自組織での利用開始', en: 'Start with your organisation' },
  others: { ja: 'このサーバーの別の組織', en: 'Other organisations on this server' },
  othersHint: {
    ja: '委託元と委託先など、記録を連携する組織を登録します。連携した記録以外は、互いに閲覧できません。',
    en: 'For organisations that share records, such as a provider and its customer. Each sees only the linked records of the other.',
  },
  found: { ja: '別の組織の登録', en: 'Add organisation' },
  administrator: { ja: '最初の管理者の氏名', en: 'First administrator’s name' },
  language: { ja: '表示言語', en: 'Language' },
  linkHint: {
    ja: '最初の管理者に渡すサインインリンクです。24時間以内に一度だけ使用できます。',
    en: 'Sign-in link for the first administrator. It works once, within 24 hours.',
  },
  signsInAlready: {
    ja: '登録しました。管理者は既存のアカウントでサインインできます。',
    en: 'Organisation added. Its administrator already has an account and signs in as usual.',
  },
  organisationName: { ja: '組織名', en: 'Organisation name' },
});
