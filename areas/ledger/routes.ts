import { serve } from '../route.ts';
import { contracts } from './contract.ts';
import { listLines } from './list-lines.ts';
import { verifyLedger } from './verify-ledger.ts';

export const routes = serve(contracts, {
  'GET /api/ledger/lines': (ctx, { query }) => listLines(ctx, query),
  'GET /api/ledger/verification': async (ctx) => {
    const { firstBreak, ...rest } = await verifyLedger(ctx);
    return { ...rest, firstBreak: firstBreak ?? null };
  },
});
