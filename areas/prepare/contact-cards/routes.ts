import { serve } from '../../route.ts';
import { askRouteTest } from '../confirmations/ask-route-test.ts';
import { contracts } from './contract.ts';
import { readCard } from './read-card.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/people/:id/card': (ctx, { params }) => readCard(ctx, params.id),
  'POST /api/prepare/people/:id/card/:route/test': (ctx, { params }) =>
    askRouteTest(ctx, params.id, params.route),
});
