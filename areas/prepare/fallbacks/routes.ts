import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { deriveFallback } from './derive-fallback.ts';

export const routes = serve(contracts, {
  'POST /api/prepare/fallbacks/:fallback/derive': (ctx, { params, body }) =>
    deriveFallback(ctx, params.fallback, body.language),
});
