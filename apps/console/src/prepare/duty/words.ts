import { words } from '../../words.ts';

export const DUTY = words({
  dutyHint: {
    ja: '上から順に呼び出します。応答がない場合は、次の人を呼び出します。',
    en: 'Pages start at the top and move to the next person if there is no answer.',
  },
  addToDuty: { ja: '当番の追加', en: 'Add person' },
  up: { ja: '上へ移動', en: 'Move up' },
  down: { ja: '下へ移動', en: 'Move down' },
});
