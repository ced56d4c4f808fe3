import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { record } from '../../record.ts';
import { findIncident, lockIncident } from '../incidents/index.ts';
import { bond, nameOf } from './bond.ts';
import { bindJoint, insertJoint, jointOfCode, lockJoint } from './store.ts';

/** Accepts the other organisation's offer for an incident of one's own. */
export async function acceptJoint(ctx: Context, incidentId: string, code: string): Promise<void> {
  permit(ctx, 'incident.share');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const offer = await jointOfCode(tx.sql, hashOf(code));
    if (!offer) throw unknownCode();
    if (offer.orgId === ctx.orgId)
      throw invalidField('code', {
        ja: '自組織の申し出です。相手組織に渡してください',
        en: 'This is your own offer. Send it to the other organisation',
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
        en: 'A drill cannot be linked with a real incident',
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
    ja: '有効な申し出がありません。相手組織に新しいコードの発行を依頼してください',
    en: 'No valid offer for this code. Ask the other organisation for a new one',
  });
