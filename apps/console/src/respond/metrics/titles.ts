import { words } from '../../words.ts';

export const TITLES = words({
  metrics: { ja: '対応の指標', en: 'Metrics' },
});
