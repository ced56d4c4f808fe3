import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, digitsIn, jobOf, leavesAt, NEXT, retryAfter, turnOf } from './rules.ts';
import { EVENTS, LANES, type MessageEvent, STATES, type State } from './schema.ts';

const event = fc.constantFrom(...EVENTS);
const news: readonly MessageEvent[] = ['accept', 'deliver', 'see', 'acknowledge'];
const RANK: Partial<Record<State, number>> = {
  sending: 0,
  accepted: 1,
  delivered: 2,
  seen: 3,
  acknowledged: 4,
};
const run = (events: readonly MessageEvent[], from: State = 'queued'): State[] =>
  events.reduce<State[]>(
    (seen, each) => {
      const now = seen.at(-1) ?? from;
      seen.push(NEXT[now][each] ?? now);
      return seen;
    },
    [from],
  );

describe('the table of states', () => {
  test('an event leads to one state, from wherever it is news', () => {
    for (const each of EVENTS) {
      const { to, from } = turnOf(each);
      expect(from.length).toBeGreaterThan(0);
      for (const state of STATES) expect(NEXT[state][each]).toBe(from.includes(state) ? to : null);
    }
  });

  test('an answer is never taken back, whatever is told afterwards', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const seen = run(events);
        const answered = seen.indexOf('acknowledged');
        if (answered >= 0) expect(new Set(seen.slice(answered))).toEqual(new Set(['acknowledged']));
      }),
    );
  });

  test('news of how far it came goes forward only, told twice, late or out of order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...news), { maxLength: 20 }), (events) => {
        const ranks = run(events, 'sending').map((state) => RANK[state] ?? -1);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });

  test('a message counts as accepted, delivered or seen only after it was handed over', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const seen = run(events);
        const told = seen.findIndex((state) => ['accepted', 'delivered', 'seen'].includes(state));
        if (told >= 0) expect(seen.slice(0, told)).toContain('sending');
      }),
    );
  });

  test('it leaves again only when it was set back to be sent: a job that runs twice sends nothing twice', () => {
    for (const state of STATES)
      expect(NEXT[state].claim === null).toBe(!(['queued', 'sending'] as State[]).includes(state));
    for (const [state, by] of Object.entries(NEXT))
      for (const [each, to] of Object.entries(by))
        if (to === 'queued') expect([state, each]).toSatisfy(backToQueue);
  });
  const backToQueue = ([state, each]: readonly string[]): boolean =>
    ['held release', 'sending postpone', 'failed resend'].includes(`${state} ${each}`);

  test('every state can be come to', () => {
    const found = new Set<State>(['queued']);
    for (const state of found) for (const each of EVENTS) found.add(NEXT[state][each] ?? state);
    expect([...found].sort()).toEqual([...STATES].sort());
  });
});

test('what is urgent is tried with short pauses, and then another way; what is not waits out a night', () => {
  const waits = (urgent: boolean) =>
    Array.from({ length: 30 }, (_, i) => retryAfter({ urgent, tries: i + 1 }, true));
  expect(waits(true).slice(0, 5)).toEqual([2, 4, 8, 16, undefined]);
  expect(waits(false).slice(0, 7)).toEqual([60, 120, 240, 480, 960, 1_920, 3_600]);
  expect(waits(false).at(-1)).toBeUndefined();
  const hours = waits(false).reduce<number>((sum, wait) => sum + (wait ?? 0), 0) / 3_600;
  expect(hours).toBeGreaterThan(20);
  for (const urgent of [true, false]) expect(retryAfter({ urgent, tries: 1 }, false)).toBeUndefined();
});

test('each lane has a job of its own', () => {
  const jobs = [true, false].flatMap((urgent) => LANES.map((lane) => jobOf(urgent, lane)));
  expect(new Set(jobs).size).toBe(jobs.length);
  expect([jobOf(true, 'phone'), jobOf(false, 'mail')]).toEqual(['deliver-urgent-phone', 'deliver-mail']);
});

test('the first message leaves at once, what follows within the window together, and a window of nothing never holds back', () => {
  const now = Temporal.Instant.from('2026-11-20T12:00:00Z');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 300 }), (ago, window) => {
      const at = leavesAt(now.subtract({ seconds: ago }), window, now);
      return ago >= window ? at.equals(now) : at.equals(now.add({ seconds: window - ago }));
    }),
  );
  expect(leavesAt(null, 30, now).equals(now)).toBe(true);
  // Sent an hour from now: the clock was set back.
  expect(leavesAt(now.add({ hours: 1 }), 30, now).equals(now)).toBe(true);
});

test('a code is four digits and always the same for one secret', () => {
  fc.assert(
    fc.property(fc.string(), (secret) => {
      expect(codeOf(secret)).toMatch(/^\d{4}$/);
      expect(codeOf(secret)).toBe(codeOf(secret));
    }),
  );
});

test('four digits are read as people type them, and none out of a longer number', () => {
  for (const typed of ['8315', '8 3 1 5', '83-15', '８３１５', 'はい、8315です', '8.3.1.5', 'no. 8315!'])
    expect(digitsIn(typed)).toContain('8315');
  expect(digitsIn('12 34 56')).toEqual([]);
  expect(digitsIn('OK')).toEqual([]);
});
