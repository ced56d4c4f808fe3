import { describe, expect, test } from 'vitest';
import { precursorOf } from './rules.ts';

describe('precursors', () => {
  const now = Temporal.Instant.from('2026-11-20T02:00:00Z');
  const fault = (title: string, service: string, episodes = 1, hoursAgo = 1) => ({
    title,
    labels: { service },
    episodes,
    firstAt: now.subtract({ hours: hoursAgo }).toString(),
    lastAt: now.subtract({ hours: hoursAgo }).toString(),
  });

  test('two like faults on one system within a week are one (C5-D2)', () => {
    expect(
      precursorOf([fault('login failed 12', 'auth'), fault('login failed 97', 'auth')], now),
    ).toMatchObject({
      system: 'auth',
      times: 2,
    });
    expect(precursorOf([fault('login failed', 'auth', 3)], now)?.times).toBe(3);
  });

  test('what became no incident or another one adds to what this one has, and asks nothing alone (C2-B1)', () => {
    const own = [fault('start failed 3', 'auth')];
    expect(precursorOf(own, now, [fault('start failed 1', 'auth', 1, 60)])).toMatchObject({
      title: 'start failed 3',
      times: 2,
    });
    for (const elsewhere of [
      [fault('start failed', 'web', 4)],
      [fault('disk full', 'auth', 4)],
      [fault('start failed 1', 'auth', 1, 24 * 8)],
    ])
      expect(precursorOf(own, now, elsewhere)).toBeUndefined();
  });

  test('one fault, faults on two systems, different faults and old ones are none', () => {
    for (const signals of [
      [fault('a', 'auth')],
      [fault('a', 'auth'), fault('a', 'web')],
      [fault('a', 'auth'), fault('b', 'auth')],
      [fault('a', 'auth', 1, 24 * 8), fault('a', 'auth')],
      [{ ...fault('a', 'auth', 5), labels: {} }],
      // Often in January, once this week: once within the window.
      [{ ...fault('a', 'auth', 5), firstAt: now.subtract({ hours: 24 * 60 }).toString() }],
    ])
      expect(precursorOf(signals, now)).toBeUndefined();
  });
});
