import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../../ledger/schema.ts';
import { isAtNight, quantileOf, spansOf, weekOf, weeksOf } from './rules.ts';

const at = (text: string) => Temporal.Instant.from(`2026-11-29T${text}:00Z`);
const line = (kind: string, time: string, more: Partial<Line> = {}): Line =>
  ({
    seq: 1,
    kind,
    at: at(time),
    recordedAt: at(time),
    precision: 'minute',
    body: {},
    corrects: null,
    ...more,
  }) as unknown as Line;
const stated = (which: string, time: string, precision = 'minute') =>
  line('incident.time-stated', time, { precision, body: { which, note: '' } } as Partial<Line>);

describe('how long an incident took', () => {
  test('is counted from when it was noticed, noticing from when it began', () => {
    const lines = [
      line('incident.declared', '00:06'),
      stated('occurred', '00:01'),
      line('headquarters.set-up', '00:10'),
      line('incident.resolved', '02:06'),
    ];
    expect(spansOf(lines, at('00:08'))).toEqual({
      notice: 300,
      acknowledge: 120,
      headquarters: 240,
      restore: 7_200,
    });
  });
  test('is unknown where a time is missing, only known to the hour, or before the one it is counted from', () => {
    const lines = [line('incident.declared', '00:06'), stated('occurred', '00:00', 'hour')];
    expect(spansOf(lines, at('00:05'))).toEqual({
      notice: undefined,
      acknowledge: undefined,
      headquarters: undefined,
      restore: undefined,
    });
  });
});

describe('a quantile', () => {
  test.each([
    [[], 0.5, null],
    [[7], 0.9, 7],
    [[1, 2, 3, 4], 0.5, 2],
    [[10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0.9, 9],
  ])('of %j at %d is %j', (values, share, wanted) => expect(quantileOf(values, share)).toBe(wanted));
  test('is one of the values, and never falls as the share grows', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 });
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (all, a, b) => {
        const [low, high] = [quantileOf(all, Math.min(a, b)), quantileOf(all, Math.max(a, b))];
        expect(all).toContain(low);
        expect(low ?? 0).toBeLessThanOrEqual(high ?? 0);
      }),
    );
  });
});

test('night is from ten to six where the organisation is', () => {
  expect(['12:59', '13:00', '20:59', '21:00'].map((time) => isAtNight(at(time), 'Asia/Tokyo'))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('the weeks of a period are whole, and the last of them ends today', () => {
  const today = Temporal.PlainDate.from('2026-11-29');
  for (const days of [30, 90, 365]) {
    const weeks = weeksOf(today, days);
    expect(weekOf(weeks, today.toString())).toBe(weeks.length - 1);
    expect(weeks.at(-1)).toBe('2026-11-23');
    expect(weeks.length * 7).toBeLessThanOrEqual(days);
    expect(weekOf(weeks, today.subtract({ days: weeks.length * 7 - 1 }).toString())).toBe(0);
    expect(weekOf(weeks, today.subtract({ days: weeks.length * 7 }).toString())).toBeUndefined();
  }
});
