import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { criteriaInForce, findCycle } from '../cycles/index.ts';
import type { CycleView } from '../cycles/schema.ts';
import { isLow } from './agreement/rules.ts';
import { balanceOf, needsOf } from './rules.ts';
import type { SelectionView } from './schema.ts';
import { seeResults } from './sight.ts';
import { candidatesOf, picksOf, ratingsOf, recordsOf, sheetsOf, timesKept } from './store.ts';
import { weighAside } from './weigh-in-worker.ts';

interface Picked {
  readonly eventId: string;
  readonly reason: string;
}

/**
 * Everything a set is chosen by, with these picks.
 * @throws Fault `conflict` while whoever asks, or anybody else, still rates
 */
export async function selectionOf(
  trx: Transaction<Tables>,
  ctx: Context,
  cycle: CycleView,
  picks: readonly Picked[],
): Promise<Omit<SelectionView, 'seen' | 'records'>> {
  const sheets = await sheetsOf(trx, cycle.id);
  seeResults(sheets, ctx.actor);
  const criteria = (await criteriaInForce(trx, cycle.id))?.criteria ?? [];
  const candidates = (await candidatesOf(trx, cycle.id)).filter(({ out }) => out === null);
  const raterIds = sheets.map(({ raterId }) => raterId);
  const choose = cycle.target ?? Math.max(1, picks.length);
  const picked = new Map(picks.map(({ eventId, reason }) => [eventId, reason]));
  const weighed = await weighAside({
    eventIds: candidates.map(({ eventId }) => eventId),
    criteria,
    given: await ratingsOf(trx, cycle.id),
    raterIds,
    picked: [...picked.keys()],
    choose,
    seed: cycle.fiscalYear,
  });
  const needs = needsOf(weighed.joined, new Set(picked.keys()), weighed.anyWeights);
  const byEvent = new Map(weighed.joined.map((each) => [each.eventId, each]));
  const names = await namesOf(trx, raterIds);
  const ranked = candidates.flatMap((candidate) => {
    const joined = byEvent.get(candidate.eventId);
    if (!joined) return [];
    const { eventId } = candidate;
    return {
      ...candidate,
      ...joined,
      anyWeights: weighed.anyWeights.get(eventId) ?? 0,
      nearlyEqual: weighed.nearlyEqual.get(eventId) ?? 0,
      picked: picked.has(eventId),
      reason: picked.get(eventId) ?? '',
      needs: [...(needs.get(eventId) ?? [])],
    };
  });
  const { sectors, causes, warnings } = balanceOf(candidates, new Set(picked.keys()), cycle.sectorPercent);
  return {
    ranked: ranked.sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER)),
    choose,
    agreement: Object.fromEntries(
      Object.entries(weighed.agreement).map(([key, { alpha, units, interval }]) => [
        key,
        { alpha, units, interval: interval && [interval[0], interval[1]], low: isLow(alpha) },
      ]),
    ),
    sectors: [...sectors],
    causes: [...causes],
    warnings: [...warnings],
    withoutRater: weighed.withoutRater.map(({ raterId, lost }) => ({
      raterId,
      name: names[raterId] ?? '',
      lost: [...lost],
    })),
  };
}

/** The ranking, the set and what it rests on, for whoever may see it by now. */
export async function lookAtSelection(ctx: Context, cycleId: string): Promise<SelectionView> {
  permit(ctx, 'survey.read');
  return reading(ctx, async (trx) => {
    const cycle = await findCycle(trx, cycleId);
    if (!cycle) throw new Fault('not-found');
    const selection = await selectionOf(trx, ctx, cycle, await picksOf(trx, cycleId));
    const records = await recordsOf(trx, cycleId);
    return {
      seen: await timesKept(trx, cycleId),
      ...selection,
      records: records.map(({ number, hash, signedAt }) => ({ number, hash, signedAt: signedAt.toString() })),
    };
  });
}
