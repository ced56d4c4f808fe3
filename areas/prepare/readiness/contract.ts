import { contract } from '../../contract.ts';
import { readinessView } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/readiness': {
    command: 'prepare readiness show',
    permission: 'register.read',
    summary: { ja: '備えの点検', en: 'Readiness checks over the registers' },
    reply: readinessView,
  },
});
