import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { endSignal } from './end-signals.ts';
import { readSignalHours } from './signal-hours.ts';
import { countByState, findSignals, listSignals } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/detect/signals': async (ctx, { query }) => {
    permit(ctx, 'signal.read');
    const signals = await reading(ctx, (trx) => listSignals(trx, query));
    const last = signals.length === query.limit ? signals.at(-1) : undefined;
    return { signals, next: last ? `${last.firstAt}_${last.id}` : null };
  },
  'GET /api/detect/signals/counts': (ctx) => {
    permit(ctx, 'signal.read');
    return reading(ctx, countByState);
  },
  'GET /api/detect/signals/hours': (ctx) => readSignalHours(ctx),
  'GET /api/detect/signals/:id': async (ctx, { params }) => {
    permit(ctx, 'signal.read');
    const [found] = await reading(ctx, (trx) => findSignals(trx, [params.id]));
    if (!found) throw new Fault('not-found');
    return found;
  },
  'POST /api/detect/signals/:id/end': async (ctx, { params, body }) => {
    await endSignal(ctx, params.id, body);
    return {};
  },
});
