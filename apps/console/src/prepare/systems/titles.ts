import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  systems: { ja: 'システム', en: 'Systems' },
  recoveryOrder: { ja: '復旧の順番', en: 'Recovery order' },
  importFile: { ja: 'ファイルから取り込む', en: 'Import a file' },
  asGraph: { ja: '図で見る', en: 'As a graph' },
  graphOfSystems: { ja: 'システムのつながりの図', en: 'Graph of systems' },
  importSystems: { ja: 'システムをファイルから取り込む', en: 'Import systems from a file' },
});
