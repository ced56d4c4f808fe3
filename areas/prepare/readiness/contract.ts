import { contract } from '../../contract.ts';
import { comingView, readinessView } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/readiness': {
    command: 'prepare readiness show',
    permission: 'register.read',
    summary: { ja: '備えの点検', en: 'Readiness checks over the registers' },
    reply: readinessView,
  },
  'GET /api/prepare/coming': {
    command: 'prepare coming list',
    permission: 'register.read',
    summary: {
      ja: '今後30日に期限を迎えるもの（契約・認証・点検・認識合わせ・代替手段の試験）',
      en: 'What comes due in the registers within thirty days',
    },
    reply: comingView,
  },
});
