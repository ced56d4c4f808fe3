import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { reviewsFor } from './look-at-reviews.ts';

export const routes = serve(contracts, {
  'GET /api/survey/cases/:id/reviews': (ctx, { params }) => reviewsFor(ctx, params.id),
});
