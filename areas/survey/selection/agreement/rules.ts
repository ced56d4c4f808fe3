/** How far ratings may be told apart: by name alone, or also by which is the higher. */
export const LEVELS = ['nominal', 'ordinal'] as const;
export type Level = (typeof LEVELS)[number];

/** For each unit what each rater gave it; null where a rater gave it nothing. */
export type Ratings = readonly (readonly (number | null)[])[];

export interface Agreement {
  /** 1 where all agree, 0 as by chance; null where nothing can be compared, or all that was given is the same. */
  readonly alpha: number | null;
  /** Units with at least two ratings: only these say anything of agreement. */
  readonly units: number;
  /** The middle 95 % of what alpha would have been for other units drawn from the same. */
  readonly interval: readonly [number, number] | null;
}

/** Below this a criterion is to be talked about, not averaged (Krippendorff, Content Analysis, 2004, p. 241). */
export const LOW_AGREEMENT = 0.667;

export const isLow = (alpha: number | null): boolean => alpha !== null && alpha < LOW_AGREEMENT;

/** Ratings as places in the order of all values, unit after unit: quick to count again and again. */
interface Counted {
  readonly places: Int32Array;
  /** Where each unit begins in `places`; one more than there are units. */
  readonly starts: Int32Array;
  readonly values: number;
}

function counted(ratings: Ratings): Counted {
  const given = ratings
    .map((unit) => unit.filter((value) => value !== null))
    .filter((unit) => unit.length >= 2);
  const ordered = [...new Set(given.flat())].sort((a, b) => a - b);
  const placeOf = new Map(ordered.map((value, place) => [value, place]));
  const starts = new Int32Array(given.length + 1);
  given.forEach((unit, u) => {
    starts[u + 1] = (starts[u] as number) + unit.length;
  });
  const places = Int32Array.from(given.flat(), (value) => placeOf.get(value) as number);
  return { places, starts, values: ordered.length };
}

/**
 * Krippendorff's alpha of the chosen units (K. Krippendorff, «Computing Krippendorff's Alpha-Reliability», 2011,
 * https://repository.upenn.edu/asc_papers/43). What two ratings differ by at the ordinal level, the count of all ratings
 * from one to the other less half of both ends, is how far their middle ranks lie apart: so each unit asks for its ratings
 * once, not for every pair.
 * @param often how many times each unit is counted
 */
function alphaOf({ places, starts, values }: Counted, level: Level, often: Int32Array): number | null {
  const counts = new Float64Array(values);
  let total = 0;
  for (let u = 0; u < often.length; u += 1) {
    const times = often[u] as number;
    if (times === 0) continue;
    for (let i = starts[u] as number; i < (starts[u + 1] as number); i += 1) {
      counts[places[i] as number] = (counts[places[i] as number] as number) + times;
      total += times;
    }
  }
  const ranks = new Float64Array(values);
  let below = 0;
  for (let v = 0; v < values; v += 1) {
    ranks[v] = below + (counts[v] as number) / 2;
    below += counts[v] as number;
  }
  const difference = level === 'ordinal' ? byRank(ranks) : byName(values);
  const expected = difference(counts, total) / (total - 1);
  if (!(expected > 0)) return null;
  const own = new Float64Array(values);
  let observed = 0;
  for (let u = 0; u < often.length; u += 1) {
    const times = often[u] as number;
    if (times === 0) continue;
    const [from, to] = [starts[u] as number, starts[u + 1] as number];
    for (let i = from; i < to; i += 1) own[places[i] as number] = (own[places[i] as number] as number) + 1;
    observed += (times * difference(own, to - from, places, from, to)) / (to - from - 1);
    for (let i = from; i < to; i += 1) own[places[i] as number] = 0;
  }
  return 1 - observed / expected;
}

/** The squared differences of all ordered pairs among so many ratings of each value. */
type Difference = (
  counts: Float64Array,
  total: number,
  places?: Int32Array,
  from?: number,
  to?: number,
) => number;

const byName =
  (values: number): Difference =>
  (counts, total, places, from = 0, to = values) => {
    let alike = 0;
    // Of one unit each rating meets those of its kind; of all, each value those of its own.
    for (let i = from; i < to; i += 1)
      alike += places ? (counts[places[i] as number] as number) : (counts[i] as number) ** 2;
    return total * total - alike;
  };

const byRank =
  (ranks: Float64Array): Difference =>
  (counts, total, places, from = 0, to = ranks.length) => {
    let sum = 0;
    const rank = (i: number): number => ranks[places ? (places[i] as number) : i] as number;
    const times = (i: number): number => (places ? 1 : (counts[i] as number));
    for (let i = from; i < to; i += 1) sum += times(i) * rank(i);
    const middle = sum / total;
    let apart = 0;
    for (let i = from; i < to; i += 1) apart += times(i) * (rank(i) - middle) ** 2;
    return 2 * total * apart;
  };

const RESAMPLES = 2_000;
/** Of the resamples in order, those between which the middle 95 % lie. */
const LOW = 0.025;
const HIGH = 0.975;

/** What lies at a part of an ordered row, between two of its values by how near each is (Hyndman and Fan, type 7). */
function quantile(ordered: Float64Array, part: number): number {
  const at = (ordered.length - 1) * part;
  const under = Math.floor(at);
  const low = ordered[under] as number;
  const high = ordered[Math.min(under + 1, ordered.length - 1)] as number;
  return low + (high - low) * (at - under);
}

/**
 * Units are drawn again with replacement, since it is units that were sampled and the ratings of one hang together (Zapf et al.,
 * «Measuring inter-rater reliability for nominal data», 2016, https://doi.org/10.1186/s12874-016-0200-9). A resample in which all
 * is the same has no alpha and is left out: never more than half are such. One unit alone gives no interval.
 */
function intervalOf(all: Counted, level: Level, random: () => number): readonly [number, number] | null {
  const units = all.starts.length - 1;
  if (units < 2) return null;
  const found: number[] = [];
  const often = new Int32Array(units);
  for (let n = 0; n < RESAMPLES; n += 1) {
    often.fill(0);
    for (let u = 0; u < units; u += 1) {
      const drawn = Math.floor(random() * units);
      often[drawn] = (often[drawn] as number) + 1;
    }
    const alpha = alphaOf(all, level, often);
    if (alpha !== null) found.push(alpha);
  }
  const ordered = Float64Array.from(found).sort();
  return [quantile(ordered, LOW), quantile(ordered, HIGH)];
}

/** How far raters agree, and how firmly that is known. @param random numbers in [0, 1), the same for the same seed */
export function agreementOf(ratings: Ratings, level: Level, random: () => number): Agreement {
  const all = counted(ratings);
  const units = all.starts.length - 1;
  const alpha = units > 0 ? alphaOf(all, level, new Int32Array(units).fill(1)) : null;
  return { alpha, units, interval: alpha === null ? null : intervalOf(all, level, random) };
}
