import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  incidents: { ja: 'インシデント', en: 'Incidents' },
});
