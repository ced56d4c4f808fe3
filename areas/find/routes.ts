import { serve } from '../route.ts';
import { contracts } from './contract.ts';
import { findAnything } from './find-things.ts';

export const routes = serve(contracts, {
  'GET /api/search': async (ctx, { query }) => ({ groups: await findAnything(ctx, query.q) }),
});
