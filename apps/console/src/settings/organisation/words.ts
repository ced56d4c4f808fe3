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
  groups: { ja: 'グループによる役割の付与', en: 'Roles by group' },
  groupsHint: {
    ja: 'シングルサインオン（OpenID Connect）でサインインするたびに、所属グループに対応する役割を付与・解除します。手動で付与した役割は変わりません。一覧にないグループは無視します。',
    en: 'At each sign-in with single sign-on (OpenID Connect), roles are given and removed by group. Roles assigned manually stay. Groups that are not listed are ignored.',
  },
  claim: { ja: 'グループのクレーム名', en: 'Claim with the groups' },
  claimHint: {
    ja: '入れ子の場合は「realm_access.roles」のように「.」で区切ります',
    en: 'Separate nested names with dots, as in realm_access.roles',
  },
  group: { ja: 'グループ', en: 'Group' },
  role: { ja: '役割', en: 'Role' },
  addGroup: { ja: 'グループの追加', en: 'Add group' },
  removeGroup: { ja: '「{group}」の削除', en: 'Remove {group}' },
  admits: { ja: '初回サインイン時の自動登録', en: 'Register people at their first sign-in' },
  admitsHint: {
    ja: '一覧のグループに所属する人を、招待なしで利用者として登録します',
    en: 'Members of a listed group are registered without an invitation',
  },
  basics: { ja: '基本情報', en: 'Basics' },
  basicsHint: {
    ja: '画面、メール、帳票、公開の状況ページに表示されます。',
    en: 'Shown in the console, in mail, on documents and on the public status page.',
  },
  nameHint: { ja: '正式な名称を入力してください。', en: 'Use the official name.' },
  zoneHint: {
    ja: '時刻の表示と入力、日付の区切りに使用します。この地域の現在時刻：{now}',
    en: 'Times are shown and entered in this zone, and days start by it. It is now {now} there.',
  },
  calendars: { ja: '営業日カレンダー', en: 'Business calendars' },
  calendarsHint: {
    ja: '勤務時間・祝日・休業日です。連絡網と当番シフト表が、平日日中・夜間・休日を判定するために使用します。',
    en: 'Working hours, holidays and closures. Call trees and rosters use them to tell weekday, night and holiday apart.',
  },
  openCalendars: { ja: '営業日カレンダーを開く', en: 'Open business calendars' },
  languages: { ja: '言語', en: 'Languages' },
  languagesHint: {
    ja: '日本語と英語に対応しています。画面の言語は画面上部で、メールの言語は利用者ごとに選択します。',
    en: 'Japanese and English. Everyone chooses the language of the console at the top, and that of their mail on their own entry.',
  },
  openPeople: { ja: '利用者を開く', en: 'Open people' },
  unitsHint: {
    ja: '利用者とシステムの所属先です。上位の部署を指定すると、階層で表示されます。',
    en: 'Where people and systems belong. Choose a parent to build a tree.',
  },
  noUnits: { ja: '部署はまだありません。', en: 'No departments yet.' },
  unitName: { ja: '部署名', en: 'Department name' },
  within: { ja: '上位の部署', en: 'Parent department' },
  atTop: { ja: 'なし（最上位）', en: 'None (top level)' },
  timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
  removeDemoHint: {
    ja: 'デモのデータはすべて削除され、元に戻せません。操作した利用者が、新しい組織の管理者になります。',
    en: 'All demo data is permanently deleted. You become the administrator of an empty organisation.',
  },
  demoTitle: { ja: 'デモの2つの組織', en: 'Two organisations in the demo' },
  demoBody: {
    ja: 'このデモには、事業者から報告を受けて事例を調査する機関もあります。調査事務局の操作は、その組織に切り替えて試せます。',
    en: 'The demo also has a body that receives reports from operators and surveys cases. Switch to it to work as its secretariat.',
  },
  demoOperator: {
    ja: '事業者の情報連絡を受け、事例を選んで調査する架空の機関です。調査事務局の操作をすべて試せます。',
    en: 'A fictional body that receives reports from operators and selects cases to survey. Here you can do everything its secretariat does.',
  },
  demoRater: {
    ja: '評価者として試すときは、「利用者」で評価者のサインインリンクを発行し、別のブラウザーで開きます。',
    en: 'To be one of its raters, create a sign-in link for them under People and open it in another browser.',
  },
  resetDemo: { ja: 'デモの初期化', en: 'Reset the demo' },
  resetDemoHint: {
    ja: 'デモで行った操作はすべて削除され、架空の水道局と調査機関を現在の時刻で作り直します。十数秒かかることがあります。管理者として残るのは、操作した利用者だけです。',
    en: 'Everything done in the demo is deleted, and the fictional water utility and survey body are set up again as of now. This can take some ten seconds. You stay as their only administrator.',
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
