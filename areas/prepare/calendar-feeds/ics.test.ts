import fs from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { readAbsences } from './read-ics.ts';
import { startNear } from './start-near.ts';
import { writeIcs } from './write-ics.ts';

const fixture = (name: string) =>
  fs.readFileSync(new URL(`../../../test/fixtures/calendar/${name}`, import.meta.url), 'utf8');
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.map((event) => `BEGIN:VEVENT\nUID:u\nSUMMARY:休\n${event}\nEND:VEVENT`), 'END:VCALENDAR'].join('\n'); // biome-ignore format: a file at one look
const read = (ics: string, zone = 'Asia/Tokyo', first = '2026-01-01', last = '2027-12-31') =>
  readAbsences(ics, zone, first, last).map(({ from, until }) => `${from}/${until}`);

describe('events as days somebody is away', () => {
  test.each([
    ['one whole day', 'DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261202', ['2026-12-01/2026-12-01']],
    ['a week of whole days', 'DTSTART;VALUE=DATE:20261229\nDTEND;VALUE=DATE:20270104', ['2026-12-29/2027-01-03']],
    ['a day without an end', 'DTSTART;VALUE=DATE:20261201', ['2026-12-01/2026-12-01']],
    ['a time without a zone is what it says', 'DTSTART:20261201T230000\nDTEND:20261202T010000', ['2026-12-01/2026-12-02']],
    ['an end at midnight is not the next day', 'DTSTART:20261201T090000\nDTEND:20261202T000000', ['2026-12-01/2026-12-01']],
    ['UTC falls on the day here', 'DTSTART:20261201T160000Z\nDTEND:20261201T170000Z', ['2026-12-02/2026-12-02']],
    ['every Monday, three times', 'DTSTART;VALUE=DATE:20261130\nRRULE:FREQ=WEEKLY;COUNT=3', ['2026-11-30/2026-11-30', '2026-12-07/2026-12-07', '2026-12-14/2026-12-14']],
    ['daily for ever is one absence to the end', 'DTSTART;VALUE=DATE:20270101\nRRULE:FREQ=DAILY', ['2027-01-01/2027-12-31']],
    ['a day taken out', 'DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261202', ['2026-12-01/2026-12-01', '2026-12-03/2026-12-03']],
    ['before the window', 'DTSTART;VALUE=DATE:20250101', []],
  ])('%s', (_, event, wanted) => expect(read(calendar(event))).toEqual(wanted)); // biome-ignore format: a table

  test('a zone the file describes is read by its rules: ten in Vienna is the evening in Tokyo', () => {
    const wanted = ['2012-02-13/2012-02-18'];
    expect(read(fixture('timezoned.ics'), 'Asia/Tokyo', '2012-01-01', '2012-12-31')).toEqual(wanted);
    expect(read(fixture('timezoned.ics'), 'Europe/Vienna', '2012-01-01', '2012-12-31')).toEqual([
      '2012-02-13/2012-02-17',
    ]);
  });

  test('exceptions of a real file are left out', () => {
    const days = read(fixture('recurrence.ics'), 'Europe/Vienna', '2012-01-01', '2012-12-31');
    expect(days).toContain('2012-03-27/2012-03-27');
    for (const gone of ['2012-04-03', '2012-04-10', '2012-04-17', '2012-05-01', '2012-05-29'])
      expect(days.join()).not.toContain(gone);
  });

  test.each(['', 'nonsense', 'BEGIN:VCARD\nEND:VCARD', 'BEGIN:VCALENDAR'])('%j is refused', (text) => {
    expect(() => readAbsences(text, 'UTC', '2026-01-01', '2026-12-31')).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    );
  });

  test.each([
    ['RRULE:FREQ=SECONDLY', '繰り返しが細かすぎる'],
    ['RRULE:FREQ=MINUTELY;INTERVAL=2', '繰り返しが細かすぎる'],
    ['RRULE:FREQ=YEARLY;BYYEARDAY=1;BYMONTH=2', '規則が正しくありません'],
    ['RRULE:FREQ=WEEKLY;BYYEARDAY=1', '規則が正しくありません'],
  ])(
    '%s is refused, and the event is named',
    (rule, why) => {
      const refused = expect.objectContaining({
        code: 'invalid',
        details: expect.objectContaining({
          fields: [
            {
              field: 'ics',
              mend: { ja: expect.stringContaining(why), en: expect.stringContaining('“休”') },
            },
          ],
        }),
      });
      const event = `DTSTART:20261201T000000\nDTEND:20261201T000001\n${rule}`;
      expect(() => read(calendar(event))).toThrow(refused);
    },
    30_000,
  );

  test('sixty daily events of sixteen years are read for the days that matter', () => {
    const daily = Array(60).fill('DTSTART;TZID=Asia/Tokyo:20100104T090000\nDURATION:PT8H\nRRULE:FREQ=DAILY');
    expect(read(calendar(...daily), 'Asia/Tokyo', '2026-11-20', '2026-12-19')).toContain(
      '2026-11-20/2026-12-19',
    );
    expect(read(calendar('DTSTART;VALUE=DATE:19700101\nRRULE:FREQ=DAILY;COUNT=20789'))).toEqual([
      '2026-01-01/2026-12-01',
    ]);
    // It lasts longer than it takes to the day that is looked at.
    const long = 'DTSTART;VALUE=DATE:20200101\nDTEND;VALUE=DATE:20200201\nRRULE:FREQ=YEARLY';
    expect(read(calendar(long), 'UTC', '2026-01-20', '2026-02-10')).toEqual(['2026-01-20/2026-01-31']);
  });
});

