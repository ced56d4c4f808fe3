import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { nextOf } from '../../lists/schema.ts';
import { serve } from '../../route.ts';
import { addHeartbeat } from './add-heartbeat.ts';
import { changeHeartbeat } from './change-heartbeat.ts';
import { contracts } from './contract.ts';
import { listHeartbeats, proofsOfOther } from './index.ts';
import { removeHeartbeat } from './remove-heartbeat.ts';

/** More than ten years of days. */
const MOST_PROOFS = 4_000;

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
  'GET /api/detect/heartbeats/:id/proofs': async (ctx, { params }) => {
    permit(ctx, 'audit.read');
    const proofs = await reading(ctx, (trx) => proofsOfOther(trx, params.id, MOST_PROOFS));
    if (proofs.length === 0) throw new Fault('not-found');
    return { text: proofs.join('\n') };
  },
  'DELETE /api/detect/heartbeats/:id': async (ctx, { params }) => {
    await removeHeartbeat(ctx, params.id);
    return {};
  },
});
