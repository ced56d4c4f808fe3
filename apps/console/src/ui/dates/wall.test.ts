import { afterEach, expect, test } from 'vitest';
import {
  clockTime,
  dayAndClock,
  differ,
  fullTime,
  hangClock,
  otherDay,
  readersZone,
  shortTime,
} from './wall.ts';

afterEach(() => hangClock(readersZone()));

/** At the edge of a day, and around the changes of clocks. */
const MOMENTS = [
  ['2025-11-28T14:59:59Z', 'Asia/Tokyo', '2025-11-28 23:59', '23:59:59'],
  ['2025-11-28T15:00:00Z', 'Asia/Tokyo', '2025-11-29 00:00', '00:00:00'],
  ['2025-11-28T15:00:00Z', 'America/New_York', '2025-11-28 10:00', '10:00:00'],
  ['2025-03-30T00:59:59Z', 'Europe/Berlin', '2025-03-30 01:59', '01:59:59'],
  ['2025-03-30T01:00:00Z', 'Europe/Berlin', '2025-03-30 03:00', '03:00:00'],
  ['2025-10-26T00:30:00Z', 'Europe/Berlin', '2025-10-26 02:30', '02:30:00'],
  ['2025-10-26T01:30:00Z', 'Europe/Berlin', '2025-10-26 02:30', '02:30:00'],
  ['2025-12-31T23:59:59Z', 'Pacific/Kiritimati', '2026-01-01 13:59', '13:59:59'],
] as const;

test.each(MOMENTS)('%s by the clock of %s is %s', (at, zone, minute, clock) => {
  hangClock(zone);
  expect(shortTime(at)).toBe(minute);
  expect(clockTime(at)).toBe(clock);
  expect(otherDay(at)).toBe(minute.slice(0, 10));
  expect(dayAndClock(at)).toBe(`${minute.slice(0, 10)} ${clock}`);
  for (const language of ['ja', 'en'] as const)
    expect(fullTime(at, language)).toContain(`${clock.replace(/^0/, '')} (${zone})`);
});

test('today is today where the organisation is', () => {
  const now = Temporal.Now.instant();
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    hangClock(zone);
    expect(otherDay(now.toString())).toBeUndefined();
    const start = now.toZonedDateTimeISO(zone).startOfDay();
    expect(otherDay(start.toInstant().toString())).toBeUndefined();
    expect(otherDay(start.subtract({ seconds: 1 }).toInstant().toString())).toBeDefined();
  }
});

test('zones that show the same time do not differ, those that part half of the year do', () => {
  const winter = Date.parse('2026-12-01T00:00:00Z');
  expect(differ('Asia/Tokyo', 'Asia/Seoul', winter)).toBe(false);
  expect(differ('Asia/Tokyo', 'Europe/Berlin', winter)).toBe(true);
  expect(differ('Europe/London', 'Atlantic/Reykjavik', winter)).toBe(true);
});
