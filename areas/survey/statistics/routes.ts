import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { lookAtStatistics } from './look-at-statistics.ts';

export const routes = serve(contracts, {
  'GET /api/survey/statistics': (ctx, { query }) => lookAtStatistics(ctx, query),
});
