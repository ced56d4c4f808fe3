import type { Bilingual } from '../../../kernel/language.ts';

/** A table of texts in both languages. */
export const words = <T extends Record<string, Bilingual>>(table: T): T => table;

/** Words of the screens, side by side. A missing language does not compile. */
export const W = words({
  drill: { ja: '訓練', en: 'DRILL' },
  now: { ja: '今', en: 'Now' },
  prepare: { ja: '備える', en: 'Prepare' },
  detect: { ja: '気付く', en: 'Detect' },
  respond: { ja: '対処する', en: 'Respond' },
  learn: { ja: '学ぶ', en: 'Learn' },
  survey: { ja: '調べる', en: 'Survey' },
  cases: { ja: '事例', en: 'Cases' },
  addEntry: { ja: '項目を追加', en: 'Add an entry' },
  entryKey: { ja: 'キー', en: 'Key' },
  entryKeyHint: {
    ja: 'キーは短い英小文字と数字（例 core-db）。ほかの項目やファイルからはこのキーで指します',
    en: 'A key is short, in small letters and digits (core-db). Other entries and files point by it',
  },
  lessons: { ja: '教訓', en: 'Lessons' },
  need: { ja: '必要な資源', en: 'Resources needed' },
  revisions: { ja: '改訂の記録', en: 'Revisions' },
  cause: { ja: '原因', en: 'Cause' },
  theme: { ja: '主題', en: 'Theme' },
  changedAt: { ja: '更新', en: 'Changed' },
  similar: { ja: '似た事例', en: 'Similar cases' },
  figure: { ja: '関係図', en: 'Relation figure' },
  body: { ja: '本文', en: 'Text' },
  incident: { ja: 'インシデント', en: 'Incident' },
  declare: { ja: 'インシデントを宣言', en: 'Declare an incident' },
  pages: { ja: '呼出', en: 'Pages' },
  acknowledge: { ja: '応答する', en: 'Acknowledge' },
  calling: { ja: '呼出中', en: 'calling' },
  nobody: { ja: '誰も応答していません', en: 'Nobody answered' },
  stepOf: { ja: '{step}/{steps} 人目', en: 'person {step} of {steps}' },
  signals: { ja: 'シグナル', en: 'Signals' },
  onDuty: { ja: '当番', en: 'On duty' },
  noDuty: {
    ja: '当番が決まっていません。呼出は管理者全員に届きます。',
    en: 'Nobody is on duty; pages go to all administrators.',
  },
  all: { ja: 'すべて表示', en: 'Show all' },
  morePages: { ja: 'ほかに{n}件の呼出に応答していません', en: '{n} more of your pages are unanswered' },
  state: { ja: '状態', en: 'State' },
  any: { ja: 'すべて', en: 'Any' },
  firing: { ja: '発生中', en: 'Firing' },
  resolved: { ja: '復旧', en: 'Resolved' },
  silent: { ja: '途絶', en: 'Silent' },
  open: { ja: '対応中', en: 'Open' },
  closed: { ja: '終了', en: 'Closed' },
  search: { ja: '検索', en: 'Search' },
  title: { ja: '件名', en: 'Title' },
  severity: { ja: '深刻度', en: 'Severity' },
  first: { ja: '最初', en: 'First' },
  last: { ja: '最後', en: 'Last' },
  labels: { ja: 'ラベル', en: 'Labels' },
  number: { ja: '番号', en: 'No.' },
  declaredAt: { ja: '宣言', en: 'Declared' },
  notSaid: { ja: 'まだ分からない', en: 'Not known yet' },
  showOrHide: { ja: '表示・非表示を切り替え', en: 'Show or hide' },
  closePanel: { ja: '閉じる', en: 'Close' },
  note: { ja: 'メモ', en: 'Note' },
  pageOnDuty: { ja: '当番を呼び出す', en: 'Page whoever is on duty' },
  cancel: { ja: 'やめる', en: 'Cancel' },
  save: { ja: '保存', en: 'Save' },
  saved: { ja: '保存しました', en: 'Saved' },
  add: { ja: '追加', en: 'Add' },
  remove: { ja: '削除', en: 'Remove' },
  audit: { ja: '監査', en: 'Audit' },
  kind: { ja: '種類', en: 'Kind' },
  what: { ja: '内容', en: 'What' },
  name: { ja: '名前', en: 'Name' },
  email: { ja: 'メールアドレス', en: 'E-mail' },
  unit: { ja: '部署', en: 'Unit' },
  keyOnce: {
    ja: 'この鍵は今だけ表示されます。閉じる前に控えてください。',
    en: 'This key is shown only now. Keep it before you close this.',
  },
  copy: { ja: 'コピー', en: 'Copy' },
  copied: { ja: 'コピーしました', en: 'Copied' },
  mailMissing: {
    ja: 'メールが未設定のため、呼出を送れていません',
    en: 'Pages are not going out: e-mail is not configured',
  },
  configureMail: { ja: 'メールを設定する', en: 'Configure e-mail' },
  settings: { ja: '設定', en: 'Settings' },
  account: { ja: '自分のアカウント', en: 'My account' },
  revoke: { ja: '失効', en: 'Revoke' },
  password: { ja: 'パスワード', en: 'Password' },
  newPassword: { ja: '新しいパスワード（12文字以上）', en: 'New password (12 characters or more)' },
  quiet: {
    ja: 'バックアップから復元した写しです。送信も時刻による処理も行いません（再開するには、この機器で sonae wake を実行します）。',
    en: 'This copy was restored from a backup: it sends nothing and acts on no timer until "sonae wake" is run on its machine.',
  },
  otherClock: {
    ja: '時刻は組織の時計（{zone}）で表示しています。この端末の時計とは違います。',
    en: 'Times are shown on the organisation’s clock: {zone}. The clock of this device differs.',
  },
  demoBanner: {
    ja: 'これはデモの組織です。人も出来事も架空です。',
    en: 'This is a demonstration: people and events are invented.',
  },
  demo: { ja: 'デモ', en: 'Demo' },
  openNow: { ja: '対応中 {n}件', en: '{n} open' },
  organisationClock: { ja: '時刻表示: {zone}', en: 'Times in {zone}' },
  removeDemo: { ja: 'デモを消して自組織で始める', en: 'Remove the demo and start with your own' },
  signOut: { ja: 'サインアウト', en: 'Sign out' },
  code: { ja: '認証アプリの6桁、または予備コード', en: 'Six digits of your app, or a backup code' },
  codeWrong: { ja: 'コードが違います', en: 'The code is wrong' },
  sure: { ja: 'この操作は取り消せません。', en: 'This cannot be undone.' },
  palette: { ja: '移動・操作を検索', en: 'Go to, or do' },
  loading: { ja: '読み込み中…', en: 'Loading…' },
  failed: { ja: '読み込めませんでした', en: 'Could not be loaded' },
  retry: { ja: 'もう一度', en: 'Try again' },
  lost: {
    ja: '接続が切れています。表示は最新でない可能性があります',
    en: 'Disconnected: what you see may be out of date',
  },
  dark: { ja: '暗い表示', en: 'Dark' },
  light: { ja: '明るい表示', en: 'Light' },
  menu: { ja: 'メニュー', en: 'Menu' },
  skip: { ja: '本文へ', en: 'Skip to content' },
  notFound: { ja: 'このページはありません。', en: 'There is no such page.' },
  reference: { ja: 'API リファレンス', en: 'API reference' },
  someone: { ja: '（名前は表示できません）', en: '(name not shown)' },
  attempts: { ja: '送信の記録', en: 'Attempts' },
});

