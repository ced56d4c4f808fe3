import { words } from '../../words.ts';

export const CHART = words({
  asTable: { ja: '表で見る', en: 'As a table' },
  day: { ja: '日', en: 'Day' },
});
