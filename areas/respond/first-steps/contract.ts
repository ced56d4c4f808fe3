import { contract } from '../../contract.ts';
import { firstStepsView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/first-steps': {
    command: 'respond first-steps show',
    permission: 'organisation.manage',
    summary: {
      ja: '利用開始までの手順と完了状況',
      en: 'Getting-started steps and their progress',
    },
    reply: firstStepsView,
  },
});
