import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { enterState, lockCycle } from '../cycles/acts.ts';
import { FEWEST_RATERS } from './rules.ts';
import { candidatesOf, lockSheets } from './store.ts';
import { REFUSED } from './words.ts';

/** Hands the candidates, as they are listed now, to two raters or more. */
export async function startRating(ctx: Context, cycleId: string): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, cycleId);
    if (!cycle) throw new Fault('not-found');
    if (cycle.state !== 'open') throw new Fault('conflict', { detail: REFUSED.started });
    if ((await lockSheets(tx.sql, cycleId)).length < FEWEST_RATERS)
      throw new Fault('conflict', { detail: REFUSED.fewRaters });
    const candidates = await candidatesOf(tx.sql, cycleId);
    if (!candidates.some(({ out }) => out === null))
      throw new Fault('conflict', { detail: REFUSED.noCandidates });
    await enterState(tx, cycle, 'rating', '');
  });
}
