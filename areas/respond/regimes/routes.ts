import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { regimeEditions, regimesNow } from './index.ts';
import { keepRegime } from './keep-regime.ts';

export const routes = serve(contracts, {
  'GET /api/respond/regimes': async (ctx) => {
    permit(ctx, 'room.read');
    return { regimes: await reading(ctx, regimesNow) };
  },
  'GET /api/respond/regimes/:regime': async (ctx, { params }) => {
    permit(ctx, 'room.read');
    const editions = await reading(ctx, (trx) => regimeEditions(trx, params.regime));
    if (editions.length === 0) throw new Fault('not-found');
    return { editions };
  },
  'PUT /api/respond/regimes/:regime': (ctx, { params, body }) => keepRegime(ctx, params.regime, body),
});
