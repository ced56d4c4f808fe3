import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { undoDeed } from './undo-deed.ts';

export const routes = serve(contracts, {
  'POST /api/respond/undo': async (ctx, { body }) => {
    await undoDeed(ctx, body);
    return {};
  },
});
