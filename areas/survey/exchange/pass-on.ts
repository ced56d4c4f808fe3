import { z } from 'zod';
import type { Tx } from '../../../database/transaction.ts';
import { enqueue } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { sendPackageWithin } from './acts.ts';
import { holdToKey } from './check-package.ts';
import type { Accepted, PackageKind, Settled, Taking } from './kind.ts';
import { type Package, readPackage } from './package-text.ts';
import { findPeer } from './peers/index.ts';
import { Refusal } from './refusal.ts';
import { tryAgainLater } from './retry-packages.ts';
import { MOST_ATTACHED_BYTES } from './schema.ts';
import { findSent, lockCarried, lockSent, moveSent, type Sent, takeBackDelivered } from './store.ts';
import { reasonWord, takeWithin } from './take-package.ts';
import { KIND_WORDS } from './words.ts';

const CARRIED = { name: 'package.sonae', type: 'application/vnd.sonae.package' } as const;

/** Either a package within, or word that one could not be passed on. */
const payload = z.strictObject({
  about: z.uuid().optional(),
  reason: z.string().max(200).optional(),
});

/** Hands a signed package to a peer as it is, within one of our own. @returns the id of ours */
export const wrapFor = (tx: Tx, peerId: string, content: Buffer): Promise<string> =>
  sendPackageWithin(
    tx,
    { peerId, kind: 'pass-on', payload: {}, attachments: [{ ...CARRIED, content }] },
    MOST_ATTACHED_BYTES,
  );

/** @throws Refusal where there is none in it, or another wrapping */
function within({ attachments }: Package): { inner: Package; content: Buffer } {
  const [only, ...others] = attachments;
  if (!only || others.length > 0) throw new Refusal('unfit', { detail: 'attachments' });
  const inner = readPackage(only.content);
  if (inner.envelope.kind === 'pass-on') throw new Refusal('no-way');
  return { inner, content: only.content };
}

async function accept(tx: Tx, accepted: Accepted, taking: Taking): Promise<void> {
  const { peer } = accepted;
  const { about, reason = '' } = accepted.payload as z.infer<typeof payload>;
  if (about !== undefined) return hearNoWay(tx, peer.id, about, reason);
  const { inner, content } = within(accepted.package);
  if (inner.envelope.recipient.id === tx.ctx.orgId) {
    const { receipt } = await takeWithin(tx, inner, { ...taking, via: peer.id });
    if (receipt) await wrapFor(tx, peer.id, receipt);
    return;
  }
  // Whoever asks an office to pass something on has signed it themselves.
  if (inner.envelope.sender.id !== peer.id) throw new Refusal('foreign');
  holdToKey(peer.publicKey, inner);
  const recipient = await findPeer(tx.sql, inner.envelope.recipient.id);
  if (recipient?.state !== 'pinned') throw new Refusal('no-way');
  await wrapFor(tx, recipient.id, content);
}

/** The office could not pass one of ours on: it waits, and goes again. */
async function hearNoWay(tx: Tx, officeId: string, about: string, reason: string): Promise<void> {
  const sent = await lockSent(tx.sql, about);
  const peer = sent && (await findPeer(tx.sql, sent.peerId));
  if (!sent || peer?.via !== officeId) throw new Refusal('unknown-receipt');
  await takeBackDelivered(tx.sql, sent.peerId, reasonWord(reason), tx.ctx.now);
  await tryAgainLater(tx, peer);
}

async function settled(tx: Tx, { packageId, outcome, reason }: Settled): Promise<void> {
  const carried = await lockCarried(tx.sql, packageId);
  if (carried) return settleCarried(tx, carried, outcome, reason);
  if (outcome === 'refused') await tellNoWay(tx, packageId, reason);
}

/** The office has signed for its wrapping: ours is on its way, or waits to be tried again. */
async function settleCarried(
  tx: Tx,
  carried: Sent,
  outcome: Settled['outcome'],
  reason: string,
): Promise<void> {
  if (outcome === 'refused') {
    await moveSent(tx.sql, carried, 'postpone', tx.ctx.now, { reason, carriedBy: null });
    const peer = await findPeer(tx.sql, carried.peerId);
    return peer && tryAgainLater(tx, peer);
  }
  if (!(await moveSent(tx.sql, carried, 'deliver', tx.ctx.now))) return;
  const { id, peerId, kind, number } = carried;
  record(tx, 'package.delivered', { body: { packageId: id, peerId, kind, number } });
  enqueue(tx, 'send-packages', { peerId }, { at: tx.ctx.now });
}

/** As an office: what was passed on is not taken, and whoever signed it is told. */
async function tellNoWay(tx: Tx, packageId: string, reason: string): Promise<void> {
  const sent = await findSent(tx.sql, packageId);
  const outer = sent && readPackage(sent.content);
  if (!outer || outer.attachments.length === 0) return;
  const { id, sender, kind } = within(outer).inner.envelope;
  if (sender.id === tx.ctx.orgId || kind === 'receipt') return;
  const peer = await findPeer(tx.sql, sender.id);
  if (peer?.state !== 'pinned') return;
  await sendPackageWithin(tx, {
    peerId: sender.id,
    kind: 'pass-on',
    payload: { about: id, reason: reasonWord(reason) },
  });
}

/** An office hands on what it is given, as it was signed: both signatures arrive, and the receipt goes back the same way. */
export const passOn: PackageKind = {
  name: 'pass-on',
  words: KIND_WORDS['pass-on'],
  payload,
  byHand: false,
  accept,
  settled,
};
