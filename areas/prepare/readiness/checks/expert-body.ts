import { type Check, COMMAND, isCurrent } from '../check.ts';

export const expertBody: Check = {
  id: 'expert-body',
  title: {
    ja: '初動から相談できる専門機関がある',
    en: 'There is an expert body to call from the first phase',
  },
  reason: {
    ja: '再開の判断に、外の目が要る',
    en: 'Deciding to resume takes eyes from outside',
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
