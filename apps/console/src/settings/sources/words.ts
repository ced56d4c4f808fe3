import { words } from '../../words.ts';

export const SOURCES = words({
  sourcesEmpty: {
    ja: '受信元はありません。監視ツールを接続すると、シグナルを受信できます。',
    en: 'No sources yet. Connect your monitoring to receive signals.',
  },
  addSource: { ja: '受信元の追加', en: 'Add source' },
  newKey: { ja: 'キーの再発行', en: 'Rotate key' },
  setUp: { ja: '設定例', en: 'Setup example' },
  sample: { ja: 'サンプル（JSONを貼り付け）', en: 'Sample (paste JSON)' },
  pick: {
    ja: '値を選択すると、選択中の項目に対応付けられます。',
    en: 'Select a value to map it to the selected field.',
  },
  mapTo: { ja: '対応付ける項目', en: 'Field to map' },
  preview: { ja: '読み取り結果', en: 'Parsed result' },
  refused: { ja: '受信できなかった内容', en: 'Rejected messages' },
  refusedAt: { ja: '受信不可', en: 'Rejected' },
  refusedCut: { ja: '（全{length}文字の先頭部分）', en: '(start of {length} characters)' },
  noneRefused: { ja: 'ありません', en: 'None' },
  address: { ja: 'ヘッダーを設定できない送信元用のURL', en: 'URL for senders that cannot set a header' },
  previewNeeds: { ja: 'サンプルを入力すると試行できます', en: 'Enter a valid sample to try it' },
});
