import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { setRestricted, setShare } from '../incidents/acts.ts';
import { lockIncident } from '../incidents/index.ts';
import { readTopic } from '../paging/rules.ts';
import { stopAllPages } from '../paging/stop-pages.ts';

/**
 * Keeps an incident from everybody inside but those it is shared with. Whoever does so keeps sight of it themselves, or
 * nobody could ever open it again.
 */
export async function restrictIncident(ctx: Context, id: string, restricted: boolean): Promise<void> {
  permit(ctx, 'incident.share');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, id))) throw new Fault('not-found');
    if (restricted && ctx.actor.personId) await setShare(tx.sql, ctx.orgId, id, ctx.actor.personId, true);
    await setRestricted(tx.sql, ctx.orgId, id, restricted);
    record(tx, 'incident.restricted', { incidentId: id, body: { restricted } });
    // Whoever was being called may not see it any more: those it is shared with are called instead.
    if (!restricted) return;
    for (const topic of new Set(await stopAllPages(tx, id))) {
      if (topic === '') record(tx, 'page.requested', { incidentId: id, body: {} });
      else callAgain(tx, id, topic);
    }
  });
}

/** For the same matter, of whoever may see it now. */
function callAgain(tx: Tx, incidentId: string, topic: string): void {
  const { now: at } = tx.ctx;
  const { kind, which } = readTopic(topic);
  if (kind === 'headquarters') setTimer(tx, 'summon-deciders', incidentId, { incidentId }, { at });
  if (kind === 'role')
    setTimer(tx, 'summon-holder', `${incidentId} ${which}`, { incidentId, role: which }, { at });
  if (kind === 'task') setTimer(tx, 'summon-for-task', which, { taskId: which }, { at });
}
