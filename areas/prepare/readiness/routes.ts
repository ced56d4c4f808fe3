import { serve } from '../../route.ts';
import { askReadiness } from './ask-readiness.ts';
import { contracts } from './contract.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/readiness': (ctx) => askReadiness(ctx),
});
