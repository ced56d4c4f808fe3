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
      ja: '今後30日以内に期限を迎える項目（契約・認証・評価・共通認識シート・代替手段）',
      en: 'Register entries due within 30 days',
    },
    reply: comingView,
  },
});