export const ATTEMPT_WORDS = words({
  queued: { ja: '送信待ち', en: 'queued' },
  held: { ja: '未送信（保留）', en: 'not sent (held)' },
  sending: { ja: '送信中', en: 'sending' },
  accepted: { ja: 'サーバー受理', en: 'accepted by the server' },
  delivered: { ja: '届いた', en: 'delivered' },
  seen: { ja: '本人が見た', en: 'seen' },
  failed: { ja: '失敗', en: 'failed' },
  acknowledged: { ja: '応答済み', en: 'acknowledged' },
  withdrawn: { ja: '送る前に不要になった', en: 'no longer needed' },
  reached: { ja: '別の手段で伝達', en: 'told by other means' },
  returned: { ja: '不達', en: 'came back' },
});

/** Reasons of our own; what a mail server said is shown as it said it. */
export const REASON_WORDS = words({
  'not-configured': { ja: '通知手段が設定されていません', en: 'its channel is not set up' },
  'not-registered': { ja: '宛先の人は登録から外れています', en: 'the person is no longer registered' },
  refused: { ja: '送信先が受け付けませんでした', en: 'the provider refused it' },
  forgotten: { ja: '宛先の人は登録から外れました', en: 'the person was removed' },
  'no-address': { ja: 'メールアドレスがありません', en: 'there is no e-mail address' },
  'subscription-gone': {
    ja: 'その端末の通知の登録がなくなりました',
    en: 'the device no longer takes notifications',
  },
  'contact-refused': {
    ja: 'プッシュサービスが「送信者の連絡先」を受け付けませんでした。設定の連絡先を確かめてください（端末の問題ではありません）',
    en: 'the push service refused the contact of the sender: check it in the settings (nothing is wrong with the device)',
  },
  'push-key-changed': {
    ja: '秘密鍵（VAPID）が登録のときと違います。その端末で「この端末に通知する」を選び直してください',
    en: 'the private key (VAPID) is not the one the device was registered with: choose “Notify this device” again, on that device',
  },
  busy: { ja: '話し中でした', en: 'the line was busy' },
  'no-answer': { ja: '電話に出ませんでした', en: 'nobody answered the telephone' },
  voicemail: { ja: '留守番電話につながりました', en: 'it reached a voicemail' },
  canceled: { ja: '発信が取り消されました', en: 'the call was cancelled' },
  'page-ended': { ja: '送る前に呼出が終わりました', en: 'the page had ended before it was sent' },
});

