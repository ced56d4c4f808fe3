import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import { setRestricted, setShare } from '../incidents/acts.ts';
import { findIncident, lockIncident } from '../incidents/index.ts';
import { callAnew } from '../paging/acts.ts';

/**
 * Keeps an incident from everybody inside but those it is shared with. Whoever does so keeps sight of it themselves, or
 * nobody could ever open it again.
 */
export async function restrictIncident(
  ctx: Context,
  id: string,
  restricted: boolean,
  seen?: boolean,
): Promise<void> {
  permit(ctx, 'incident.share');
  await inTransaction(ctx, async (tx) => {
    if (!(await findIncident(tx.sql, id))) throw new Fault('not-found');
    await lockIncident(tx.sql, id);
    // Out of sight since: somebody else restricted it in that moment, and both keep sight of it.
    const restrictedNow = (await findIncident(tx.sql, id))?.restricted ?? true;
    holdToSeen(seen, restrictedNow);
    if (restricted && ctx.actor.personId) await setShare(tx.sql, ctx.orgId, id, ctx.actor.personId, true);
    await setRestricted(tx.sql, ctx.orgId, id, restricted);
    record(tx, 'incident.restricted', { incidentId: id, body: { restricted } });
    // Whoever was being called may not see it any more: those it is shared with are called instead.
    if (restricted) await callAnew(tx, id);
  });
}
