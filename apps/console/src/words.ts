import { NAME_HIDDEN, SEVERITY_OF } from '../../../areas/ledger/words.ts';
import type { Bilingual } from '../../../kernel/language.ts';

export { SEVERITY_WORDS } from '../../../areas/respond/incidents/words.ts';
export { reasonWords } from '../../../areas/sending/outbox/words.ts';

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
  severity: SEVERITY_OF,
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
  someone: NAME_HIDDEN,
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
  situation: { ja: '事態', en: 'situation' },
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
