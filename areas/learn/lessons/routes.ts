import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { similarToCase, similarToIncident } from './similar-cases.ts';
import { listLessons } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/learn/lessons': async (ctx, { query }) => {
    permit(ctx, 'case.read');
    return reading(ctx, (trx) => listLessons(trx, query));
  },
  'GET /api/learn/cases/:id/similar': async (ctx, { params }) => ({
    cases: await similarToCase(ctx, params.id),
  }),
  'GET /api/learn/incidents/:id/similar': async (ctx, { params }) => ({
    cases: await similarToIncident(ctx, params.id),
  }),
});
