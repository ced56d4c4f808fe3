import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { changeCycle } from './change-cycle.ts';
import { contracts } from './contract.ts';
import { keepCriteria } from './keep-criteria.ts';
import { openCycle } from './open-cycle.ts';
import { criteriaEditions, findCycle, listCycles } from './store.ts';
import { turnCycle } from './turn-cycle.ts';

export const routes = serve(contracts, {
  'GET /api/survey/cycles': async (ctx) => {
    permit(ctx, 'survey.read');
    return { cycles: await reading(ctx, listCycles) };
  },
  'GET /api/survey/cycles/:id': async (ctx, { params }) => {
    permit(ctx, 'survey.read');
    const found = await reading(ctx, (trx) => findCycle(trx, params.id));
    if (!found) throw new Fault('not-found');
    return found;
  },
  'POST /api/survey/cycles': (ctx, { body }) => openCycle(ctx, body),
  'PUT /api/survey/cycles/:id': (ctx, { params, body }) => changeCycle(ctx, params.id, body),
  'POST /api/survey/cycles/:id/turns': async (ctx, { params, body }) => {
    await turnCycle(ctx, params.id, body);
    return {};
  },
  'GET /api/survey/cycles/:id/criteria': async (ctx, { params }) => {
    permit(ctx, 'survey.read');
    const editions = await reading(ctx, (trx) => criteriaEditions(trx, params.id));
    if (editions.length === 0) throw new Fault('not-found');
    return { editions };
  },
  'PUT /api/survey/cycles/:id/criteria': (ctx, { params, body }) => keepCriteria(ctx, params.id, body),
});
