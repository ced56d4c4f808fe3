import { words } from '../words.ts';

export const TITLES = words({
  parts: { ja: '部品一覧', en: 'Parts' },
});
