import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { personOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { criteriaInForce, findCycle } from '../cycles/index.ts';
import type { Criterion } from '../cycles/schema.ts';
import { strangeKeys } from './rules.ts';
import type { Rating } from './schema.ts';
import { candidatesOf, keepRating, lockOwnSheet } from './store.ts';
import { REFUSED } from './words.ts';

/**
 * The open sheet of whoever asks, held until the transaction ends.
 * @throws Fault `not-found` where they do not rate, `conflict` where they are done or nobody rates now
 */
export async function ownOpenSheet(
  tx: Tx,
  cycleId: string,
): Promise<{ readonly raterId: string; readonly criteria: readonly Criterion[] }> {
  const cycle = await findCycle(tx.sql, cycleId);
  const criteria = await criteriaInForce(tx.sql, cycleId);
  const raterId = personOf(tx.ctx.actor) ?? '';
  const sheet = raterId === '' ? undefined : await lockOwnSheet(tx.sql, cycleId, raterId);
  if (!cycle || !criteria || !sheet) throw new Fault('not-found');
  if (cycle.state !== 'rating') throw new Fault('conflict', { detail: REFUSED.notRating });
  if (sheet.lockedAt) throw new Fault('conflict', { detail: REFUSED.lockedSheet });
  return { raterId, criteria: criteria.criteria };
}

/** What a rater gives one candidate, as far as they have come. */
export async function rateCandidate(
  ctx: Context,
  cycleId: string,
  eventId: string,
  rating: Rating,
): Promise<void> {
  permit(ctx, 'survey.rate');
  await inTransaction(ctx, async (tx) => {
    const { raterId, criteria } = await ownOpenSheet(tx, cycleId);
    const candidate = (await candidatesOf(tx.sql, cycleId)).find((each) => each.eventId === eventId);
    if (!candidate || candidate.out !== null) throw new Fault('not-found');
    const strange = strangeKeys(rating, criteria);
    if (strange.length > 0)
      throw new Fault('invalid', {
        fields: strange.map((key) => ({ field: `scores.${key}`, mend: REFUSED.strangeCriterion })),
      });
    await keepRating(tx.sql, { orgId: ctx.orgId, cycleId, raterId, eventId }, rating, ctx.now);
    record(tx, 'survey.rating-kept', { body: { cycleId } });
  });
}
