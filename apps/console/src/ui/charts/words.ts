import { words } from '../../words.ts';

export const CHART = words({
  asTable: { ja: '表で表示', en: 'Show as table' },
  hour: { ja: '時刻', en: 'Hour' },
  day: { ja: '日', en: 'Day' },
});
