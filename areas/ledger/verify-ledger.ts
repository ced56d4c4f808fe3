import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { type Context, reading } from '../../database/transaction.ts';
import { permit } from '../../kernel/permit.ts';
import { publicHalf } from '../../kernel/signing.ts';
import { PERMISSIONS } from '../roles.ts';
import { checkProofs, type Proof, type ProofBreak, proofWithin } from './proofs/index.ts';
import { type Break, type ChainState, checkEnd, checkLine, type Digest } from './rules.ts';
import { chainedLines, chainHeads, lastSeq, recordedBetween } from './store.ts';

const BATCH = 5_000;

const digest: Digest = (previousHash, text) =>
  createHash('sha256').update(previousHash, 'hex').update(text, 'utf8').digest('hex');

export interface Verification {
  readonly lines: number;
  readonly chains: number;
  /** The first break found, in the order of chains and their links. */
  readonly firstBreak: Break | undefined;
  /** How many proofs the ledger was held against, and the first it does not bear out. */
  readonly proofs: number;
  readonly proofBreak: ProofBreak | undefined;
  /** When the first and the last line were recorded; undefined before the first. */
  readonly recorded: { readonly from: Temporal.Instant; readonly to: Temporal.Instant } | undefined;
  /** Of a ledger that is whole: where it stands, signed by this installation. */
  readonly proof: Proof | undefined;
}

/**
 * Walks every hash chain of the organisation, and holds the ledger against its proofs, in one consistent look at the
 * tables. The chains alone find what was changed by somebody who did not make them anew; the proofs find the rest.
 * @param handedOut proofs of this organisation that were kept elsewhere
 */
export async function verifyLedger(ctx: Context, handedOut: readonly Proof[] = []): Promise<Verification> {
  permit(ctx, 'audit.read');
  // As the house itself: lines of an incident, or of a survey, that are kept from the asker are there, and are not missing.
  const actor = { ...ctx.actor, personId: undefined, permissions: new Set(PERMISSIONS) };
  return reading({ ...ctx, actor }, async (trx) => {
    const walked = await walkChains(trx);
    const held = await checkProofs(trx, publicHalf(ctx.instance.signingKey), handedOut);
    const isWhole = walked.firstBreak === undefined && held.proofBreak === undefined;
    return {
      ...walked,
      ...held,
      recorded: await recordedBetween(trx),
      proof: isWhole ? await proofWithin({ sql: trx, ctx }) : undefined,
    };
  });
}

async function walkChains(
  trx: Transaction<Tables>,
): Promise<Pick<Verification, 'lines' | 'chains' | 'firstBreak'>> {
  const heads = new Map((await chainHeads(trx)).map((head) => [head.chain, head]));
  const seen = new Set<string>();
  let state: ChainState | undefined;
  let seq = 0;
  let lines = 0;
  const found = (firstBreak: Break | undefined) => ({ lines, chains: seen.size, firstBreak });
  for (;;) {
    const batch = await chainedLines(trx, { chain: state?.chain ?? '', link: state?.link ?? 0 }, BATCH);
    for (const line of batch) {
      if (state && state.chain !== line.chain) {
        const atEnd = checkEnd(state, heads.get(state.chain), seq);
        if (atEnd) return found(atEnd);
      }
      const broken = checkLine(state, line, digest);
      if (broken) return found(broken);
      state = { chain: line.chain, link: line.link, hash: line.hash };
      seq = line.seq;
      seen.add(line.chain);
      lines += 1;
    }
    if (batch.length < BATCH) break;
  }
  const atEnd = state && checkEnd(state, heads.get(state.chain), seq);
  if (atEnd) return found(atEnd);
  const gone = [...heads.values()].find((head) => !seen.has(head.chain));
  if (gone) return found({ kind: 'cut-off', chain: gone.chain, link: 1 });
  // Numbers are given without gaps, so a whole chain that vanished with its head still shows here.
  const total = await lastSeq(trx);
  return found(total === lines ? undefined : { kind: 'missing', chain: 'all', link: lines + 1 });
}
