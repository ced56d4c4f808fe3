import { words } from '../words.ts';

/** Stand-ins for what people write, and names of the shelves. */
export const PARTS = words({
  colours: { ja: '色', en: 'Colour' },
  type: { ja: '文字', en: 'Type' },
  marks: { ja: '状態', en: 'Marks' },
  buttons: { ja: 'ボタン', en: 'Buttons' },
  fields: { ja: '入力欄', en: 'Fields' },
  lists: { ja: '一覧', en: 'Lists' },
  states: { ja: '読み込み・空・失敗', en: 'Loading, empty, failed' },
  charts: { ja: '図表', en: 'Charts' },
  toasts: { ja: '操作後の表示', en: 'Toasts' },
  life: { ja: '対応の段階', en: 'Phases' },
  heading: { ja: '取水ポンプ2号 停止', en: 'Intake pump 2 stopped' },
  text: {
    ja: '予備系に切り替え、給水区域2の水圧は回復しつつあります。',
    en: 'Switched to standby; pressure in supply zone 2 is recovering.',
  },
  quiet: { ja: '9分前に更新', en: 'Updated 9 minutes ago' },
  primary: { ja: '応答', en: 'Acknowledge' },
  second: { ja: 'キャンセル', en: 'Cancel' },
  danger: { ja: '削除', en: 'Remove' },
  subtle: { ja: '詳細', en: 'Details' },
  why: { ja: '件名を入力してください', en: 'Enter a title first' },
  hint: { ja: '関係者に伝わる短い名称にします。', en: 'A short name everyone understands.' },
  wrong: { ja: '件名を入力してください。', en: 'Enter a title.' },
  empty: { ja: '登録された当番シフト表はありません。', en: 'No rosters yet.' },
  fill: { ja: '当番シフト表の追加', en: 'Add a roster' },
  failed: { ja: 'サーバーに接続できません。', en: 'The server cannot be reached.' },
  perHour: { ja: '1時間ごとのシグナル数', en: 'Signals by the hour' },
  severity: { ja: '深刻度', en: 'Severity' },
});