describe('entering a recurrence near the day that matters', () => {
  const days = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), {
    minLength: 1,
    maxLength: 3,
  });
  const some = (name: string, from: number, to: number) =>
    fc
      .uniqueArray(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: 3 })
      .map((list) => `;${name}=${list.join(',')}`);
  const months = some('BYMONTH', 1, 12);
  const by = days.map((list) => `;BYDAY=${list.join(',')}`);
  const hours = some('BYHOUR', 0, 23);
  const none = fc.constant('');
  const rule = fc.oneof(
    fc.tuple(fc.constant('HOURLY'), fc.integer({ min: 5, max: 23 }), fc.oneof(none, by, months)),
    fc.tuple(fc.constant('DAILY'), fc.integer({ min: 1, max: 6 }), fc.oneof(none, by, months, hours)),
    fc.tuple(
      fc.constant('WEEKLY'),
      fc.integer({ min: 1, max: 5 }),
      fc.oneof(
        none,
        by,
        by.map((each) => `${each};WKST=SU`),
        hours,
      ),
    ),
    fc.tuple(
      fc.constant('MONTHLY'),
      fc.integer({ min: 1, max: 7 }),
      fc.oneof(none, by, some('BYMONTHDAY', 1, 31), fc.constant(';BYDAY=-1FR'), fc.constant(';BYDAY=2TU')),
    ),
    fc.tuple(
      fc.constant('YEARLY'),
      fc.integer({ min: 1, max: 4 }),
      fc.oneof(
        none,
        months,
        some('BYYEARDAY', 1, 365),
        some('BYWEEKNO', 1, 52),
        fc.constant(';BYMONTH=3;BYDAY=2SU'),
      ),
    ),
  );
  const ending = fc.oneof(
    none,
    fc.constant(';UNTIL=20210310T120000'),
    fc.integer({ min: 1, max: 900 }).map((n) => `;COUNT=${n}`),
  );
  const start = fc
    .integer({ min: 0, max: 2_500 })
    .map((n) => Temporal.PlainDateTime.from('2012-01-01T09:30').add({ hours: n * 24 }));

  test('gives the same from that day on as the whole way', () => {
    let entered = 0;
    fc.assert(
      fc.property(
        rule,
        ending,
        start,
        fc.integer({ min: 0, max: 2_000 }),
        ([freq, interval, parts], end, at, n) => {
          const day = Temporal.PlainDate.from('2018-01-01').add({ days: n }).toString();
          const until = Temporal.PlainDate.from(day).add({ days: 60 }).toString();
          const ics = calendar(
            `DTSTART:${at.toString().replace(/[-:]/g, '')}\nRRULE:FREQ=${freq};INTERVAL=${interval}${parts}${end}`,
          );
          const eventOf = () =>
            new ICAL.Event(
              new ICAL.Component(ICAL.parse(ics) as unknown[]).getFirstSubcomponent('vevent') ?? undefined,
            );
          const given = (event: ICAL.Event, from?: ICAL.Time) => {
            const found = event.iterator(from);
            const list: string[] = [];
            for (let next = found.next(); next && next.toString() <= until; next = found.next())
              if (next.toString() >= day) list.push(next.toString());
            return list;
          };
          const near = eventOf();
          const from = startNear(near, day);
          if (from) entered += 1;
          expect(given(near, from)).toEqual(given(eventOf()));
        },
      ),
      { numRuns: 60 },
    );
    expect(entered).toBeGreaterThan(15);
  });
});

test('turns are written in UTC, escaped and folded, and read back as they were', () => {
  const at = (text: string) => Temporal.Instant.from(text);
  const title = `当番; 一次, "夜"\n${'長'.repeat(100)}`;
  const ics = writeIcs(
    '当番',
    [{ uid: 'a', title, start: at('2026-12-31T15:30:00Z'), end: at('2027-01-01T00:00:00Z') }],
    at('2026-11-24T00:00:00Z'),
  );
  expect(ics).toContain('DTSTART:20261231T153000Z');
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const [event] = new ICAL.Component(ICAL.parse(ics) as unknown[]).getAllSubcomponents('vevent');
  expect(event?.getFirstPropertyValue('summary')).toBe(title);
});