export const reasonWords = (reason: string): Bilingual =>
  REASON_WORDS[reason as keyof typeof REASON_WORDS] ?? { ja: reason, en: reason };

/** How somebody signed in, by what the ledger holds. */
export const SIGN_IN_WORDS = words({
  password: { ja: 'パスワード', en: 'password' },
  'second-factor': { ja: '二段階認証', en: 'second factor' },
  passkey: { ja: 'パスキー', en: 'passkey' },
  link: { ja: 'リンク', en: 'link' },
  'single-sign-on': { ja: 'シングルサインオン', en: 'single sign-on' },
  console: { ja: '画面から', en: 'in the console' },
});

export const SEVERITY_WORDS = [
  { ja: '0 影響なし', en: '0 none' },
  { ja: '1 低', en: '1 low' },
  { ja: '2 中', en: '2 middle' },
  { ja: '3 高', en: '3 high' },
  { ja: '4 危機', en: '4 crisis' },
] as const satisfies readonly Bilingual[];

export const OPERATOR_WORDS = words({
  is: { ja: 'が次のいずれか', en: 'is one of' },
  'is-not': { ja: 'が次のどれでもない', en: 'is none of' },
  contains: { ja: 'が次を含む', en: 'contains' },
  'starts-with': { ja: 'が次で始まる', en: 'starts with' },
  present: { ja: 'がある', en: 'is present' },
  absent: { ja: 'がない', en: 'is absent' },
});

export const LIKENESS_WORDS = words({
  party: { ja: '関係者', en: 'parties' },
  system: { ja: 'システム', en: 'systems' },
  event: { ja: '事象', en: 'events' },
  word: { ja: '言葉', en: 'words' },
  theme: { ja: '主題', en: 'themes' },
  cause: { ja: '原因', en: 'cause' },
});

export const IMPROVEMENT_WORDS = words({
  draft: { ja: '下書き', en: 'Draft' },
  planned: { ja: '予定', en: 'Planned' },
  done: { ja: '実施済み', en: 'Done' },
  dropped: { ja: '見送り', en: 'Dropped' },
});

export const CHANGE_WORDS = words({
  new: { ja: '新規', en: 'New' },
  changed: { ja: '変更', en: 'Changed' },
  same: { ja: '同じ', en: 'Same' },
  faulty: { ja: '誤り', en: 'Faulty' },
});

export const IMPORT_WORDS = words({
  checking: { ja: '確かめています', en: 'being checked' },
  checked: { ja: '確認済み（まだ取り込んでいません）', en: 'checked, not let in yet' },
  applying: { ja: '取り込んでいます', en: 'being let in' },
  applied: { ja: '取り込みました', en: 'let in' },
  failed: { ja: '読めませんでした', en: 'could not be read' },
});

export const COLUMN_WORDS = words({
  key: { ja: 'キー', en: 'Key' },
  kind: { ja: '種類', en: 'Kind' },
  name: { ja: '名前', en: 'Name' },
  owner: { ja: '主管', en: 'Owner' },
  impact: { ja: '影響', en: 'Impact' },
  impactReason: { ja: '影響の理由', en: 'Why' },
  rtoMinutes: { ja: 'RTO（分）', en: 'RTO (min)' },
  rpoMinutes: { ja: 'RPO（分）', en: 'RPO (min)' },
  mtpdMinutes: { ja: 'MTPD（分）', en: 'MTPD (min)' },
  company: { ja: '会社', en: 'Company' },
  class: { ja: '分類', en: 'Class' },
  os: { ja: 'OS', en: 'OS' },
  product: { ja: '製品', en: 'Product' },
  productVersion: { ja: '製品の版', en: 'Version' },
  hosts: { ja: '台数', en: 'Hosts' },
  site: { ja: '拠点', en: 'Site' },
  fleet: { ja: '機器群', en: 'Fleet' },
  dependsOn: { ja: '依存先', en: 'Depends on' },
  connectsThrough: { ja: '経由', en: 'Connects through' },
  note: { ja: '備考', en: 'Note' },
});
