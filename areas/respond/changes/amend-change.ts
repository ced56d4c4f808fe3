import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer, setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { endMatter } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { lockWithIncident } from './lock-change.ts';
import { refusePast } from './refuse-past.ts';
import type { ChangeAmended } from './schema.ts';
import { amendChangeRow, setChange } from './store.ts';
import { WHY_NOT } from './turn-change.ts';

/**
 * Says until when, how back, and what takes its place: a stop-gap without an end keeps the incident open. What was approved
 * and reads otherwise now is to be approved again.
 */
export async function amendChange(
  ctx: Context,
  id: string,
  { rollback, expiresAt, permanentFix }: ChangeAmended,
): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    const change = await lockWithIncident(tx, id, false);
    if (change.state === 'refused' || change.state === 'rolledBack' || change.state === 'replaced')
      throw new Fault('conflict', { detail: WHY_NOT[change.state] });
    const until = expiresAt === null ? null : Temporal.Instant.from(expiresAt);
    // What stands as it was is not asked for again.
    if (until?.toString() !== change.expiresAt?.toString()) refusePast(until, ctx.now);
    const { incidentId, number, title, skipped, sideEffects } = change;
    const differs =
      rollback !== change.rollback ||
      permanentFix !== change.permanentFix ||
      until?.toString() !== change.expiresAt?.toString();
    const by = byOf(ctx.actor);
    const amendedBy = differs ? [...new Set([...change.amendedBy, by])] : change.amendedBy;
    await amendChangeRow(tx.sql, id, { rollback, permanentFix, expiresAt: until, amendedBy });
    if (change.state === 'approved' && differs)
      await setChange(tx.sql, id, { state: 'proposed', approvedBy: null }, ctx.now);
    if (change.state === 'applied') {
      await endMatter(tx, incidentId, matterOf.change(id));
      if (until) setTimer(tx, 'expire-change', id, { changeId: id }, { at: until });
      else await cancelTimer(tx, 'expire-change', id);
    }
    record(tx, 'change.proposed', {
      incidentId,
      body: { changeId: id, number, title, skipped, sideEffects, rollback, permanentFix, expiresAt },
    });
  });
}
