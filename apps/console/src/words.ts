import type { Bilingual } from '../../../kernel/language.ts';

/** A table of texts in both languages. */
export const words = <T extends Record<string, Bilingual>>(table: T): T => table;

/** Words of the screens, side by side. A missing language does not compile. */
export const W = words({
  drill: { ja: '訓練', en: 'DRILL' },
  drillMark: { ja: '【訓練】', en: '[DRILL] ' },
  now: { ja: '現況', en: 'Now' },
  prepare: { ja: '備え', en: 'Prepare' },
  detect: { ja: '検知', en: 'Detect' },
  respond: { ja: '対応', en: 'Respond' },
  learn: { ja: '学び', en: 'Learn' },
  survey: { ja: '調査・公表', en: 'Survey' },
  cases: { ja: '事例', en: 'Cases' },
  addEntry: { ja: '項目の追加', en: 'Add entry' },
  entryKey: { ja: 'キー', en: 'Key' },
  entryKeyHint: {
    ja: '半角の英小文字と数字で短く入力してください（例 core-db）。ほかの項目やファイルから参照するときに使います',
    en: 'Short, lowercase letters and digits, such as core-db. Other entries and files refer to this key',
  },
  lessons: { ja: '教訓', en: 'Lessons' },
  need: { ja: '必要な資源', en: 'Resources needed' },
  revisions: { ja: '版', en: 'Version' },
  versionHistory: { ja: '版の履歴', en: 'Version history' },
  cause: { ja: '原因', en: 'Cause' },
  theme: { ja: '主題', en: 'Theme' },
  changedAt: { ja: '更新', en: 'Updated' },
  similar: { ja: '似た事例', en: 'Similar cases' },
  figure: { ja: '関係図', en: 'Relation figure' },
  body: { ja: '本文', en: 'Text' },
  incident: { ja: 'インシデント', en: 'Incident' },
  declare: { ja: 'インシデントの宣言', en: 'Declare incident' },
  pages: { ja: '呼び出し', en: 'Pages' },
  acknowledge: { ja: '応答', en: 'Acknowledge' },
  calling: { ja: '呼び出し中', en: 'paging' },
  nobody: { ja: '応答なし', en: 'No answer' },
  stepOf: { ja: '{steps}人中{step}人目', en: 'person {step} of {steps}' },
  signals: { ja: 'シグナル', en: 'Signals' },
  onDuty: { ja: '当番', en: 'On call' },
  noDuty: {
    ja: '当番が未設定です。呼び出しは管理者全員に届きます。',
    en: 'No one is on call. Pages go to all administrators.',
  },
  all: { ja: 'すべて表示', en: 'Show all' },
  morePages: { ja: 'ほかに未応答の呼び出しが{n}件あります', en: '{n} more unanswered pages' },
  state: { ja: '状態', en: 'State' },
  any: { ja: 'すべて', en: 'All' },
  firing: { ja: '発生中', en: 'Firing' },
  resolved: { ja: '復旧', en: 'Resolved' },
  silent: { ja: '途絶', en: 'Silent' },
  open: { ja: '対応中', en: 'Open' },
  closed: { ja: '終了', en: 'Closed' },
  search: { ja: '検索', en: 'Search' },
  title: { ja: '件名', en: 'Title' },
  severity: { ja: '深刻度', en: 'Severity' },
  first: { ja: '初回', en: 'First' },
  last: { ja: '最終', en: 'Last' },
  labels: { ja: 'ラベル', en: 'Labels' },
  number: { ja: '番号', en: 'No.' },
  declaredAt: { ja: '宣言', en: 'Declared' },
  notSaid: { ja: '未確認', en: 'Not known yet' },
  showOrHide: { ja: '表示・非表示を切り替え', en: 'Show or hide' },
  closePanel: { ja: '閉じる', en: 'Close' },
  note: { ja: 'メモ', en: 'Note' },
  pageOnDuty: { ja: '当番の呼び出し', en: 'Page the on-call person' },
  cancel: { ja: 'キャンセル', en: 'Cancel' },
  save: { ja: '保存', en: 'Save' },
  saved: { ja: '保存しました', en: 'Saved' },
  add: { ja: '追加', en: 'Add' },
  remove: { ja: '削除', en: 'Remove' },
  audit: { ja: '監査記録', en: 'Audit log' },
  kind: { ja: '種類', en: 'Kind' },
  what: { ja: '内容', en: 'Details' },
  name: { ja: '名前', en: 'Name' },
  email: { ja: 'メールアドレス', en: 'Email' },
  unit: { ja: '部署', en: 'Department' },
  keyOnce: {
    ja: 'このキーは一度しか表示されません。閉じる前に保存してください。',
    en: 'This key is shown only once. Save it before you close this window.',
  },
  copy: { ja: 'コピー', en: 'Copy' },
  copied: { ja: 'コピーしました', en: 'Copied' },
  mailMissing: {
    ja: 'メールが未設定のため、呼び出しを送信できません',
    en: 'Email is not set up. Pages are not being sent',
  },
  configureMail: { ja: 'メールの設定', en: 'Set up email' },
  settings: { ja: '設定', en: 'Settings' },
  account: { ja: '自分のアカウント', en: 'My account' },
  revoke: { ja: '失効', en: 'Revoke' },
  password: { ja: 'パスワード', en: 'Password' },
  newPassword: { ja: '新しいパスワード（12文字以上）', en: 'New password (12 characters or more)' },
  quiet: {
    ja: 'バックアップから復元した環境です。送信と定時処理は停止しています。再開するには、このサーバーで sonae wake を実行してください。',
    en: 'This system was restored from a backup. Sending and timers are paused until you run "sonae wake" on the server.',
  },
  otherClock: {
    ja: '時刻は組織のタイムゾーン（{zone}）で表示しています。この端末とは異なります。',
    en: 'Times are shown in your organisation’s time zone ({zone}), which differs from this device.',
  },
  demoBanner: {
    ja: 'これはデモです。人物や出来事はすべて架空です。',
    en: 'This is a demo. All people and events are fictional.',
  },
  demo: { ja: 'デモ', en: 'Demo' },
  openNow: { ja: '対応中 {n}件', en: '{n} open' },
  organisationClock: { ja: '時刻表示：{zone}', en: 'Times in {zone}' },
  removeDemo: { ja: 'デモを削除して利用を開始', en: 'Remove the demo and start fresh' },
  signOut: { ja: 'サインアウト', en: 'Sign out' },
  code: {
    ja: '認証アプリの6桁のコード、または予備コード',
    en: '6-digit code from your app, or a backup code',
  },
  codeWrong: { ja: 'コードが正しくありません', en: 'Incorrect code' },
  sure: { ja: 'この操作は取り消せません。', en: 'This cannot be undone.' },
  palette: { ja: '検索・コマンド', en: 'Search or run a command' },
  loading: { ja: '読み込み中…', en: 'Loading…' },
  failed: { ja: '読み込めませんでした', en: 'Could not load' },
  retry: { ja: '再試行', en: 'Try again' },
  lost: {
    ja: '接続が切れています。表示が最新でない可能性があります',
    en: 'Disconnected. What you see may be out of date',
  },
  dark: { ja: 'ダークモード', en: 'Dark mode' },
  light: { ja: 'ライトモード', en: 'Light mode' },
  menu: { ja: 'メニュー', en: 'Menu' },
  skip: { ja: '本文へ移動', en: 'Skip to content' },
  notFound: { ja: 'ページが見つかりません。', en: 'Page not found.' },
  reference: { ja: 'API リファレンス', en: 'API reference' },
  someone: { ja: '（非表示）', en: '(name hidden)' },
  attempts: { ja: '送信履歴', en: 'Delivery attempts' },
});

