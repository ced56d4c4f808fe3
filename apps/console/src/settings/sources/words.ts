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
  refused: { ja: '受け取れなかった本文', en: 'What could not be taken' },
  refusedAt: { ja: '受け取れず', en: 'Not taken' },
  refusedCut: { ja: '（{length}文字のうち先頭）', en: '(the beginning of {length} characters)' },
  noneRefused: { ja: 'ありません', en: 'Nothing' },
  address: { ja: 'ヘッダーを設定できない送信元の宛先', en: 'Address for senders that cannot set a header' },
  previewNeeds: { ja: '読める見本を入れると試せます', en: 'Enter a sample that can be read first' },
});
