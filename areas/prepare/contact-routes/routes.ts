import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { keepCard } from './keep-card.ts';
import { moveDevice } from './move-device.ts';
import { verifyByHand } from './verify-by-hand.ts';

export const routes = serve(contracts, {
  'PUT /api/prepare/people/:id/card': async (ctx, { params, body }) => {
    await keepCard(ctx, params.id, body);
    return {};
  },
  'POST /api/prepare/device-moved': async (ctx, { body }) => {
    await moveDevice(ctx, body);
    return {};
  },
  'POST /api/prepare/people/:id/card/:route/verified': async (ctx, { params }) => {
    await verifyByHand(ctx, params.id, params.route);
    return {};
  },
});
