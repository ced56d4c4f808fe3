import { type Context, reading, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { publicHalf, signText } from '../../../kernel/signing.ts';
import { isIntact, NO_LINES, type Proof, rollRoot, signedText } from './proof.ts';
import { hashesAfter, keepProof, newestProof } from './store.ts';

type Reading = Pick<Tx, 'sql' | 'ctx'>;

/**
 * Signs where the ledger stands. It goes on from the newest kept proof that is ours, so that an hour's lines are read once.
 * @returns the kept one where nothing is new; undefined before the first line
 */
async function signedNow({ sql, ctx }: Reading): Promise<{ proof: Proof; fresh: boolean } | undefined> {
  const publicKey = publicHalf(ctx.instance.signingKey);
  const last = await newestProof(sql);
  const ours = last && isIntact(last) && publicKey.equals(last.publicKey) ? last : undefined;
  let lines = ours?.lines ?? 0;
  let root = ours?.root ?? NO_LINES;
  for await (const { seq, hash } of hashesAfter(sql, lines)) {
    root = rollRoot(root, hash);
    lines = seq;
  }
  if (lines === (ours?.lines ?? 0)) return ours && { proof: ours, fresh: false };
  const said = { orgId: ctx.orgId, lines, root, takenAt: ctx.now.round('millisecond') };
  const signature = signText(ctx.instance.signingKey, signedText(said));
  return { proof: { ...said, publicKey, signature }, fresh: true };
}

/** Signs where the ledger stands and keeps the proof beside it, in the caller's transaction. */
export async function signLedger(tx: Tx): Promise<Proof | undefined> {
  const signed = await signedNow(tx);
  if (signed?.fresh) await keepProof(tx.sql, signed.proof);
  return signed?.proof;
}

/** Where the ledger stands in the caller's look at it, signed and not kept; undefined before the first line. */
export const proofWithin = async (look: Reading): Promise<Proof | undefined> =>
  (await signedNow(look))?.proof;

/** Signed now, for somebody who keeps it elsewhere. */
export async function proofOfNow(ctx: Context): Promise<Proof> {
  permit(ctx, 'audit.read');
  // As the house itself: whoever may not see an incident's lines is given a proof of them all the same.
  const actor = { ...ctx.actor, personId: undefined };
  const signed = await reading({ ...ctx, actor }, (sql) => signedNow({ sql, ctx }));
  if (!signed) throw new Fault('not-found');
  return signed.proof;
}
