import { serve } from '../route.ts';
import { contracts } from './contract.ts';
import { listLines } from './list-lines.ts';
import { fingerprint, proofOfNow, proofText } from './proofs/index.ts';
import { verifyLedger } from './verify-ledger.ts';

export const routes = serve(contracts, {
  'GET /api/ledger/lines': (ctx, { query }) => listLines(ctx, query),
  'GET /api/ledger/verification': async (ctx) => {
    const { firstBreak, proofBreak, ...rest } = await verifyLedger(ctx);
    return { ...rest, firstBreak: firstBreak ?? null, proofBreak: proofBreak ?? null };
  },
  'GET /api/ledger/proof': async (ctx) => {
    const { lines, takenAt, publicKey, ...rest } = await proofOfNow(ctx);
    const key = fingerprint(publicKey);
    return {
      lines,
      takenAt: takenAt.toString(),
      key,
      text: proofText({ lines, takenAt, publicKey, ...rest }),
    };
  },
});
