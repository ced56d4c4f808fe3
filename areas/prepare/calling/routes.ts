import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { resolveFor } from './resolve-for.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/calls': (ctx, { query: { cause, site, at } }) =>
    resolveFor(ctx, { cause, site, at: at === undefined ? ctx.now : Temporal.Instant.from(at) }),
});
