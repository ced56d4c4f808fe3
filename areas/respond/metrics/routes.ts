import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { readMetrics } from './read-metrics.ts';

export const routes = serve(contracts, {
  'GET /api/respond/metrics': (ctx, { query }) => readMetrics(ctx, query),
});
