import type { Criterion, CycleState } from '../cycles/schema.ts';
import { isContested } from './firmness/rules.ts';
import type {
  Alike,
  BalanceWarning,
  CandidateView,
  Outside,
  PickNeed,
  Quality,
  Rating,
  SurveyEvent,
  Tally,
} from './schema.ts';
import { QUALITIES } from './schema.ts';

/** What was listed: so many are candidates, so many are none for each reason. */
export const tallyOf = (within: readonly SurveyEvent[], outside: Outside): Tally => ({
  eligible: within.filter(({ out }) => out === null).length,
  ...outside,
  notPassed: within.filter(({ out }) => out === 'notPassed').length,
  withdrawn: within.filter(({ out }) => out === 'withdrawn').length,
});

export const FEWEST_RATERS = 2;
/** Under which agreement on how good a response was stands beside that by the criteria. */
export const QUALITY_KEY = 'responseQuality';

/** What is missing of a rating before its sheet can be locked: keys of criteria, `quality`; nothing where somebody abstained. */
export function missingOf(given: Rating | null, criteria: readonly Criterion[]): string[] {
  if (given && given.abstained !== '') return [];
  const missing = criteria
    .filter(({ key, needsText }) => {
      const judged = given?.scores[key];
      return !judged || (needsText && judged.evidence === '');
    })
    .map(({ key }) => key);
  return given && given.quality !== null ? missing : [...missing, 'quality'];
}

/** Keys somebody scored that are no criteria of the cycle. */
export const strangeKeys = (given: Rating, criteria: readonly Criterion[]): string[] =>
  Object.keys(given.scores).filter((key) => !criteria.some((each) => each.key === key));

/** One rating as it is kept. */
export interface Given {
  readonly eventId: string;
  readonly raterId: string;
  readonly rating: Rating;
}

