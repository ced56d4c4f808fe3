import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { nextOf } from '../../lists/schema.ts';
import { serve } from '../../route.ts';
import { addHeartbeat } from './add-heartbeat.ts';
import { changeHeartbeat } from './change-heartbeat.ts';
import { contracts } from './contract.ts';
import { listHeartbeats } from './index.ts';
import { removeHeartbeat } from './remove-heartbeat.ts';

export const routes = serve(contracts, {
  'GET /api/detect/heartbeats': async (ctx, { query }) => {
    permit(ctx, 'source.read');
    const heartbeats = await reading(ctx, (trx) => listHeartbeats(trx, query));
    return { heartbeats, next: nextOf(heartbeats, query.limit) };
  },
  'POST /api/detect/heartbeats': (ctx, { body }) => addHeartbeat(ctx, body),
  'PUT /api/detect/heartbeats/:id': async (ctx, { params, body }) => {
    await changeHeartbeat(ctx, params.id, body);
    return {};
  },
  'DELETE /api/detect/heartbeats/:id': async (ctx, { params }) => {
    await removeHeartbeat(ctx, params.id);
    return {};
  },
});
