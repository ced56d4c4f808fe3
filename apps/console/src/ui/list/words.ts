import { words } from '../../words.ts';

export const LIST = words({
  view: { ja: '表示', en: 'View' },
  columns: { ja: '表示する列', en: 'Columns' },
  reset: { ja: '標準の表示に戻す', en: 'Reset view' },
  saved: { ja: '保存した表示', en: 'Saved views' },
  name: { ja: '表示名', en: 'View name' },
  save: { ja: '現在の表示を保存', en: 'Save current view' },
  forget: { ja: '{name}を削除', en: 'Remove {name}' },
  csv: { ja: 'CSV出力', en: 'Export CSV' },
  csvChosen: { ja: '選択した{n}件をCSV出力', en: 'Export {n} selected' },
  chosen: { ja: '{n}件を選択中', en: '{n} selected' },
  choose: { ja: '{name}を選択', en: 'Select {name}' },
  chooseAll: { ja: 'すべて選択', en: 'Select all' },
  letGo: { ja: '選択解除', en: 'Clear selection' },
  sortBy: { ja: '{column}で並べ替え', en: 'Sort by {column}' },
  most: {
    ja: '先頭の{n}件までを対象としています。条件を絞り込んでください。',
    en: 'Limited to the first {n} entries. Narrow the list to include the rest.',
  },
});
