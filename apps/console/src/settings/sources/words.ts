import { words } from '../../words.ts';

export const SOURCES = words({
  sourcesEmpty: {
    ja: '受信元がありません。監視ツールをつなぐとシグナルが届きます。',
    en: 'No source yet. Connect your monitoring and signals arrive.',
  },
  addSource: { ja: '受信元を追加', en: 'Add a source' },
  newKey: { ja: '鍵を作り直す', en: 'Replace the key' },
  setUp: { ja: '設定例', en: 'Set-up' },
  sample: { ja: '見本（JSON を貼り付け）', en: 'Sample (paste JSON)' },
  pick: { ja: '値を選ぶと、選択中の項目に対応付けます。', en: 'Pick a value to map it to the chosen field.' },
  mapTo: { ja: '対応付ける項目', en: 'Field to map' },
  preview: { ja: '読み取り結果', en: 'What is read' },
  previewNeeds: { ja: '読める見本を入れると試せます', en: 'Enter a sample that can be read first' },
});
