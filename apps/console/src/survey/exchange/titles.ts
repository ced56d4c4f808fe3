import { words } from '../../words.ts';

export const TITLES = words({
  exchange: { ja: 'パッケージの交換', en: 'Package exchange' },
});
