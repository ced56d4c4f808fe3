import { words } from '../../words.ts';

/** What every form says by itself. */
export const FORM = words({
  record: { ja: '記録する', en: 'Record' },
  beginAnew: { ja: '書きかけを消す', en: 'Discard what was typed' },
  fillIn: { ja: '入力してください', en: 'Fill this in' },
  missing: { ja: '未入力：{names}', en: 'Still to fill in: {names}' },
  nothingFound: { ja: '見つかりません', en: 'Nothing found' },
  searching: { ja: '検索中…', en: 'Searching…' },
  time: { ja: '時刻（既定は現在）', en: 'Time (defaults to now)' },
  happened: { ja: '実際の時刻', en: 'When it happened' },
  precision: { ja: '正確さ', en: 'Precision' },
  afterwards: {
    ja: '過ぎた時刻で記録すると「後から記録」と表示され、だれも呼び出されません。',
    en: 'With a past time it shows as entered afterwards, and nobody is called.',
  },
  ready: { ja: '用意した文から選ぶ', en: 'Choose a text that is ready' },
});
