import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../kernel/random.ts';
import { anyWeights, isContested, nearlyEqualWeights, type Scores, sharesOf } from './rules.ts';

const DRAWS = 2_000;
const shares = (scores: Scores, choose: number, seed = 1, draws = DRAWS): number[] =>
  sharesOf(scores, choose, draws, anyWeights(seededRandom(seed)));

/** The same by a full sort and exact places for those who are level. */
function plainly(scores: Scores, choose: number, seed: number, draws: number): number[] {
  const draw = anyWeights(seededRandom(seed));
  const weights = new Float64Array(scores[0]?.length ?? 0);
  const among = scores.map(() => 0);
  for (let n = 0; n < draws; n += 1) {
    draw(weights);
    const sums = scores.map((row) => row.reduce((sum, score, c) => sum + (weights[c] ?? 0) * score, 0));
    const last = sums.toSorted((a, b) => b - a)[choose - 1] ?? 0;
    const above = sums.filter((sum) => sum > last).length;
    const level = sums.filter((sum) => sum === last).length;
    sums.forEach((sum, i) => {
      if (sum > last) among[i] = (among[i] ?? 0) + 1;
      else if (sum === last) among[i] = (among[i] ?? 0) + (choose - above) / level;
    });
  }
  return among.map((sum) => sum / draws);
}

const candidates = fc.array(
  fc.array(fc.constantFrom(0, 0.5, 1, 1.5, 2, 2.5, 3), { minLength: 7, maxLength: 7 }),
  { minLength: 1, maxLength: 12 },
);

describe('weights', () => {
  test('any of them: none below nothing, together one, each a seventh on average with the spread of a uniform simplex', () => {
    const draw = anyWeights(seededRandom(3));
    const weights = new Float64Array(7);
    const means = new Float64Array(7);
    const squares = new Float64Array(7);
    const many = 50_000;
    for (let n = 0; n < many; n += 1) {
      draw(weights);
      expect(Math.abs(weights.reduce((a, b) => a + b) - 1)).toBeLessThan(1e-12);
      weights.forEach((weight, c) => {
        if (weight < 0) throw new Error('below nothing');
        means[c] = (means[c] ?? 0) + weight / many;
        squares[c] = (squares[c] ?? 0) + weight ** 2 / many;
      });
    }
    // Dirichlet(1, …, 1) over seven: mean 1/7, variance 6/392. Normalised uniform numbers would have a third of it.
    for (const [c, mean] of means.entries()) {
      expect(mean).toBeCloseTo(1 / 7, 2);
      expect(((squares[c] ?? 0) - mean ** 2) / (6 / 392)).toBeCloseTo(1, 1);
    }
  });

  test('nearly equal: each within 30 % of one', () => {
    const draw = nearlyEqualWeights(seededRandom(3));
    const weights = new Float64Array(7);
    for (let n = 0; n < 1_000; n += 1) {
      draw(weights);
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.7);
      expect(Math.max(...weights)).toBeLessThan(1.3);
    }
  });
});

describe('shares', () => {
  test('are those of sorting every draw, and sum to how many are chosen', () => {
    fc.assert(
      fc.property(candidates, fc.nat(), fc.nat(1_000), (scores, n, seed) => {
        const choose = 1 + (n % scores.length);
        const found = shares(scores, choose, seed, 50);
        const expected = plainly(scores, choose, seed, 50);
        found.forEach((share, i) => {
          expect(share).toBeCloseTo(expected[i] ?? 0, 5);
        });
        expect(found.reduce((a, b) => a + b)).toBeCloseTo(choose, 4);
      }),
    );
  });

  test('whoever is nowhere below another is in at least as often; the best by everything always, the last never', () => {
    const scores = [
      [3, 3, 3, 3, 3, 3, 3],
      [3, 0, 2, 1, 2, 0, 2],
      [2, 0, 1, 1, 2, 0, 1],
      [0, 0, 0, 0, 0, 0, 0],
    ];
    const found = shares(scores, 2);
    expect(found[0]).toBe(1);
    expect(found[1]).toBeGreaterThan(found[2] ?? 1);
    expect(found[3]).toBe(0);
  });

  test('a candidate that leads by one of two criteria leads half the time', () => {
    const found = sharesOf(
      [
        [3, 0],
        [0, 3],
      ],
      1,
      20_000,
      anyWeights(seededRandom(9)),
    );
    expect(found[0]).toBeCloseTo(0.5, 1);
  });

  test('who is level shares what is left, wherever it stands in the list', () => {
    const level = [1, 2, 3, 0, 1, 2, 3];
    expect(shares([level, level, level], 1)).toEqual([0.333333, 0.333333, 0.333333]);
    expect(shares([level, level, level, level], 2)).toEqual([0.5, 0.5, 0.5, 0.5]);
    const [first, ...rest] = shares([[3, 3, 3, 3, 3, 3, 3], level, level], 2);
    expect([first, rest]).toEqual([1, [0.5, 0.5]]);
    expect(shares([level], 1)).toEqual([1]);
  });

  test('the same seed gives the same, another seed others', () => {
    const random = seededRandom(5);
    const scores = Array.from({ length: 30 }, () =>
      Array.from({ length: 7 }, () => Math.floor(random() * 4)),
    );
    expect(shares(scores, 9, 4)).toEqual(shares(scores, 9, 4));
    expect(shares(scores, 9, 4)).not.toEqual(shares(scores, 9, 5));
    const near = sharesOf(scores, 9, DRAWS, nearlyEqualWeights(seededRandom(4)));
    // Near equal weights move less than any weights do.
    const loose = (found: readonly number[]) => found.filter(isContested).length;
    expect(loose(near)).toBeLessThan(loose(shares(scores, 9, 4)));
  });
});

test('a place is contested from one draw in ten to nine', () => {
  expect([0, 0.099, 0.1, 0.5, 0.899, 0.9, 1].map(isContested)).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});
