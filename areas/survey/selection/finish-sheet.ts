import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fillIn } from '../../../kernel/text.ts';
import { record } from '../../record.ts';
import { lockCycle } from '../cycles/acts.ts';
import { ownOpenSheet } from './rate-candidate.ts';
import { mayUnlock, missingOf } from './rules.ts';
import { keepApart } from './sight.ts';
import { candidatesOf, lockSheets, ratingsOf, setLocked } from './store.ts';
import { REFUSED } from './words.ts';

/**
 * A rater is done: from here on their sheet stands as it is, and they may see what others who are done gave.
 * @throws Fault `invalid` naming every candidate that is not rated in full
 */
export async function finishSheet(ctx: Context, cycleId: string): Promise<void> {
  permit(ctx, 'survey.rate');
  await inTransaction(ctx, async (tx) => {
    const { raterId, criteria } = await ownOpenSheet(tx, cycleId);
    const own = new Map(
      (await ratingsOf(tx.sql, cycleId))
        .filter((each) => each.raterId === raterId)
        .map((each) => [each.eventId, each.rating]),
    );
    const open = (await candidatesOf(tx.sql, cycleId)).filter(
      ({ eventId, out }) => out === null && missingOf(own.get(eventId) ?? null, criteria).length > 0,
    );
    if (open.length > 0)
      throw new Fault('invalid', {
        fields: open.map(({ eventId, receiptNumber: number }) => ({
          field: `candidates.${eventId}`,
          mend: {
            ja: fillIn(REFUSED.rateAll.ja, { number }),
            en: fillIn(REFUSED.rateAll.en, { number }),
          },
        })),
      });
    await setLocked(tx.sql, cycleId, raterId, ctx.now);
    record(tx, 'survey.sheet-locked', { body: { cycleId, personId: raterId } });
  });
}

/** Opens a sheet again, for a reason that stays recorded, while its rater can have seen no other. */
export async function reopenSheet(
  ctx: Context,
  cycleId: string,
  raterId: string,
  reason: string,
): Promise<void> {
  permit(ctx, 'survey.manage');
  if (reason === '') throw invalidField('reason', REFUSED.unlockReason);
  await inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, cycleId);
    if (!cycle) throw new Fault('not-found');
    const sheets = await lockSheets(tx.sql, cycleId);
    keepApart(tx, cycle, sheets);
    const sheet = sheets.find((each) => each.raterId === raterId);
    if (!sheet) throw new Fault('not-found');
    if (cycle.state !== 'rating' || sheet.lockedAt === null)
      throw new Fault('conflict', { detail: REFUSED.notRating });
    if (
      !mayUnlock(
        sheets.map((each) => ({ raterId: each.raterId, locked: each.lockedAt !== null })),
        raterId,
      )
    )
      throw new Fault('conflict', { detail: REFUSED.othersSeen });
    await setLocked(tx.sql, cycleId, raterId, null);
    record(tx, 'survey.sheet-unlocked', { body: { cycleId, personId: raterId, reason } });
  });
}
