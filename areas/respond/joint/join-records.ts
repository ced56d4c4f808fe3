import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import type { Caller } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf, newSecret } from '../../../kernel/secret.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { findIncident, lockIncident } from '../incidents/index.ts';
import { bindJoint, endJointRow, insertJoint, type Joint, jointOfCode, lockJoint } from './store.ts';

const CODE_DAYS = 7;

/** In the other organisation's record nobody of this one acts: the bond itself does, and sees what it needs. */
const bond = (jointId: string): Caller['actor'] => ({
  kind: 'link',
  id: jointId,
  personId: undefined,
  permissions: new Set(),
  outside: false,
});

const nameOf = async (tx: Tx): Promise<string> => (await readOrganisation(tx.sql))?.name ?? '';

/**
 * Offers another organisation of this Sonae to link its incident with this one.
 * @returns the code that accepts it, once, within a week
 */
export async function offerJoint(ctx: Context, incidentId: string): Promise<{ code: string; until: string }> {
  permit(ctx, 'incident.share');
  const code = newSecret('joint_');
  const codeUntil = ctx.now.add({ hours: CODE_DAYS * 24 });
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const id = ctx.newId();
    await insertJoint(tx.sql, ctx.orgId, {
      id,
      incidentId,
      state: 'offered',
      codeHash: hashOf(code),
      codeUntil,
      peerOrg: null,
      peerId: null,
      peerName: '',
      madeAt: ctx.now,
    });
    record(tx, 'joint.offered', { incidentId, body: { jointId: id } });
  });
  return { code, until: codeUntil.toString() };
}

/** Accepts the other organisation's offer for an incident of one's own. */
export async function acceptJoint(ctx: Context, incidentId: string, code: string): Promise<void> {
  permit(ctx, 'incident.share');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const offer = await jointOfCode(tx.sql, hashOf(code));
    if (!offer) throw unknownCode();
    if (offer.orgId === ctx.orgId)
      throw invalidField('code', {
        ja: '自組織の申し出です。相手の組織に渡してください',
        en: 'This is your own offer: hand it to the other organisation',
      });
    const drill = (await findIncident(tx.sql, incidentId))?.drill;
    const id = ctx.newId();
    const mine = await nameOf(tx);
    const other = await tx.actFor(offer.orgId, bond(offer.id));
    const theirs = await lockJoint(other.sql, offer.id);
    if (theirs?.state !== 'offered' || theirs.codeUntil === null) throw unknownCode();
    if (Temporal.Instant.compare(theirs.codeUntil, ctx.now) <= 0) throw unknownCode();
    // A drill of one is no event of the other.
    if ((await findIncident(other.sql, theirs.incidentId))?.drill !== drill)
      throw invalidField('code', {
        ja: '訓練と実際のインシデントは連携できません',
        en: 'A drill is not linked with a real incident',
      });
    const peer = await nameOf(other);
    await bindJoint(other.sql, offer.id, { org: ctx.orgId, id, name: mine });
    record(other, 'joint.linked', {
      incidentId: theirs.incidentId,
      body: { jointId: offer.id, organisation: mine },
    });
    const back = await tx.actFor(ctx.orgId);
    await insertJoint(back.sql, ctx.orgId, {
      id,
      incidentId,
      state: 'linked',
      codeHash: null,
      codeUntil: null,
      peerOrg: offer.orgId,
      peerId: offer.id,
      peerName: peer,
      madeAt: ctx.now,
    });
    record(back, 'joint.linked', { incidentId, body: { jointId: id, organisation: peer } });
  });
}

const unknownCode = () =>
  invalidField('code', {
    ja: '有効な申し出がありません。相手に新しいコードを発行してもらってください',
    en: 'No offer is open under this code: ask the other organisation for a new one',
  });

/** Tells the other organisation; the same words stand in both records. */
export async function tellJoint(
  ctx: Context,
  incidentId: string,
  jointId: string,
  text: string,
): Promise<void> {
  permit(ctx, 'incident.share');
  await inTransaction(ctx, async (tx) => {
    const joint = await linked(tx, incidentId, jointId);
    const mine = await nameOf(tx);
    record(tx, 'joint.told', { incidentId, body: { organisation: joint.peerName, text } });
    const other = await tx.actFor(joint.peerOrg, bond(joint.peerId));
    const theirs = await lockJoint(other.sql, joint.peerId);
    if (theirs?.state !== 'linked') throw ended();
    record(other, 'joint.heard', { incidentId: theirs.incidentId, body: { organisation: mine, text } });
  });
}

/** Ends the link, or takes an offer back; what was told stays told. */
export async function endJoint(ctx: Context, incidentId: string, jointId: string): Promise<void> {
  permit(ctx, 'incident.share');
  await inTransaction(ctx, async (tx) => {
    const joint = await lockJoint(tx.sql, jointId);
    if (joint?.incidentId !== incidentId) throw new Fault('not-found');
    if (joint.state === 'ended') throw ended();
    await endJointRow(tx.sql, jointId);
    record(tx, 'joint.ended', { incidentId, body: { organisation: joint.peerName } });
    if (joint.peerOrg === null || joint.peerId === null) return;
    const mine = await nameOf(tx);
    const other = await tx.actFor(joint.peerOrg, bond(joint.peerId));
    const theirs = await lockJoint(other.sql, joint.peerId);
    if (theirs?.state !== 'linked') return;
    await endJointRow(other.sql, joint.peerId);
    record(other, 'joint.ended', { incidentId: theirs.incidentId, body: { organisation: mine } });
  });
}

async function linked(
  tx: Tx,
  incidentId: string,
  jointId: string,
): Promise<Joint & { peerOrg: string; peerId: string }> {
  const joint = await lockJoint(tx.sql, jointId);
  if (joint?.incidentId !== incidentId) throw new Fault('not-found');
  const { peerOrg, peerId } = joint;
  if (joint.state !== 'linked' || peerOrg === null || peerId === null) throw ended();
  return { ...joint, peerOrg, peerId };
}

const ended = () =>
  new Fault('conflict', { detail: { ja: 'この連携は終了しています', en: 'This link has ended' } });
