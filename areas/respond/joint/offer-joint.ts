import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf, newSecret } from '../../../kernel/secret.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { insertJoint } from './store.ts';

const CODE_DAYS = 7;

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
