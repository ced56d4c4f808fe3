import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer } from '../../enqueue.ts';
import { holdToKey } from './check-package.ts';
import type { Kinds } from './kind.ts';
import { isOwnDoor, mayBeReached } from './own-key.ts';
import { wrapFor } from './pass-on.ts';
import { findPeer, lockPeer, noteReach, type Peer } from './peers/index.ts';
import { type Answer, postPackage } from './post-package.ts';
import { Refusal } from './refusal.ts';
import { goOnLater, tryAgainLater } from './retry-packages.ts';
import { anyWaiting, lockNext, lockSent, moveSent, repeatSent, type Sent } from './store.ts';
import { takeReceipt } from './take-receipt.ts';

/** One job sends no more than this: others wait too. */
const MOST_AT_ONCE = 200;

interface Claimed {
  readonly sent: Sent;
  readonly address: string;
  readonly inner: boolean;
}

/**
 * Job: sends what waits for a peer, in the order of its numbers and one after the other. It may run twice: the recipient
 * answers what it has with the same receipt.
 */
export async function sendPackages(
  kinds: Kinds,
  context: () => Context,
  { peerId }: { readonly peerId: string },
): Promise<void> {
  for (let sent = 0; sent < MOST_AT_ONCE; sent += 1) {
    const before = context();
    permit(before, 'report.send');
    const claimed = await inTransaction(before, (tx) => claimNext(tx, peerId));
    if (!claimed) return;
    const answer = await postPackage(claimed.address, claimed.sent.content, claimed.inner);
    const goOn = await inTransaction(context(), (tx) => settle(tx, kinds, claimed.sent, answer));
    if (!goOn) return;
  }
}

async function claimNext(tx: Tx, peerId: string): Promise<Claimed | undefined> {
  const { ctx } = tx;
  const peer = await lockPeer(tx.sql, peerId);
  if (peer?.state !== 'pinned') return undefined;
  if (peer.retryAt && Temporal.Instant.compare(peer.retryAt, ctx.now) > 0) return undefined;
  const sent = await lockNext(tx.sql, peerId);
  if (!sent) {
    await cancelTimer(tx, 'retry-packages', peerId);
    return undefined;
  }
  if (peer.via !== null) {
    await carry(tx, peer, peer.via, sent);
    return undefined;
  }
  const { baseUrl } = ctx.instance;
  if (peer.address === '' || !mayBeReached(peer, peer.allowInner, baseUrl)) return undefined;
  const inner = peer.allowInner || isOwnDoor(peer.address, baseUrl);
  await moveSent(tx.sql, sent, 'claim', ctx.now, { tried: true });
  goOnLater(tx, peerId);
  return { sent, address: peer.address, inner };
}

/** By way of an office: within a package to it, once until it has answered. */
async function carry(tx: Tx, peer: Peer, via: string, sent: Sent): Promise<void> {
  if (sent.carriedBy !== null) return;
  const office = await findPeer(tx.sql, via);
  if (office?.state !== 'pinned') return tryAgainLater(tx, peer);
  const carriedBy = await wrapFor(tx, via, sent.content);
  await moveSent(tx.sql, sent, 'claim', tx.ctx.now, { tried: true, carriedBy });
}

/** @returns whether the next may go */
async function settle(tx: Tx, kinds: Kinds, { id, peerId }: Sent, answer: Answer): Promise<boolean> {
  const peer = await lockPeer(tx.sql, peerId);
  const sent = await lockSent(tx.sql, id);
  if (!peer || sent?.state !== 'sending') return true;
  const reason = await outcomeOf(tx, kinds, peer, sent, answer);
  if (reason === undefined) {
    if (peer.fails > 0) await noteReach(tx.sql, peerId, 0, null);
    if (!(await anyWaiting(tx.sql, peerId))) await cancelTimer(tx, 'retry-packages', peerId);
    return true;
  }
  await moveSent(tx.sql, sent, 'postpone', tx.ctx.now, { reason });
  if ('expected' in answer && answer.expected !== undefined && answer.expected < sent.number)
    await repeatSent(tx.sql, sent, answer.expected, tx.ctx.now);
  await tryAgainLater(tx, peer);
  return false;
}

/** @returns why it is tried again; nothing where the recipient has signed for it */
async function outcomeOf(
  tx: Tx,
  kinds: Kinds,
  peer: Peer,
  sent: Sent,
  answer: Answer,
): Promise<string | undefined> {
  if (!('receipt' in answer)) return answer.reason;
  const { envelope } = answer.receipt;
  try {
    if (envelope.kind !== 'receipt' || envelope.sender.id !== peer.id || envelope.inReplyTo !== sent.id)
      return 'no-receipt';
    holdToKey(peer.publicKey, answer.receipt);
    await takeReceipt(tx, kinds, peer, answer.receipt);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}
