import fc from 'fast-check';
import { expect, test } from 'vitest';
import { silenceOf } from './rules.ts';

const now = Temporal.Instant.from('2026-11-20T02:00:00Z');
const ago = (seconds: number) => now.subtract({ seconds });
const heard = (heardAgo: number, sinceAgo: number) => ({ heardAt: ago(heardAgo), since: ago(sinceAgo) });

test.each([
  ['silent for long enough', 60, heard(0, 3_600), { kind: 'over' }],
  ['silent for long enough, as far as anybody knows', 60, undefined, { kind: 'over' }],
  ['not yet', 20, heard(0, 3_600), { kind: 'wait', until: ago(-10) }],
  ['nobody hears', 60, heard(45, 3_600), { kind: 'wait', until: ago(-1) }],
  ['nobody heard until 5 s ago', 60, heard(0, 5), { kind: 'wait', until: ago(-25) }],
  ['the break is long over', 600, heard(0, 40), { kind: 'over' }],
])('%s', (_, lastAgo, hearing, expected) => {
  expect(silenceOf(ago(lastAgo), 30, hearing, now)).toEqual(expected);
});

test('what is called silent has been so for its full time, within time in which somebody heard', () => {
  const seconds = fc.integer({ min: 0, max: 5_000 });
  fc.assert(
    fc.property(seconds, seconds, seconds, seconds, (lastAgo, every, heardAgo, sinceAgo) => {
      const hearing = heard(Math.min(heardAgo, sinceAgo), sinceAgo);
      if (silenceOf(ago(lastAgo), every, hearing, now).kind !== 'over') return;
      expect(Math.min(lastAgo, sinceAgo)).toBeGreaterThanOrEqual(every);
    }),
  );
});
