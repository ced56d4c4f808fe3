import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { countOpen } from '../incidents/index.ts';
import { contracts } from './contract.ts';
import { releaseStorm } from './release-storm.ts';
import { setBrake } from './set-brake.ts';
import { listStorms, readBrake } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/respond/storms': (ctx) => {
    permit(ctx, 'incident.read');
    return reading(ctx, async (trx) => {
      const { minutes } = await readBrake(trx);
      return {
        storms: await listStorms(trx, ctx.now.subtract({ minutes })),
        openIncidents: await countOpen(trx),
      };
    });
  },
  'POST /api/respond/storms/:id/release': (ctx, { params, body }) => releaseStorm(ctx, params.id, body),
  'GET /api/respond/storm-brake': (ctx) => {
    permit(ctx, 'rule.read');
    return reading(ctx, readBrake);
  },
  'PUT /api/respond/storm-brake': async (ctx, { body }) => {
    await setBrake(ctx, body);
    return {};
  },
});
