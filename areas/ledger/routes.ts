import { serve } from '../route.ts';
import { contracts } from './contract.ts';
import { listLines } from './list-lines.ts';
import { fingerprint, proofOfNow, proofText } from './proofs/index.ts';
import { verificationReport } from './verification-report.ts';
import { verifyLedger } from './verify-ledger.ts';

export const routes = serve(contracts, {
  'GET /api/ledger/lines': (ctx, { query }) => listLines(ctx, query),
  'GET /api/ledger/verification': async (ctx) => {
    const verified = await verifyLedger(ctx);
    const { lines, chains, proofs, firstBreak, proofBreak, recorded, proof } = verified;
    return {
      lines,
      chains,
      proofs,
      firstBreak: firstBreak ?? null,
      proofBreak: proofBreak ?? null,
      checkedAt: ctx.now.toString(),
      recorded: recorded ? { from: recorded.from.toString(), to: recorded.to.toString() } : null,
      signed: proof ? { root: proof.root, key: fingerprint(proof.publicKey) } : null,
      report: verificationReport(verified, ctx),
    };
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
