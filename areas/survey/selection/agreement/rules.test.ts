import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../kernel/random.ts';
import { agreementOf, isLow, type Level, type Ratings } from './rules.ts';

/** As examples are printed: a line for each rater, a dot where there is no rating. */
function printed(...raters: readonly string[]): Ratings {
  const rows = raters.map((line) => line.split(/\s+/));
  const number = (cell: string): number => (/\d/.test(cell) ? Number(cell) : cell.charCodeAt(0));
  return (rows[0] ?? []).map((_, u) => rows.map((row) => (row[u] === '.' ? null : number(row[u] ?? '.'))));
}
const agreement = (ratings: Ratings, level: Level, seed = 1) =>
  agreementOf(ratings, level, seededRandom(seed));

describe('published examples, to three digits', () => {
  // K. Krippendorff, «Computing Krippendorff's Alpha-Reliability», 2011: https://repository.upenn.edu/asc_papers/43
  test.each([
    [
      'A: two observers, two values',
      printed('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'),
      'nominal',
      0.095,
      10,
    ],
    [
      'B: two observers, many values',
      printed('a a b b d c c c e d d a', 'b a b b b c c c e d d d'),
      'nominal',
      0.692,
      12,
    ],
    ['C: four observers, some ratings missing', FOUR(), 'nominal', 0.743, 11],
    ['C, by rank', FOUR(), 'ordinal', 0.815, 11],
    // https://en.wikipedia.org/wiki/Krippendorff%27s_alpha#A_computational_example
    [
      'three coders of fifteen units, half of it missing',
      printed(
        '. . . . . 3 4 1 2 1 1 3 3 . 3',
        '1 . 2 1 3 3 4 3 . . . . . . .',
        '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
      ),
      'nominal',
      0.691,
      12,
    ],
  ] as const)('%s', (_, ratings, level, alpha, units) => {
    // biome-ignore format: a table
    const found = agreement(ratings, level);
    expect(found.alpha?.toFixed(3)).toBe(alpha.toFixed(3));
    expect(found.units).toBe(units);
  });
});

function FOUR(): Ratings {
  return printed(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  );
}

/** By its definition: every ordered pair within a unit against every ordered pair of all, as slow as it reads. */
function byDefinition(ratings: Ratings, level: Level): number | null {
  const units = ratings.map((unit) => unit.filter((v) => v !== null)).filter((unit) => unit.length > 1);
  const all = units.flat();
  const count = (v: number): number => all.filter((each) => each === v).length;
  const differ = (a: number, b: number): number => {
    if (level === 'nominal') return a === b ? 0 : 1;
    const between = all.filter((v) => v >= Math.min(a, b) && v <= Math.max(a, b)).length;
    return a === b ? 0 : (between - (count(a) + count(b)) / 2) ** 2;
  };
  const pairs = (values: readonly number[]): number =>
    values.reduce((sum, a) => sum + values.reduce((inner, b) => inner + differ(a, b), 0), 0);
  const expected = pairs(all) / (all.length - 1);
  const observed = units.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0);
  return expected > 0 ? 1 - observed / expected : null;
}

const ratings = fc.integer({ min: 1, max: 5 }).chain((raters) =>
  fc.array(
    fc.array(fc.option(fc.integer({ min: -1, max: 4 }), { freq: 3 }), {
      minLength: raters,
      maxLength: raters,
    }),
    { maxLength: 12 },
  ),
);
const level = fc.constantFrom<Level>('nominal', 'ordinal');

