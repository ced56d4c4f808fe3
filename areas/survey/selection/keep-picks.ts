import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockCycle } from '../cycles/acts.ts';
import { selectionOf } from './look-at-selection.ts';
import { arePicksOpen } from './rules.ts';
import type { PicksKept, SelectionView } from './schema.ts';
import { replacePicks, timesKept } from './store.ts';
import { PICK_NEED_WORDS, REFUSED } from './words.ts';

/** Picks whose reason is missing, each where it was handed in. */
export function unreasoned(
  { ranked }: Pick<SelectionView, 'ranked'>,
  picks: PicksKept['picks'],
): FieldFault[] {
  const byEvent = new Map(ranked.map((each) => [each.eventId, each]));
  return picks.flatMap(({ eventId, reason }, i) => {
    const [need] = byEvent.get(eventId)?.needs ?? [];
    return reason === '' && need ? [{ field: `picks.${i}.reason`, mend: PICK_NEED_WORDS[need] }] : [];
  });
}

const strange = (picks: PicksKept['picks'], known: ReadonlySet<string>): FieldFault[] =>
  picks.flatMap(({ eventId }, i): FieldFault[] => {
    const field = `picks.${i}.eventId`;
    if (!known.has(eventId)) return [{ field, mend: REFUSED.notACandidate }];
    const before = picks.findIndex((each) => each.eventId === eventId);
    return before < i ? [{ field, mend: REFUSED.pickedTwice }] : [];
  });

/**
 * Keeps the set as it is chosen so far.
 * @throws Fault `invalid` naming each pick out of the order of ranks, or contested, that has no reason
 */
export async function keepPicks(ctx: Context, cycleId: string, kept: PicksKept): Promise<{ seen: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, cycleId);
    if (!cycle) throw new Fault('not-found');
    if (!arePicksOpen(cycle.state)) throw new Fault('conflict', { detail: REFUSED.notRating });
    const selection = await selectionOf(tx.sql, ctx, cycle, kept.picks);
    if ((await timesKept(tx.sql, cycleId)) !== kept.seen) throw new Fault('conflict');
    const wrong = strange(kept.picks, new Set(selection.ranked.map(({ eventId }) => eventId)));
    const fields = wrong.length > 0 ? wrong : unreasoned(selection, kept.picks);
    if (fields.length > 0) throw new Fault('invalid', { fields });
    await replacePicks(tx.sql, ctx.orgId, cycleId, kept, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.picks-kept', { body: { cycleId, picks: kept.picks.length } });
    return { seen: kept.seen + 1 };
  });
}
