import { words } from '../../words.ts';

export const BROKEN = words({
  title: {
    ja: '外れた個別の変更・交代 {n}件。順番どおりの人が当番になります',
    en: '{n} overrides or swaps fell away: the rotation is on instead',
  },
});
