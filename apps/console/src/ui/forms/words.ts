import { words } from '../../words.ts';

/** What every form says by itself. */
export const FORM = words({
  record: { ja: '記録する', en: 'Record' },
  beginAnew: { ja: '書きかけを消す', en: 'Discard what was typed' },
  fillIn: { ja: '入力してください', en: 'Fill this in' },
  missing: { ja: '未入力：{names}', en: 'Still to fill in: {names}' },
  nothingFound: { ja: '見つかりません', en: 'Nothing found' },
  searching: { ja: '検索中…', en: 'Searching…' },
  ready: { ja: '用意した文から選ぶ', en: 'Choose a text that is ready' },
});
