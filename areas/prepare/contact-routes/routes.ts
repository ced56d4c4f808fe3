import { serve } from '../../route.ts';
import { askRouteTest } from '../confirmations/ask-route-test.ts';
import { contracts } from './contract.ts';
import { keepCard } from './keep-card.ts';
import { readCard } from './read-card.ts';
import { verifyByHand } from './verify-by-hand.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/people/:id/card': (ctx, { params }) => readCard(ctx, params.id),
  'PUT /api/prepare/people/:id/card': async (ctx, { params, body }) => {
    await keepCard(ctx, params.id, body);
    return {};
  },
  'POST /api/prepare/people/:id/card/:route/test': (ctx, { params }) =>
    askRouteTest(ctx, params.id, params.route),
  'POST /api/prepare/people/:id/card/:route/verified': async (ctx, { params }) => {
    await verifyByHand(ctx, params.id, params.route);
    return {};
  },
});
