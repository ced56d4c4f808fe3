import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockCycle } from '../cycles/acts.ts';
import { outReason } from './rules.ts';
import type { SurveyEvent } from './schema.ts';
import { replaceCandidates } from './store.ts';
import { REFUSED } from './words.ts';

/** Where events come from: those whose leading report was ever received. */
export type EventSource = (trx: Transaction<Tables>) => Promise<readonly SurveyEvent[]>;

/** Lists the events of a cycle anew, each as a candidate or with why it is none, until raters begin. */
export async function listCandidates(
  ctx: Context,
  cycleId: string,
  source: EventSource,
): Promise<{ eligible: number; out: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, cycleId);
    if (!cycle) throw new Fault('not-found');
    if (cycle.state !== 'open') throw new Fault('conflict', { detail: REFUSED.started });
    const events = (await source(tx.sql)).map((event) => ({
      ...event,
      outReason: outReason(event, cycle.window),
    }));
    await replaceCandidates(tx.sql, ctx.orgId, cycleId, events);
    const eligible = events.filter((event) => event.outReason === null).length;
    const counts = { eligible, out: events.length - eligible };
    record(tx, 'survey.candidates-listed', { body: { cycleId, ...counts } });
    return counts;
  });
}
