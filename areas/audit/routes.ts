import { serve } from '../route.ts';
import { contracts } from './contract.ts';
import { listEntries } from './list-entries.ts';

export const routes = serve(contracts, {
  'GET /api/audit/entries': (ctx, { query }) => listEntries(ctx, query),
});
