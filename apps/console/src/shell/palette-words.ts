import { words } from '../words.ts';

/** What the palette and the list of keys say. */
export const FIND = words({
  nothing: { ja: '「{said}」は見つかりません', en: 'Nothing found for “{said}”' },
  nothingMore: {
    ja: '名前・番号・キーの一部で検索できます。かなや全角・半角の違いは区別しません。',
    en: 'Search by part of a name, a number or a key. Case and one typing slip are forgiven.',
  },
  searching: { ja: '検索中', en: 'Searching' },
  failed: { ja: '検索できませんでした。もう一度お試しください', en: 'The search failed. Try again' },
  recent: { ja: '最近開いたもの', en: 'Recent' },
  openIncidents: { ja: '対応中のインシデント', en: 'Open incidents' },
  pages: { ja: 'ページ', en: 'Pages' },
  keys: { ja: 'キーボードショートカット', en: 'Keyboard shortcuts' },
  choose: { ja: '選択', en: 'Choose' },
  open: { ja: '開く', en: 'Open' },
  close: { ja: '閉じる', en: 'Close' },
  results: { ja: '検索結果', en: 'Results' },
  lists: { ja: '一覧', en: 'Lists' },
  listMove: { ja: '行を移動', en: 'Move between rows' },
  listOpen: { ja: '行を開く', en: 'Open the row' },
});
