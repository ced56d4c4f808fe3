import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { readMine } from './read-mine.ts';

export const routes = serve(contracts, {
  'GET /api/respond/mine': (ctx) => readMine(ctx),
});
