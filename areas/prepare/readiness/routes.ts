import { serve } from '../../route.ts';
import { askReadiness } from './ask-readiness.ts';
import { contracts } from './contract.ts';
import { readComing } from './read-coming.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/readiness': (ctx) => askReadiness(ctx),
  'GET /api/prepare/coming': (ctx) => readComing(ctx),
});
