import { words } from '../../words.ts';

export const BROKEN = words({
  title: {
    ja: '無効になった個別変更・交代 {n}件。当番は本来の順番に戻ります',
    en: '{n} {n|override or swap no longer applies|overrides or swaps no longer apply}. The regular rotation is used',
  },
});
