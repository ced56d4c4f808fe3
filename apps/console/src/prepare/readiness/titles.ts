import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  readiness: { ja: '備えの点検', en: 'Readiness' },
});
