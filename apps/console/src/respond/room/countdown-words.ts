import { words } from '../../words.ts';

export const COUNTDOWN = words({
  overdue: { ja: '超過', en: 'overdue' },
  left: { ja: 'あと', en: 'in' },
});
