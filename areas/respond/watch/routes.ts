import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { endWatch, setWatch } from './set-watch.ts';
import { readWatch } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/respond/remote-watch': async (ctx) => {
    permit(ctx, 'channel.read');
    const watch = await reading(ctx, readWatch);
    if (!watch) return { watch: null };
    const { address, everySeconds, allowInner, lastAt, lastOutcome } = watch;
    return {
      watch: { address, everySeconds, allowInner, lastAt: lastAt?.toString() ?? null, lastOutcome },
    };
  },
  'PUT /api/respond/remote-watch': async (ctx, { body }) => {
    await setWatch(ctx, body);
    return {};
  },
  'DELETE /api/respond/remote-watch': async (ctx) => {
    await endWatch(ctx);
    return {};
  },
});
