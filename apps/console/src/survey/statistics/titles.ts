import { words } from '../../words.ts';

export const TITLES = words({
  statistics: { ja: '統計', en: 'Statistics' },
});
