import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { replaceDemo } from './replace-demo.ts';

export const routes = serve(contracts, {
  'POST /api/prepare/organisation/replace-demo': (ctx, { body }) => replaceDemo(ctx, body),
});
