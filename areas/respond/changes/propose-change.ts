import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockRunning } from '../incidents/index.ts';
import { refusePast } from './refuse-past.ts';
import { type NewChange, newChange } from './schema.ts';
import { insertChange } from './store.ts';

/** Proposes an emergency change: what it leaves out, what it may do besides, how it is taken back, when it ends. */
export async function proposeChange(
  ctx: Context,
  incidentId: string,
  given: NewChange,
): Promise<{ id: string }> {
  permit(ctx, 'room.write');
  const { expiresAt, ...change } = newChange.parse(given);
  const until = expiresAt === null ? null : Temporal.Instant.from(expiresAt);
  refusePast(until, whenOf(ctx).at);
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const id = ctx.newId();
    const number = await insertChange(tx.sql, ctx.orgId, {
      ...change,
      id,
      incidentId,
      expiresAt: until,
      proposedBy: byOf(ctx.actor),
      changedAt: whenOf(ctx).at,
    });
    record(tx, 'change.proposed', { incidentId, body: { changeId: id, number, ...change, expiresAt } });
    return { id };
  });
}
