import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { bond, ended, nameOf } from './bond.ts';
import { endJointRow, lockJoint } from './store.ts';

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
