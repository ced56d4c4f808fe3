import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { usualWindow } from './rules.ts';
import type { NewCycle } from './schema.ts';
import { startingCriteria } from './starting-criteria.ts';
import { insertCriteria, insertCycle } from './store.ts';
import { SAME_YEAR } from './words.ts';

/** One survey for each fiscal year (C0-M2), with the criteria the product brings. */
export async function openCycle(ctx: Context, { window, ...body }: NewCycle): Promise<{ id: string }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const id = ctx.newId();
    const cycle = { id, ...body, window: window ?? usualWindow(body.fiscalYear) };
    if (!(await insertCycle(tx.sql, ctx.orgId, cycle, ctx.now))) throw invalidField('fiscalYear', SAME_YEAR);
    const first = { edition: 1, criteria: startingCriteria() };
    await insertCriteria(tx.sql, ctx.orgId, id, first, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.cycle-opened', { body: { cycleId: id, fiscalYear: body.fiscalYear } });
    return { id };
  });
}
