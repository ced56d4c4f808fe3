import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clocksOf, remindAt } from './rules.ts';
import { REGIMES, seemsOwed } from './words.ts';

const START = Temporal.Instant.from('2026-11-20T02:00:00Z');
const days = (from: Temporal.Instant, to: Temporal.Instant | null | undefined) =>
  to ? to.since(from).total('hours') / 24 : undefined;

test('privacy: first report within five days of recognising, final within 30, or 60 where a wrongful purpose is suspected', () => {
  const [first, final] = clocksOf('privacy', START, false);
  expect([days(START, first?.dueAt), days(START, final?.dueAt)]).toEqual([5, 30]);
  expect(days(START, clocksOf('privacy', START, true)[1]?.dueAt)).toBe(60);
  expect(REGIMES.privacy.startFact).toBe('recognised');
});

test('NIS2: 24 hours, 72 hours, and a calendar month after the notification went out', () => {
  expect(clocksOf('nis2', START, false).map(({ dueAt }) => dueAt?.toString())).toEqual([
    '2026-11-21T02:00:00Z',
    '2026-11-23T02:00:00Z',
    '2026-12-23T02:00:00Z',
  ]);
  const judged = Temporal.Instant.from('2027-01-29T00:00:00Z');
  const sent = Temporal.Instant.from('2027-01-31T09:00:00Z');
  expect(clocksOf('nis2', judged, false, { followUp: sent })[2]?.dueAt?.toString()).toBe(
    '2027-02-28T09:00:00Z',
  );
});

test('what seems owed follows from what is known, and the ministry is always among it', () => {
  expect(seemsOwed({ situation: null })).toEqual(['ministry']);
  expect(seemsOwed({ situation: 'ransomware' })).toEqual(['ministry', 'police', 'csirt']);
  expect(seemsOwed({ situation: 'network', personalData: 'possible' })).toContain('privacy');
  expect(seemsOwed({ situation: 'network', personalData: 'none' })).not.toContain('privacy');
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