export const ATTEMPT_WORDS = words({
  queued: { ja: '送信待ち', en: 'queued' },
  held: { ja: '未送信（保留）', en: 'not sent (held)' },
  sending: { ja: '送信中', en: 'sending' },
  accepted: { ja: 'サーバー受理', en: 'accepted by server' },
  delivered: { ja: '到達', en: 'delivered' },
  seen: { ja: '既読', en: 'read' },
  failed: { ja: '失敗', en: 'failed' },
  acknowledged: { ja: '応答済み', en: 'acknowledged' },
  withdrawn: { ja: '送信不要', en: 'not needed' },
  reached: { ja: '別の手段で連絡済み', en: 'informed by other means' },
  returned: { ja: '不達', en: 'bounced' },
});

/** Reasons of our own; what a mail server said is shown as it said it. */
export const REASON_WORDS = words({
  'not-configured': { ja: '通知手段が設定されていません', en: 'channel not set up' },
  'not-registered': { ja: '宛先の利用者は登録されていません', en: 'recipient is no longer registered' },
  refused: { ja: '送信先のサービスが拒否しました', en: 'rejected by the provider' },
  forgotten: { ja: '宛先の利用者が削除されました', en: 'recipient was removed' },
  'no-address': { ja: 'メールアドレスが未登録です', en: 'no email address' },
  'subscription-gone': {
    ja: '端末の通知登録が解除されました',
    en: 'device is no longer registered for notifications',
  },
  'contact-refused': {
    ja: 'プッシュサービスが「送信者の連絡先」を拒否しました。設定の連絡先を確認してください（端末の問題ではありません）',
    en: 'push service rejected the sender contact. Check it in the settings (the device is fine)',
  },
  'push-key-changed': {
    ja: '秘密鍵（VAPID）が登録時と異なります。対象の端末で「この端末に通知」を選び直してください',
    en: 'private key (VAPID) differs from the one this device was registered with. On that device, choose “Notify this device” again',
  },
  busy: { ja: '話し中', en: 'line busy' },
  'no-answer': { ja: '電話に応答なし', en: 'no answer' },
  voicemail: { ja: '留守番電話', en: 'reached voicemail' },
  canceled: { ja: '発信を取り消し', en: 'call cancelled' },
  'page-ended': { ja: '送信前に呼び出しが終了', en: 'page ended before it was sent' },
});

