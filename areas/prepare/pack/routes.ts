import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { renewPack } from './renew-pack.ts';
import { readPack } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/pack': async (ctx) => {
    permit(ctx, 'register.read');
    const pack = await reading(ctx, (trx) => readPack(trx));
    return {
      pack: pack
        ? { version: pack.version, madeAt: pack.madeAt.toString(), expiresAt: pack.expiresAt.toString() }
        : null,
    };
  },
  'POST /api/prepare/pack/renew': async (ctx) => {
    await renewPack(ctx);
    return {};
  },
});
