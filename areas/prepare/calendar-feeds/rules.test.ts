import fs from 'node:fs';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { readAbsences } from './read-ics.ts';
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

  test('a rule by the second ends', () => {
    expect(read(calendar('DTSTART:20261201T000000\nDTEND:20261201T000001\nRRULE:FREQ=SECONDLY')).length).toBe(
      1,
    );
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
