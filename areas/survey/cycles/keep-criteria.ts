import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { NewCriteria } from './schema.ts';
import { criteriaEditions, insertCriteria, lockCycle } from './store.ts';
import { CRITERIA_FIXED } from './words.ts';

/** Another edition of the criteria of a cycle, until somebody rates by them; older ones stay readable. */
export async function keepCriteria(
  ctx: Context,
  id: string,
  { seen, criteria }: NewCriteria,
): Promise<{ edition: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, id);
    if (!cycle) throw new Fault('not-found');
    if (cycle.state !== 'open') throw new Fault('conflict', { detail: CRITERIA_FIXED });
    const [now] = await criteriaEditions(tx.sql, id);
    if (now?.edition !== seen) throw new Fault('conflict');
    const edition = seen + 1;
    await insertCriteria(tx.sql, ctx.orgId, id, { edition, criteria }, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.criteria-kept', { body: { cycleId: id, edition } });
    return { edition };
  });
}
