import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { enterState } from './acts.ts';
import { isOfSelection, missingToPublish, wayBetween } from './rules.ts';
import type { CycleTurn } from './schema.ts';
import { lockCycle } from './store.ts';
import { BY_SELECTION, MISSING_TO_PUBLISH } from './words.ts';

/**
 * Takes a survey a step on, or back with a reason. What belongs to the selection is taken there.
 * @throws Fault `conflict` where there is no such step, `invalid` naming what is missing to publish, or the reason
 */
export async function turnCycle(ctx: Context, id: string, { to, reason }: CycleTurn): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, id);
    if (!cycle) throw new Fault('not-found');
    if (wayBetween(cycle.state, to) !== undefined && isOfSelection(cycle.state, to))
      throw new Fault('conflict', { detail: BY_SELECTION });
    const missing = to === 'published' ? missingToPublish(cycle) : [];
    if (missing.length > 0)
      throw new Fault('invalid', {
        fields: missing.map((field) => ({ field, mend: MISSING_TO_PUBLISH[field] })),
      });
    await enterState(tx, cycle, to, reason);
  });
}
