import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { addOperator, changeOperator } from './keep-operator.ts';
import { endOperator, verifyOperator } from './mark-operator.ts';
import { findOperator, listOperators } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/survey/operators': async (ctx, { query }) => {
    permit(ctx, 'survey.intake');
    return reading(ctx, (trx) => listOperators(trx, query));
  },
  'GET /api/survey/operators/:id': async (ctx, { params }) => {
    permit(ctx, 'survey.intake');
    const found = await reading(ctx, (trx) => findOperator(trx, params.id));
    if (!found) throw new Fault('not-found');
    return found;
  },
  'POST /api/survey/operators': (ctx, { body }) => addOperator(ctx, body),
  'PUT /api/survey/operators/:id': (ctx, { params, body }) => changeOperator(ctx, params.id, body),
  'POST /api/survey/operators/:id/verification': async (ctx, { params, body }) => {
    await verifyOperator(ctx, params.id, body);
    return {};
  },
  'POST /api/survey/operators/:id/ending': async (ctx, { params, body }) => {
    await endOperator(ctx, params.id, body.ended);
    return {};
  },
});
