import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { personOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { lending, permit } from '../../../kernel/permit.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { criteriaInForce, findCycle } from '../cycles/index.ts';
import { alikeOf, missingOf } from './rules.ts';
import type { CandidatePage, CandidateView, ownSheet, Rating, SheetView, Tally } from './schema.ts';
import {
  candidatePageOf,
  candidatesOf,
  earlierKinds,
  ratingsOf,
  sheetsOf,
  talliedOf,
  traitsOf,
} from './store.ts';

/** Events of a cycle's window page by page, candidate or not, without a score; and how many were listed and left out. */
export async function lookAtCandidates(
  ctx: Context,
  cycleId: string,
  page: CandidatePage,
): Promise<{ candidates: CandidateView[]; tally: Tally | null; next: string | null }> {
  permit(ctx, 'survey.read');
  return reading(ctx, async (trx) => {
    if (!(await findCycle(trx, cycleId))) throw new Fault('not-found');
    const candidates = await candidatePageOf(trx, cycleId, page);
    const last = candidates.length === page.limit ? candidates.at(-1) : undefined;
    return { candidates, tally: await talliedOf(trx, cycleId), next: last?.receiptNumber ?? null };
  });
}

/** Raters of a cycle as far as whoever asks may know of them: who still rates sees themselves alone. */
export async function lookAtRaters(ctx: Context, cycleId: string): Promise<SheetView[]> {
  permit(ctx, 'survey.read');
  return reading(ctx, async (trx) => {
    if (!(await findCycle(trx, cycleId))) throw new Fault('not-found');
    const sheets = await sheetsOf(trx, cycleId);
    const names = await namesOf(
      trx,
      sheets.map(({ raterId }) => raterId),
    );
    return sheets.map(({ raterId, rated, lockedAt }) => ({
      raterId,
      name: names[raterId] ?? '',
      rated,
      lockedAt: lockedAt?.toString() ?? null,
    }));
  });
}

/** One's own sheet, with what helps to judge each candidate. */
export async function lookAtOwnSheet(ctx: Context, cycleId: string): Promise<z.infer<typeof ownSheet>> {
  permit(ctx, 'survey.rate');
  // Of candidates of other years it is told how many are alike, and nothing else.
  const earlier = await reading(lending(ctx, 'survey.intake'), async (trx) => {
    const cycle = await findCycle(trx, cycleId);
    return cycle ? earlierKinds(trx, cycle.fiscalYear) : [];
  });
  return reading(ctx, async (trx) => {
    const cycle = await findCycle(trx, cycleId);
    const me = personOf(ctx.actor);
    const sheet = (await sheetsOf(trx, cycleId)).find(({ raterId }) => raterId === me);
    if (!cycle || !sheet) throw new Fault('not-found');
    const criteria = (await criteriaInForce(trx, cycleId))?.criteria ?? [];
    const candidates = (await candidatesOf(trx, cycleId)).filter(({ out }) => out === null);
    const traits = new Map((await traitsOf(trx, cycleId)).map((each) => [each.eventId, each]));
    const own = new Map<string, Rating>(
      (await ratingsOf(trx, cycleId))
        .filter(({ raterId }) => raterId === me)
        .map(({ eventId, rating }) => [eventId, rating]),
    );
    return {
      lockedAt: sheet.lockedAt?.toString() ?? null,
      candidates: candidates.map((candidate) => ({
        ...candidate,
        rating: own.get(candidate.eventId) ?? null,
        missing: missingOf(own.get(candidate.eventId) ?? null, criteria),
        alike: alikeOf(candidate, candidates, traits, earlier),
      })),
    };
  });
}

/** What raters gave one candidate, as far as whoever asks may see it by now: row-level security holds them to it. */
export async function lookAtRatings(
  ctx: Context,
  cycleId: string,
  eventId: string,
): Promise<{ raterId: string; name: string; rating: Rating }[]> {
  permit(ctx, 'survey.read');
  return reading(ctx, async (trx) => {
    const given = (await ratingsOf(trx, cycleId)).filter((each) => each.eventId === eventId);
    const names = await namesOf(
      trx,
      given.map(({ raterId }) => raterId),
    );
    return given.map(({ raterId, rating }) => ({ raterId, name: names[raterId] ?? '', rating }));
  });
}
