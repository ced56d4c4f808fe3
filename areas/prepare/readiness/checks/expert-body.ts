import { type Check, COMMAND, isCurrent } from '../check.ts';

export const expertBody: Check = {
  id: 'expert-body',
  title: {
    ja: '初動から相談できる専門機関を登録',
    en: 'An expert body can be called from the first phase',
  },
  reason: {
    ja: '再開の判断には、外部の専門的な視点が必要です',
    en: 'Deciding to resume needs an outside view',
  },
  lessons: ['C1-L2', 'C4-B3'],
  severity: 'medium',
  actor: COMMAND,
  ask: ({ parties, today }) => [
    {
      key: 'expert-body',
      name: '専門機関・保険 / expert body or insurer',
      unitId: null,
      ready: parties.some(
        ({ kind, contracts }) =>
          (kind === 'expertBody' || kind === 'insurer') &&
          (contracts.length === 0 || contracts.some((each) => isCurrent(each, today))),
      ),
      link: '/prepare/registers/parties',
    },
  ],
};
