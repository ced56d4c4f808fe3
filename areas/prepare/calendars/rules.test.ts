import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JAPANESE_HOLIDAYS } from './holidays.ts';
import { bandAt, isDayOff } from './rules.ts';
import { calendar, USUAL_CALENDAR } from './schema.ts';

const at = (local: string, zone = 'Asia/Tokyo') =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const band = (local: string, over: object = {}) =>
  bandAt(calendar.parse({ ...USUAL_CALENDAR, ...over }), at(local), JAPANESE_HOLIDAYS);

describe('the band of a moment (C9-L1)', () => {
  test.each([
    ['2026-11-24T08:29:59', 'night'],
    ['2026-11-24T08:30:00', 'day'],
    ['2026-11-24T17:14:59', 'day'],
    ['2026-11-24T17:15:00', 'night'],
    ['2026-11-20T23:59:59', 'night'],
    ['2026-11-21T00:00:00', 'holiday'],
    ['2026-11-23T10:00:00', 'holiday'],
    ['2026-05-06T10:00:00', 'holiday'],
    ['2026-09-22T10:00:00', 'holiday'],
    ['2026-12-28T10:00:00', 'day'],
    ['2026-12-29T10:00:00', 'holiday'],
    ['2027-01-03T10:00:00', 'holiday'],
    ['2027-01-04T10:00:00', 'day'],
  ])('%s is %s', (local, expected) => {
    expect(band(local)).toBe(expected);
  });

  test('a substitute and a citizens’ holiday, and a site that opens in spite of one', () => {
    // 6 May 2026 stands for Constitution Day on a Sunday; 22 September lies between two holidays.
    expect(band('2026-05-06T10:00:00', { openOn: ['2026-05-06'] })).toBe('day');
    expect(band('2026-11-24T10:00:00', { closedOn: ['2026-11-24'] })).toBe('holiday');
    expect(band('2026-11-23T10:00:00', { publicHolidays: 'none' })).toBe('day');
  });

  test('a night calendar, whose day runs over midnight', () => {
    const over = { dayFrom: '22:00', dayUntil: '06:00' };
    expect([
      band('2026-11-24T23:00:00', over),
      band('2026-11-25T05:59:00', over),
      band('2026-11-25T06:00:00', over),
    ]).toEqual(['day', 'day', 'night']);
  });

  test('is the calendar’s own zone that counts, whatever zone the process is in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), (seconds) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
        const local = instant.toZonedDateTimeISO('Asia/Tokyo');
        const off = isDayOff(USUAL_CALENDAR, local.toPlainDate(), JAPANESE_HOLIDAYS);
        expect(bandAt(USUAL_CALENDAR, instant, JAPANESE_HOLIDAYS) === 'holiday').toBe(off);
      }),
    );
  });
});

test('every holiday of an independent list is one of the library’s, 1970 to 2030', () => {
  const listed = fs
    .readFileSync(
      new URL('../../../test/fixtures/calendar/japanese-holidays-1.0.10-test.csv', import.meta.url),
      'utf8',
    )
    .split(/\r?\n/)
    .map((line) => line.slice(0, 10))
    .filter((date) => date >= '1970-01-01' && date < '2031-01-01');
  expect(listed.length).toBeGreaterThan(800);
  expect(listed.filter((date) => !JAPANESE_HOLIDAYS.has(date))).toEqual([]);
});
