import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockCycle } from '../cycles/acts.ts';
import type { NewErratum } from './schema.ts';
import { insertErratum, newestPublication } from './store.ts';
import { NO_SUCH_NUMBER, NOT_PUBLISHED } from './words.ts';

/** Somebody says that something published is wrong; whether it is has still to be looked into. */
export async function reportErratum(
  ctx: Context,
  cycleId: string,
  told: NewErratum,
): Promise<{ id: string }> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    if (!(await lockCycle(tx.sql, cycleId))) throw new Fault('not-found');
    const edition = await newestPublication(tx.sql, cycleId);
    if (!edition) throw new Fault('conflict', { detail: NOT_PUBLISHED });
    const { number } = told;
    if (number !== null && !edition.printed.some((each) => each.number === number && each.hash !== null))
      throw invalidField('number', NO_SUCH_NUMBER);
    const id = ctx.newId();
    await insertErratum(tx.sql, { orgId: ctx.orgId, cycleId, id }, told, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.erratum-reported', { body: { cycleId, erratumId: id, number } });
    return { id };
  });
}