describe('for any ratings', () => {
  test('it is what the definition says, pair by pair', () => {
    fc.assert(
      fc.property(ratings, level, (given, at) => {
        const expected = byDefinition(given, at);
        const { alpha } = agreement(given, at);
        if (expected === null) expect(alpha).toBeNull();
        else expect(alpha).toBeCloseTo(expected, 9);
      }),
    );
  });

  test('no more than 1, never NaN; 1 as soon as all agree and units differ', () => {
    fc.assert(
      fc.property(ratings, level, (given, at) => {
        const { alpha, interval } = agreement(given, at);
        for (const number of [alpha, ...(interval ?? [])]) {
          if (number === null) continue;
          expect(Number.isFinite(number)).toBe(true);
          expect(number).toBeLessThanOrEqual(1);
        }
        if (interval) expect(interval[0]).toBeLessThanOrEqual(interval[1]);
        const agreed = given.map((unit, u) => unit.map((v) => (v === null ? null : u % 2)));
        const ideal = agreement(agreed, at).alpha;
        expect(ideal === null || ideal === 1).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('neither the order of raters and units nor a unit that one alone rated moves it', () => {
    fc.assert(
      fc.property(ratings, level, (given, at) => {
        const turned = given.map((unit) => unit.toReversed()).toReversed();
        const lone = given.map((unit) => unit.map(() => null as number | null));
        const more = [...turned, ...lone, [7, null]];
        const [one, other] = [agreement(given, at), agreement(more, at)];
        expect(other.units).toBe(one.units);
        if (one.alpha === null) expect(other.alpha).toBeNull();
        else expect(other.alpha).toBeCloseTo(one.alpha, 9);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what cannot be told is null', () => {
  test.each([
    ['nothing', []],
    ['one rater', printed('1 2 3')],
    ['no unit with two ratings', printed('1 . 3', '. 2 .')],
    ['all the same', printed('2 2 2', '2 2 2')],
  ])('%s', (_, given) => {
    for (const at of ['nominal', 'ordinal'] as const)
      expect(agreement(given, at)).toMatchObject({ alpha: null, interval: null });
  });

  test('one unit tells how far raters agree, not how firmly', () => {
    expect(agreement(printed('1', '2'), 'nominal')).toEqual({ alpha: 0, units: 1, interval: null });
  });

  test('resamples in which all is the same are left out', () => {
    expect(agreement(printed('1 1', '2 1'), 'nominal').interval).toEqual([-0.5, 0]);
  });
});

describe('the interval', () => {
  test('is the same for the same seed, lies about alpha, and is narrower with more units', () => {
    const once = agreement(FOUR(), 'ordinal', 7);
    expect(agreement(FOUR(), 'ordinal', 7)).toEqual(once);
    expect(agreement(FOUR(), 'ordinal', 8).interval).not.toEqual(once.interval);
    const [low, high] = once.interval ?? [1, 0];
    expect(low).toBeLessThan(once.alpha ?? 0);
    expect(high).toBeGreaterThan(once.alpha ?? 1);
    const many = agreement(Array.from({ length: 20 }, () => FOUR()).flat(), 'ordinal', 7);
    const [narrowLow, narrowHigh] = many.interval ?? [0, 1];
    expect(narrowHigh - narrowLow).toBeLessThan((high - low) / 3);
  });

  test('holds the true value about as often as it says', () => {
    // Two raters see the same true value with noise; the alpha of very many units is the true one.
    const random = seededRandom(42);
    const sample = (units: number): Ratings =>
      Array.from({ length: units }, () => {
        const truth = Math.floor(random() * 4);
        const seen = () => (random() < 0.7 ? truth : Math.floor(random() * 4));
        return [seen(), seen()];
      });
    const truth = agreement(sample(5_000), 'nominal').alpha ?? 0;
    const held = Array.from({ length: 60 }, (_, n) => agreement(sample(60), 'nominal', n).interval).filter(
      (interval) => interval !== null && interval[0] <= truth && truth <= interval[1],
    ).length;
    expect(held).toBeGreaterThanOrEqual(50);
  });
});

test('low is what is below two thirds, and never what is not known', () => {
  expect([0.66, 0.666, -0.2].map(isLow)).toEqual([true, true, true]);
  expect([0.667, 0.8, 1, null].map(isLow)).toEqual([false, false, false, false]);
});