export interface JoinedScore {
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Joined {
  readonly eventId: string;
  readonly scores: Readonly<Record<string, JoinedScore>>;
  readonly quality: Readonly<Record<Quality, number>>;
  /** Of all criteria; null where one of them has no score. */
  readonly total: number | null;
  /** Those level with each other have one rank. */
  readonly rank: number | null;
}

/** The middle of what was given, between the two middle ones where they are even in number. */
function joinedOf(given: readonly number[]): JoinedScore {
  const ordered = given.toSorted((a, b) => a - b);
  const at = (i: number): number => ordered[i] as number;
  if (ordered.length === 0) return { median: null, low: null, high: null };
  const middle = ordered.length >> 1;
  const median = ordered.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { median, low: at(0), high: at(ordered.length - 1) };
}

/** Scores of all raters as one, and the order that follows. How good a response was is counted and never added up. */
export function joinRatings(
  eventIds: readonly string[],
  criteria: readonly Criterion[],
  all: readonly Given[],
): Joined[] {
  const byEvent = Map.groupBy(all, ({ eventId }) => eventId);
  const joined = eventIds.map((eventId) => {
    const given = (byEvent.get(eventId) ?? []).filter(({ rating }) => rating.abstained === '');
    const scores = Object.fromEntries(
      criteria.map(({ key }) => [
        key,
        joinedOf(given.flatMap(({ rating }) => rating.scores[key]?.score ?? [])),
      ]),
    );
    const medians = Object.values(scores).map(({ median }) => median);
    const quality = Object.fromEntries(
      QUALITIES.map((each) => [each, given.filter(({ rating }) => rating.quality === each).length]),
    ) as Record<Quality, number>;
    const total = medians.includes(null) ? null : medians.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    return { eventId, scores, quality, total };
  });
  return joined.map((each) => ({
    ...each,
    rank:
      each.total === null
        ? null
        : 1 + joined.filter(({ total }) => total !== null && total > (each.total as number)).length,
  }));
}

/** Whether somebody is among the first so many by rank: those level at the last place are. */
export const isAmongFirst = ({ rank }: Pick<Joined, 'rank'>, choose: number): boolean =>
  rank !== null && rank <= choose;

/**
 * What of a pick needs a written reason: somebody that stands higher was left out, or how criteria are weighed decides.
 * @param shares of draws in which each is among the first, by its id
 */
export function needsOf(
  joined: readonly Joined[],
  picked: ReadonlySet<string>,
  shares: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly PickNeed[]> {
  const left = joined.filter(({ eventId, total }) => !picked.has(eventId) && total !== null);
  const highest = Math.max(Number.NEGATIVE_INFINITY, ...left.map(({ total }) => total as number));
  return new Map(
    joined
      .filter(({ eventId }) => picked.has(eventId))
      .map(({ eventId, total }) => {
        const needs: PickNeed[] = [];
        if (total === null || total < highest) needs.push('outOfOrder');
        if (isContested(shares.get(eventId) ?? 0)) needs.push('contested');
        return [eventId, needs];
      }),
  );
}

export interface Counted {
  readonly key: string | null;
  readonly candidates: number;
  readonly chosen: number;
}
type Sorted = Pick<CandidateView, 'eventId' | 'sector' | 'causes'>;

function countBy(
  candidates: readonly Sorted[],
  picked: ReadonlySet<string>,
  keysOf: (candidate: Sorted) => readonly (string | null)[],
): Counted[] {
  const counts = new Map<string | null, { candidates: number; chosen: number }>();
  for (const candidate of candidates)
    for (const key of new Set(keysOf(candidate))) {
      const count = counts.get(key) ?? { candidates: 0, chosen: 0 };
      count.candidates += 1;
      if (picked.has(candidate.eventId)) count.chosen += 1;
      counts.set(key, count);
    }
  return [...counts]
    .map(([key, count]) => ({ key, ...count }))
    .sort((a, b) => b.candidates - a.candidates || String(a.key).localeCompare(String(b.key), 'en'));
}

export interface Balance {
  readonly sectors: readonly Counted[];
  /** An event with several causes stands under each. */
  readonly causes: readonly Counted[];
  readonly warnings: readonly BalanceWarning[];
}

/** How the set is spread (C0-C9): it changes the set and never a candidate's score. @param percent one sector may hold */
export function balanceOf(
  candidates: readonly Sorted[],
  picked: ReadonlySet<string>,
  percent: number,
): Balance {
  const sectors = countBy(candidates, picked, ({ sector }) => [sector]);
  const causes = countBy(candidates, picked, (each) => (each.causes.length > 0 ? each.causes : [null]));
  const warnings = sectors.flatMap(({ key: sector, ...count }): BalanceWarning[] => {
    if (picked.size === 0 || sector === null) return [];
    if (count.chosen === 0) return [{ kind: 'none', sector, ...count }];
    // One alone of its sector dominates nothing, however few are chosen.
    const dominates = count.chosen > 1 && count.chosen * 100 > picked.size * percent;
    return dominates ? [{ kind: 'dominant', sector, ...count }] : [];
  });
  return { sectors, causes, warnings };
}

/** Picks are made and signed while candidates are rated, and stand still afterwards. */
export const arePicksOpen = (state: CycleState): boolean => state === 'rating';

/** Whether a sheet may be opened again: once another is locked, its rater may have seen that. */
export const mayUnlock = (
  sheets: readonly { readonly raterId: string; readonly locked: boolean }[],
  raterId: string,
): boolean => !sheets.some((sheet) => sheet.raterId !== raterId && sheet.locked);

type Kind = Pick<CandidateView, 'eventType' | 'causes'>;

const sameType = (a: Kind, b: Kind): boolean => a.eventType !== null && a.eventType === b.eventType;
const sameCause = (a: Kind, b: Kind): boolean => a.causes.some((cause) => b.causes.includes(cause));

/** Of a candidate: the sectors its failure reached, and who supplied what failed. */
export interface Traits {
  readonly reached: readonly string[];
  readonly suppliers: readonly string[];
}
/** A candidate of a survey of an earlier year. */
export interface Earlier extends Kind, Pick<Traits, 'suppliers'> {
  readonly published: boolean;
}
const NO_TRAITS: Traits = { reached: [], suppliers: [] };

/** How often the like stands beside a candidate, and in surveys of earlier years: none of these is seen for the first time. */
export function alikeOf(
  candidate: CandidateView,
  candidates: readonly CandidateView[],
  traits: ReadonlyMap<string, Traits>,
  earlier: readonly Earlier[],
): Alike {
  const others = candidates.filter(({ eventId }) => eventId !== candidate.eventId);
  const { reached, suppliers } = traits.get(candidate.eventId) ?? NO_TRAITS;
  const shares = ({ suppliers: theirs }: Pick<Traits, 'suppliers'>): boolean =>
    theirs.some((each) => suppliers.includes(each));
  const like = earlier.filter((each) => sameType(candidate, each) && sameCause(candidate, each));
  return {
    sameType: others.filter((each) => sameType(candidate, each)).length,
    sameCause: others.filter((each) => sameCause(candidate, each)).length,
    earlier: like.length,
    published: like.filter(({ published }) => published).length,
    sameSupplier:
      others.filter(({ eventId }) => shares(traits.get(eventId) ?? NO_TRAITS)).length +
      earlier.filter(shares).length,
    reached: [...reached],
  };
}
