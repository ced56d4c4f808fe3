import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byUrgency, leftOf, urgencyOf } from './rules.ts';

const at = (minutes: number) => new Date(minutes * 60_000).toISOString();
const due = (key: string, dueAt: number | null, from: number | null = 0) => ({
  key,
  dueAt: dueAt === null ? null : at(dueAt),
  from: from === null ? null : at(from),
  what: key,
});

test('what is longest overdue comes first, and last what has no time', () => {
  expect(
    byUrgency([due('later', 30), due('whenever', null), due('overdue', 1), due('soon', 12)]).map(
      ({ key }) => key,
    ),
  ).toEqual(['overdue', 'soon', 'later', 'whenever']);
});

test.each([
  [due('a', 20), 0, 1, 'calm'],
  [due('a', 20), 10, 0.5, 'calm'],
  [due('a', 20), 15, 0.25, 'soon'],
  [due('a', 20), 20, 0, 'soon'],
  [due('a', 20), 21, 0, 'over'],
  [due('a', 1_440), 1_100, 340 / 1_440, 'soon'],
  [due('a', 60, null), 10, 1, 'calm'],
  [due('a', 60, null), 56, 1, 'soon'],
  [due('a', 60, 70), 10, 1, 'calm'],
  [due('a', null), 10, undefined, 'calm'],
] as const)('%o at minute %i', (each, now, left, urgency) => {
  expect([leftOf(each, now * 60_000), urgencyOf(each, now * 60_000)]).toEqual([left, urgency]);
});

test('what is left never grows while time passes, and stays between nothing and all', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.option(fc.nat(2_000)), fc.nat(3_000), fc.nat(3_000), (end, from, a, b) => {
      const [before, after] = [Math.min(a, b), Math.max(a, b)].map(
        (now) => leftOf(due('x', end, from), now * 60_000) ?? -1,
      );
      expect(after).toBeLessThanOrEqual(before ?? -1);
      for (const left of [before, after]) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(1);
      }
    }),
  );
});
