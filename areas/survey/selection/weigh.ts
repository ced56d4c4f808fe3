import { seededRandom } from '../../../kernel/random.ts';
import type { Criterion } from '../cycles/schema.ts';
import { type Agreement, agreementOf } from './agreement/rules.ts';
import { anyWeights, type DrawWeights, nearlyEqualWeights, sharesOf } from './firmness/rules.ts';
import { type Given, isAmongFirst, type Joined, joinRatings, QUALITY_KEY } from './rules.ts';
import { QUALITIES } from './schema.ts';

export const DRAWS = 10_000;
export interface Weighed {
  readonly joined: readonly Joined[];
  readonly anyWeights: ReadonlyMap<string, number>;
  readonly nearlyEqual: ReadonlyMap<string, number>;
  readonly agreement: Readonly<Record<string, Agreement>>;
  /** Without each rater: who of the picked would not be among the first. */
  readonly withoutRater: readonly { readonly raterId: string; readonly lost: readonly string[] }[];
}

export interface Asked {
  readonly eventIds: readonly string[];
  readonly criteria: readonly Criterion[];
  readonly given: readonly Given[];
  readonly raterIds: readonly string[];
  readonly picked: readonly string[];
  readonly choose: number;
  readonly seed: number;
}

function sharesBy(
  joined: readonly Joined[],
  criteria: readonly Criterion[],
  choose: number,
  draw: DrawWeights,
): Map<string, number> {
  const ranked = joined.filter(({ total }) => total !== null);
  if (ranked.length === 0) return new Map();
  const scores = ranked.map((each) => criteria.map(({ key }) => each.scores[key]?.median ?? 0));
  const shares = sharesOf(scores, Math.min(choose, ranked.length), DRAWS, draw);
  return new Map(ranked.map(({ eventId }, i) => [eventId, shares[i] as number]));
}

function agreementBy({ eventIds, criteria, given, raterIds, seed }: Asked): Record<string, Agreement> {
  const at = new Map(given.map((each) => [`${each.eventId} ${each.raterId}`, each.rating]));
  const matrix = (told: (rating: Given['rating']) => number | null) =>
    eventIds.map((eventId) =>
      raterIds.map((raterId) => {
        const rating = at.get(`${eventId} ${raterId}`);
        return rating && rating.abstained === '' ? told(rating) : null;
      }),
    );
  const quality = matrix((rating) => (rating.quality === null ? null : QUALITIES.indexOf(rating.quality)));
  return {
    ...Object.fromEntries(
      criteria.map(({ key }) => [
        key,
        agreementOf(
          matrix((rating) => rating.scores[key]?.score ?? null),
          'ordinal',
          seededRandom(seed),
        ),
      ]),
    ),
    [QUALITY_KEY]: agreementOf(quality, 'nominal', seededRandom(seed)),
  };
}

/** Everything that is worked out from sheets that are locked: the same for the same sheets, picks and seed. */
export function weigh(asked: Asked): Weighed {
  const { eventIds, criteria, given, raterIds, picked, choose, seed } = asked;
  const joined = joinRatings(eventIds, criteria, given);
  return {
    joined,
    anyWeights: sharesBy(joined, criteria, choose, anyWeights(seededRandom(seed))),
    nearlyEqual: sharesBy(joined, criteria, choose, nearlyEqualWeights(seededRandom(seed))),
    agreement: agreementBy(asked),
    withoutRater: raterIds.map((raterId) => {
      const others = given.filter((each) => each.raterId !== raterId);
      const first = joinRatings(eventIds, criteria, others).filter((each) => isAmongFirst(each, choose));
      const stays = new Set(first.map(({ eventId }) => eventId));
      return { raterId, lost: picked.filter((eventId) => !stays.has(eventId)) };
    }),
  };
}
