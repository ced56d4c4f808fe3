import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  outbox: { ja: '送信箱', en: 'Outbox' },
});