export const reasonWords = (reason: string): Bilingual =>
  REASON_WORDS[reason as keyof typeof REASON_WORDS] ?? { ja: reason, en: reason };

/** How somebody signed in, by what the ledger holds. */
export const SIGN_IN_WORDS = words({
  password: { ja: 'パスワード', en: 'password' },
  'second-factor': { ja: '二段階認証', en: 'two-factor' },
  passkey: { ja: 'パスキー', en: 'passkey' },
  link: { ja: 'リンク', en: 'link' },
  'single-sign-on': { ja: 'シングルサインオン', en: 'single sign-on' },
  console: { ja: '画面', en: 'console' },
});

export const SEVERITY_WORDS = [
  { ja: '0 影響なし', en: '0 none' },
  { ja: '1 低', en: '1 low' },
  { ja: '2 中', en: '2 medium' },
  { ja: '3 高', en: '3 high' },
  { ja: '4 重大', en: '4 critical' },
] as const satisfies readonly Bilingual[];

export const OPERATOR_WORDS = words({
  is: { ja: 'が次のいずれか', en: 'is one of' },
  'is-not': { ja: 'が次のいずれでもない', en: 'is none of' },
  contains: { ja: 'が次を含む', en: 'contains' },
  'starts-with': { ja: 'が次で始まる', en: 'starts with' },
  present: { ja: 'がある', en: 'is present' },
  absent: { ja: 'がない', en: 'is absent' },
});

export const LIKENESS_WORDS = words({
  party: { ja: '関係者', en: 'parties' },
  system: { ja: 'システム', en: 'systems' },
  event: { ja: '事象', en: 'events' },
  word: { ja: '語句', en: 'wording' },
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
  changed: { ja: '変更', en: 'Updated' },
  same: { ja: '変更なし', en: 'Unchanged' },
  faulty: { ja: 'エラー', en: 'Error' },
});

export const IMPORT_WORDS = words({
  checking: { ja: '確認中', en: 'checking' },
  checked: { ja: '確認済み（取り込み前）', en: 'checked, not imported' },
  applying: { ja: '取り込み中', en: 'importing' },
  applied: { ja: '取り込み済み', en: 'imported' },
  failed: { ja: '読み取りエラー', en: 'unreadable' },
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
  hosts: { ja: '台数', en: 'Machines' },
  site: { ja: '拠点', en: 'Site' },
  fleet: { ja: '機器群', en: 'Fleet' },
  dependsOn: { ja: '依存先', en: 'Depends on' },
  connectsThrough: { ja: '経由', en: 'Connects through' },
  note: { ja: '備考', en: 'Note' },
});
