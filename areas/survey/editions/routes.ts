import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { allEditions, listsInForce } from './index.ts';
import { keepEdition } from './keep-edition.ts';

export const routes = serve(contracts, {
  'GET /api/survey/lists': async (ctx) => {
    permit(ctx, 'organisation.read');
    return { lists: await reading(ctx, async (trx) => Object.values(await listsInForce(trx))) };
  },
  'GET /api/survey/lists/:list': async (ctx, { params }) => {
    permit(ctx, 'survey.read');
    return { editions: await reading(ctx, (trx) => allEditions(trx, params.list)) };
  },
  'PUT /api/survey/lists/:list': (ctx, { params, body }) => keepEdition(ctx, params.list, body),
});
