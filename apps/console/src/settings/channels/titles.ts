import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  channels: { ja: '通知手段', en: 'Channels' },
});
