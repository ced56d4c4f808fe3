import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockCycle } from '../cycles/acts.ts';
import { type Moments, windowMoments } from '../cycles/rules.ts';
import { tallyOf } from './rules.ts';
import type { Outside, SurveyEvent, Tally } from './schema.ts';
import { keepTally, replaceCandidates } from './store.ts';
import { REFUSED } from './words.ts';

/** Where events come from, each by the report that leads it. */
export interface EventSource {
  within(trx: Transaction<Tables>, window: Moments): Promise<readonly SurveyEvent[]>;
  outside(trx: Transaction<Tables>, window: Moments): Promise<Outside>;
}

/** Lists the events of a cycle's window anew, each as a candidate or with why it is none, until raters begin. */
export async function listCandidates(ctx: Context, cycleId: string, source: EventSource): Promise<Tally> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, cycleId);
    if (!cycle) throw new Fault('not-found');
    if (cycle.state !== 'open') throw new Fault('conflict', { detail: REFUSED.started });
    const window = windowMoments(cycle.window);
    const events = await source.within(tx.sql, window);
    const tally = tallyOf(events, await source.outside(tx.sql, window));
    await replaceCandidates(tx.sql, ctx.orgId, cycleId, events);
    await keepTally(tx.sql, ctx.orgId, cycleId, tally, ctx.now);
    const out = events.length - tally.eligible;
    record(tx, 'survey.candidates-listed', { body: { cycleId, eligible: tally.eligible, out } });
    return tally;
  });
}
