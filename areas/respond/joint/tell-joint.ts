import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { bond, ended, linked, nameOf } from './bond.ts';
import { lockJoint } from './store.ts';

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
