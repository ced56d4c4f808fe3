import { words } from '../../words.ts';

export const DUTY = words({
  dutyHint: {
    ja: '上から順に呼び出します。応答がなければ次の人に進みます。',
    en: 'Called from the top; without an answer the next one.',
  },
  addToDuty: { ja: '当番に加える', en: 'Add to the duty list' },
  up: { ja: '上へ', en: 'Up' },
  down: { ja: '下へ', en: 'Down' },
});
