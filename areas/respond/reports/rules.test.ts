import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clocksOf, remindAt } from './rules.ts';
import { REGIMES } from './words.ts';

const START = Temporal.Instant.from('2026-11-20T02:00:00Z');
const days = (from: Temporal.Instant, to: Temporal.Instant | null | undefined) =>
  to ? to.since(from).total('hours') / 24 : undefined;

test('privacy: first report within five days of recognising, final within 30, or 60 where a wrongful purpose is suspected', () => {
  const [first, final] = clocksOf('privacy', START, false);
  expect([days(START, first?.dueAt), days(START, final?.dueAt)]).toEqual([5, 30]);
  expect(days(START, clocksOf('privacy', START, true)[1]?.dueAt)).toBe(60);
  expect(REGIMES.privacy.startFact).toBe('recognised');
});

test('NIS2: 24 hours, 72 hours, a month after that', () => {
  expect(clocksOf('nis2', START, false).map(({ dueAt }) => days(START, dueAt))).toEqual([1, 3, 33]);
});

test('a deadline nobody published is none', () => {
  expect(clocksOf('police', START, false)).toEqual([{ stage: 'first', dueAt: null }]);
});

test('the reminder comes before the deadline, never before the clock began, and at most two days ahead', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), (hours) => {
      const due = START.add({ hours });
      const at = remindAt(START, due);
      expect(Temporal.Instant.compare(at, due)).toBeLessThan(0);
      expect(Temporal.Instant.compare(at, START)).toBeGreaterThanOrEqual(0);
      expect(due.since(at).total('hours')).toBeLessThanOrEqual(48);
    }),
  );
});
