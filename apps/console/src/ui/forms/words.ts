import { words } from '../../words.ts';

/** What every form says by itself. */
export const FORM = words({
  record: { ja: '記録', en: 'Record' },
  beginAnew: { ja: '下書きを破棄', en: 'Discard draft' },
  fillIn: { ja: '入力してください', en: 'Required' },
  missing: { ja: '未入力：{names}', en: 'Missing: {names}' },
  nothingFound: { ja: '該当なし', en: 'No results' },
  searching: { ja: '検索中…', en: 'Searching…' },
  time: { ja: '時刻（既定は現在）', en: 'Time (defaults to now)' },
  atATime: { ja: '時刻を指定', en: 'Set time' },
  happened: { ja: '実際の時刻', en: 'Actual time' },
  precision: { ja: '正確さ', en: 'Precision' },
  afterwards: {
    ja: '過去の時刻で記録すると「事後記録」と表示され、呼び出しは行われません。',
    en: 'With a past time, the entry is marked as added later and no one is paged.',
  },
  ready: { ja: '定型文から選択', en: 'Choose a template' },
});
