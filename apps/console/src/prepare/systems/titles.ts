import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  systems: { ja: 'システム', en: 'Systems' },
  recoveryOrder: { ja: '復旧順位', en: 'Recovery order' },
  importFile: { ja: 'ファイルの取り込み', en: 'Import file' },
  asGraph: { ja: '図で表示', en: 'Show as graph' },
  graphOfSystems: { ja: 'システム依存関係図', en: 'System dependency graph' },
  importSystems: { ja: 'システムのファイル取り込み', en: 'Import systems' },
});
