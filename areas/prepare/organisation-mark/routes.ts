import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { removeMark } from './set-mark.ts';

export const routes = serve(contracts, {
  'DELETE /api/prepare/organisation/mark': async (ctx, { query }) => {
    await removeMark(ctx, query.seen);
    return {};
  },
});
