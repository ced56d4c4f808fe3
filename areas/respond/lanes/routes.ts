import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { readLanes } from './read-lanes.ts';

export const routes = serve(contracts, {
  'GET /api/respond/lanes': (ctx) => readLanes(ctx),
});
