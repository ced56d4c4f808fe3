import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({ operators: { ja: '調査対象の事業者', en: 'Operators' } });
