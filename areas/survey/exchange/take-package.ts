import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { enqueue } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { nameOf } from './acts.ts';
import { holdToKey } from './check-package.ts';
import { kindOf, type Taking } from './kind.ts';
import { ownKey } from './own-key.ts';
import { type Package, packageBytes, sealPackage } from './package-text.ts';
import { lockPeer, type Peer } from './peers/index.ts';
import { Refusal } from './refusal.ts';
import { notFrom, placeOf } from './rules.ts';
import type { ReceiptPayload } from './schema.ts';
import { findReceived, insertReceived } from './store.ts';
import { takeReceipt } from './take-receipt.ts';
import { REFUSALS, type RefusalReason } from './words.ts';

const LONGEST_REASON = 1_000;

/** Whoever answers for its kind could not take it: undone, and done again with nothing but its number and why. */
export class NotAccepted extends Error {
  readonly packageId: string;
  readonly reason: string;
  constructor(packageId: string, cause: Fault | Refusal) {
    super(cause.message, { cause });
    this.packageId = packageId;
    this.reason = (cause instanceof Refusal ? cause.reason : `not-accepted: ${cause.message}`).slice(
      0,
      LONGEST_REASON,
    );
  }
}

export interface Taken {
  readonly packageId: string;
  /** A receipt is not receipted. */
  readonly receipt: Buffer | null;
  readonly outcome: 'taken' | 'refused';
  readonly again: boolean;
}

/** @throws Refusal where the package is not by somebody whose key is pinned */
export async function senderOf(tx: Tx, { envelope }: Package): Promise<Peer> {
  const peer = await lockPeer(tx.sql, envelope.sender.id);
  if (!peer) throw new Refusal('foreign');
  const reason = notFrom(peer.state);
  if (reason) throw new Refusal(reason);
  return peer;
}

/**
 * Takes a package in the caller's transaction: by whom, in its turn, once. What whoever answers for its kind writes is
 * part of it, and so is the receipt; the same package again gets the same receipt.
 * @throws Refusal where it proves nothing; NotAccepted where its kind does not take it
 */
export async function takeWithin(tx: Tx, package_: Package, taking: Taking): Promise<Taken> {
  const { envelope, hash } = package_;
  const { id, number } = envelope;
  if (envelope.recipient.id !== tx.ctx.orgId) throw new Refusal('not-for-us');
  const peer = await senderOf(tx, package_);
  holdToKey(peer.publicKey, package_);
  if (envelope.kind === 'receipt') return takeReceipt(tx, taking.kinds, peer, package_);
  const known = await findReceived(tx.sql, id);
  const place = placeOf({ number: peer.inNumber, hash: peer.inHash }, envelope, hash, known?.hash);
  if (place === 'again' && known)
    return { packageId: id, receipt: known.receipt, outcome: known.outcome, again: true };
  if (place !== 'next' && place !== 'again') throw new Refusal(place, { expected: peer.inNumber + 1 });
  const reason = taking.refusing.get(id) ?? (await acceptance(tx, package_, peer, taking));
  const receipt = await receiptFor(tx, package_, peer, reason);
  const leavesNothing = kindOf(taking.kinds, envelope.kind)?.leavesNothing ?? false;
  await insertReceived(tx.sql, tx.ctx.orgId, {
    ...{ id, hash, number, peerId: peer.id, kind: envelope.kind, print: peer.print },
    inReplyTo: envelope.inReplyTo,
    content: reason === '' && !leavesNothing ? packageBytes(package_) : Buffer.alloc(0),
    outcome: reason === '' ? 'taken' : 'refused',
    reason,
    via: taking.via,
    madeAt: envelope.madeAt,
    receipt,
    receivedAt: tx.ctx.now,
  });
  const body = { packageId: id, peerId: peer.id, kind: envelope.kind, number };
  if (reason === '') record(tx, 'package.received', { body });
  else record(tx, 'package.refused', { body: { ...body, reason: reasonWord(reason), door: 'network' } });
  // Who sends can be reached: what waits for them need not wait for its hour.
  enqueue(tx, 'send-packages', { peerId: peer.id }, { at: tx.ctx.now });
  return { packageId: id, receipt, outcome: reason === '' ? 'taken' : 'refused', again: false };
}

/** The one word a reason begins with. */
export const reasonWord = (reason: string): RefusalReason => {
  const [word = ''] = reason.split(':');
  return Object.hasOwn(REFUSALS, word) ? (word as RefusalReason) : 'not-accepted';
};

/** @returns why it is not taken, or nothing; what its kind writes is written */
async function acceptance(tx: Tx, package_: Package, peer: Peer, taking: Taking): Promise<string> {
  const { id, kind: name, payload } = package_.envelope;
  const kind = kindOf(taking.kinds, name);
  if (!kind) return 'unknown-kind';
  const read = kind.payload.safeParse(payload);
  if (!read.success) {
    const [issue] = read.error.issues;
    return `unfit: ${issue?.path.join('.')}: ${issue?.message}`.slice(0, LONGEST_REASON);
  }
  try {
    await kind.accept(tx, { package: package_, payload: read.data, peer, via: taking.via }, taking);
    return '';
  } catch (error) {
    // What is wrong with the house is no fault of the package: it comes again.
    if (
      error instanceof Refusal ||
      (error instanceof Fault && error.code !== 'internal' && error.code !== 'unavailable')
    )
      throw new NotAccepted(id, error);
    throw error;
  }
}

async function receiptFor(tx: Tx, { envelope, hash }: Package, peer: Peer, reason: string): Promise<Buffer> {
  const { ctx } = tx;
  const own = await ownKey(tx.sql, ctx.instance);
  // Before a key was made nobody could know that this is us.
  if (!own) throw new Refusal('unconfirmed');
  const payload: ReceiptPayload = {
    hash,
    receivedAt: ctx.now.round('millisecond').toString(),
    outcome: reason === '' ? 'taken' : 'refused',
    reason,
  };
  return packageBytes(
    sealPackage(
      own.key,
      {
        id: ctx.newId(),
        kind: 'receipt',
        sender: { id: ctx.orgId, name: await nameOf(tx), key: own.print },
        recipient: { id: peer.id, name: peer.name },
        madeAt: payload.receivedAt,
        number: 0,
        previous: '',
        inReplyTo: envelope.id,
        payload: { ...payload },
      },
      [],
    ),
  );
}
