import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findSignals } from '../../detect/signals/index.ts';
import { serve } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { contracts } from './contract.ts';
import { addDetection, attachSignals, detachSignal } from './gather-detections.ts';
import { linkedSignals } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/signals': async (ctx, { params, query }) => {
    permit(ctx, 'incident.read');
    return reading(ctx, async (trx) => {
      if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
      const ids = await linkedSignals(trx, params.id, query.after, query.limit);
      const signals = await findSignals(trx, ids);
      return { signals, next: ids.length === query.limit ? (ids.at(-1) ?? null) : null };
    });
  },
  'POST /api/respond/incidents/:id/signals': (ctx, { params, body }) =>
    attachSignals(ctx, params.id, body.signalIds),
  'DELETE /api/respond/incidents/:id/signals/:signalId': async (ctx, { params }) => {
    await detachSignal(ctx, params.id, params.signalId);
    return {};
  },
  'POST /api/respond/incidents/:id/detections': async (ctx, { params, body }) => {
    await addDetection(ctx, params.id, body);
    return {};
  },
});
