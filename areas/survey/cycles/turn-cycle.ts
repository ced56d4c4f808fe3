import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { enterState } from './acts.ts';
import { isOfSelection, wayBetween } from './rules.ts';
import type { CycleTurn } from './schema.ts';
import { lockCycle } from './store.ts';
import { BY_PUBLICATION, BY_SELECTION } from './words.ts';

/**
 * Takes a survey a step on, or back with a reason. What belongs to the selection is taken there, and it is published by an edition of
 * its report.
 * @throws Fault `conflict` where there is no such step here, `invalid` where one back has no reason
 */
export async function turnCycle(ctx: Context, id: string, { to, reason }: CycleTurn): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, id);
    if (!cycle) throw new Fault('not-found');
    if (wayBetween(cycle.state, to) !== undefined && isOfSelection(cycle.state, to))
      throw new Fault('conflict', { detail: BY_SELECTION });
    if (to === 'published') throw new Fault('conflict', { detail: BY_PUBLICATION });
    await enterState(tx, cycle, to, reason);
  });
}
