import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { askSimulation } from './ask-simulation.ts';
import { contracts } from './contract.ts';
import type { SimulationView } from './schema.ts';
import { readSimulation } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/headquarters-time': async (ctx): Promise<SimulationView> => {
    permit(ctx, 'register.read');
    const stored = await reading(ctx, (trx) => readSimulation(trx));
    if (!stored) return { state: 'none', done: 0, total: 0, wanted: null, askedAt: null, result: null };
    const { state, done, total, wanted, askedAt, result } = stored;
    return { state, done, total, wanted, askedAt: askedAt.toString(), result };
  },
  'POST /api/prepare/headquarters-time': async (ctx, { body }) => {
    await askSimulation(ctx, body);
    return {};
  },
});
