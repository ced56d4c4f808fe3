import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { isIntact, type Proof, type ProofBreak, ProofCheck } from './proof.ts';
import { hashesAfter, keptProofs } from './store.ts';

/**
 * Holds the ledger against proofs of it: those kept beside it, which whoever rewrote it cannot make anew, and those that
 * were handed out, which nobody can take away.
 * @param publicKey of this installation: a kept proof by another key is none
 */
export async function checkProofs(
  trx: Transaction<Tables>,
  publicKey: Buffer,
  handedOut: readonly Proof[],
): Promise<{ proofs: number; proofBreak: ProofBreak | undefined }> {
  const kept = await keptProofs(trx);
  const isOurs = (proof: Proof): boolean => isIntact(proof) && publicKey.equals(proof.publicKey);
  const strange = kept.find((proof) => !isOurs(proof));
  const check = new ProofCheck([...kept.filter(isOurs), ...handedOut]);
  for await (const { hash } of hashesAfter(trx, 0)) check.take(hash);
  const proofs = kept.length + handedOut.length;
  const proofBreak = check.end();
  if (proofBreak || !strange) return { proofs, proofBreak };
  return {
    proofs,
    proofBreak: { kind: 'not-ours', lines: strange.lines, takenAt: strange.takenAt.toString() },
  };
}
