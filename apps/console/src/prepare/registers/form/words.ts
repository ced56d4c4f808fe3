import { words } from '../../../words.ts';

export const ITEMS = words({
  keyAdvanced: { ja: 'キー（上級者向け）', en: 'Key (advanced)' },
  keyHint: {
    ja: '空欄の場合は名前から自動で作成します。半角の英小文字と数字で入力してください（例 core-db）。ファイルから参照するときに使います',
    en: 'Made from the name if left empty. Lowercase letters and digits, such as core-db. Files refer to this key',
  },
  up: { ja: '上へ移動', en: 'Move up' },
  down: { ja: '下へ移動', en: 'Move down' },
  unnamed: { ja: '（未入力）', en: '(empty)' },
  counted: { ja: '{field} {n}件', en: '{field}: {n}' },
  keys: { ja: 'Alt+↑↓で並べ替え', en: 'Alt+↑↓ to reorder' },
});
