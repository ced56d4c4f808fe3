import { expect, test } from 'vitest';
import { startingCriteria } from '../cycles/starting-criteria.ts';
import { rating } from './schema.ts';
import { type Asked, weigh } from './weigh.ts';
import { weighAside } from './weigh-in-worker.ts';

const criteria = startingCriteria();

/** Candidates whose scores fall from first to last, by two raters who differ now and then. */
function asked(many: number): Asked {
  const eventIds = Array.from({ length: many }, (_, n) => `e${n}`);
  const raterIds = ['a', 'b'];
  const given = eventIds.flatMap((eventId, n) =>
    raterIds.map((raterId, r) => ({
      eventId,
      raterId,
      rating: rating.parse({
        scores: Object.fromEntries(
          criteria.map(({ key }, c) => [key, { score: (Math.floor((3 * (many - n)) / many) + (r * n * c) % 2) % 4 }]), // biome-ignore format: one line
        ),
        quality: n % 2 === 0 ? 'good' : 'poor',
      }),
    })),
  );
  return { eventIds, criteria, given, raterIds, picked: ['e0'], choose: 3, seed: 2024 };
}

test('many candidates are weighed on a thread of their own, to the same result', async () => {
  expect(await weighAside(asked(41))).toEqual(weigh(asked(41)));
});

test('a share stands for every candidate that has a rank, and agreement for every criterion and the response', () => {
  const { joined, anyWeights, nearlyEqual, agreement } = weigh(asked(12));
  expect(joined.every(({ rank }) => rank !== null)).toBe(true);
  for (const shares of [anyWeights, nearlyEqual])
    expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(3, 3);
  expect(Object.keys(agreement)).toEqual([...criteria.map(({ key }) => key), 'responseQuality']);
  // Both raters gave the same response, so that is agreed on in full.
  expect(agreement['responseQuality']?.alpha).toBe(1);
});
