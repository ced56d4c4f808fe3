import type { Tx } from '../../../database/transaction.ts';
import { record } from '../../record.ts';
import { type Kinds, kindOf } from './kind.ts';
import { type Package, packageBytes } from './package-text.ts';
import type { Peer } from './peers/index.ts';
import { Refusal } from './refusal.ts';
import { receiptPayload } from './schema.ts';
import { lockSent, moveSent } from './store.ts';
import type { Taken } from './take-package.ts';

/**
 * Keeps what a recipient signed about a package of ours, in the caller's transaction. The signature was looked at before.
 * @throws Refusal `unknown-receipt` where it is about none of ours, or about other bytes
 */
export async function takeReceipt(tx: Tx, kinds: Kinds, peer: Peer, receipt: Package): Promise<Taken> {
  const { inReplyTo, payload } = receipt.envelope;
  const told = receiptPayload.safeParse(payload);
  if (!told.success) throw new Refusal('unfit', { detail: told.error.issues[0]?.path.join('.') ?? '' });
  const { hash, outcome, reason } = told.data;
  const sent = inReplyTo === null ? undefined : await lockSent(tx.sql, inReplyTo);
  if (sent?.peerId !== peer.id || sent.hash !== hash) throw new Refusal('unknown-receipt');
  const moved = await moveSent(tx.sql, sent, outcome === 'taken' ? 'receipt' : 'refuse', tx.ctx.now, {
    reason,
    receipt: packageBytes(receipt),
  });
  const packageId = sent.id;
  if (moved) {
    const body = { packageId, peerId: peer.id, kind: sent.kind, number: sent.number };
    if (outcome === 'taken') record(tx, 'package.receipted', { body });
    else record(tx, 'package.declined', { body });
    await kindOf(kinds, sent.kind)?.settled?.(tx, { packageId, peerId: peer.id, outcome, reason });
  }
  return { packageId, receipt: null, outcome, again: !moved };
}
