import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { readFirstSteps } from './read-first-steps.ts';

export const routes = serve(contracts, {
  'GET /api/respond/first-steps': (ctx) => readFirstSteps(ctx),
});
