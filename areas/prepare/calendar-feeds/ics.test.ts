import fs from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { zoneCalled } from './ics-zones.ts';
import { readAbsences } from './read-ics.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';
import { writeIcs } from './write-ics.ts';

const fixture = (name: string) =>
  fs.readFileSync(new URL(`../../../test/fixtures/calendar/${name}`, import.meta.url), 'utf8');
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.map((event) => `BEGIN:VEVENT\nUID:u\nSUMMARY:休\n${event}\nEND:VEVENT`), 'END:VCALENDAR'].join('\n'); // biome-ignore format: a file at one look
const read = (ics: string, zone = 'Asia/Tokyo', first = '2026-01-01', last = '2027-12-31') =>
  readAbsences(ics, zone, first, last).absences.map(
    ({ from, fromTime, until, untilTime }) =>
      `${from}${fromTime ? `T${fromTime}` : ''}/${until}${untilTime ? `T${untilTime}` : ''}`,
  );

describe('events as days somebody is away', () => {
  test.each([
    ['one whole day', 'DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261202', ['2026-12-01/2026-12-01']],
    ['a week of whole days', 'DTSTART;VALUE=DATE:20261229\nDTEND;VALUE=DATE:20270104', ['2026-12-29/2027-01-03']],
    ['a day without an end', 'DTSTART;VALUE=DATE:20261201', ['2026-12-01/2026-12-01']],
    ['a time without a zone is what it says', 'DTSTART:20261201T230000\nDTEND:20261202T010000', ['2026-12-01T23:00/2026-12-02T01:00']],
    ['an end at midnight is not the next day', 'DTSTART:20261201T090000\nDTEND:20261202T000000', ['2026-12-01T09:00/2026-12-01']],
    ['UTC falls on the day here', 'DTSTART:20261201T160000Z\nDTEND:20261201T170000Z', ['2026-12-02T01:00/2026-12-02T02:00']],
    ['every Monday, three times', 'DTSTART;VALUE=DATE:20261130\nRRULE:FREQ=WEEKLY;COUNT=3', ['2026-11-30/2026-11-30', '2026-12-07/2026-12-07', '2026-12-14/2026-12-14']],
    ['daily for ever is one absence to the end', 'DTSTART;VALUE=DATE:20270101\nRRULE:FREQ=DAILY', ['2027-01-01/2027-12-31']],
    ['a day taken out', 'DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261202', ['2026-12-01/2026-12-01', '2026-12-03/2026-12-03']],
    ['before the window', 'DTSTART;VALUE=DATE:20250101', []],
  ])('%s', (_, event, wanted) => expect(read(calendar(event))).toEqual(wanted)); // biome-ignore format: a table

  test('a zone the file describes is read by its rules: ten in Vienna is the evening in Tokyo', () => {
    const wanted = ['2012-02-13T18:00/2012-02-18T02:00'];
    expect(read(fixture('timezoned.ics'), 'Asia/Tokyo', '2012-01-01', '2012-12-31')).toEqual(wanted);
    expect(read(fixture('timezoned.ics'), 'Europe/Vienna', '2012-01-01', '2012-12-31')).toEqual([
      '2012-02-13T10:00/2012-02-17T18:00',
    ]);
  });

  test('exceptions of a real file are left out', () => {
    const days = read(fixture('recurrence.ics'), 'Europe/Vienna', '2012-01-01', '2012-12-31');
    expect(days.join()).toContain('2012-03-27T');
    for (const gone of ['2012-04-03', '2012-04-10', '2012-04-17', '2012-05-01', '2012-05-29'])
      expect(days.join()).not.toContain(gone);
  });

  test.each(['', 'nonsense', 'BEGIN:VCARD\nEND:VCARD', 'BEGIN:VCALENDAR'])('%j is refused', (text) => {
    expect(() => readAbsences(text, 'UTC', '2026-01-01', '2026-12-31')).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    );
  });

  test.each([
    ['RRULE:FREQ=SECONDLY', '繰り返しの回数が多すぎ'],
    ['RRULE:FREQ=MINUTELY;INTERVAL=2', '繰り返しの回数が多すぎ'],
    ['RRULE:FREQ=YEARLY;BYYEARDAY=1;BYMONTH=2', '該当する日がありません'],
    ['RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '該当する日がありません'],
    ['RRULE:FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29', '該当する日がありません'],
    ['RRULE:FREQ=MONTHLY;INTERVAL=12;BYMONTH=2', '該当する日がありません'],
    ['RRULE:FREQ=DAILY;COUNT=0', '設定が正しくありません'],
    ['RRULE:INTERVAL=2', '設定が正しくありません'],
    ['RRULE:FREQ=DAILY;UNTIL=20270230', '日時「2027-02-30」は存在しません'],
    ['RRULE:FREQ=WEEKLY;BYYEARDAY=1', '設定が正しくありません'],
    ['RRULE:FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO', '設定が正しくありません'],
    ['RRULE:RSCALE=CHINESE;FREQ=YEARLY', '設定が正しくありません'],
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
    const found = read(calendar(...daily), 'Asia/Tokyo', '2026-11-20', '2026-12-19');
    expect(found).toHaveLength(30);
    expect(found.at(-1)).toBe('2026-12-19T09:00/2026-12-19T17:00');
    expect(read(calendar('DTSTART;VALUE=DATE:19700101\nRRULE:FREQ=DAILY;COUNT=20789'))).toEqual([
      '2026-01-01/2026-12-01',
    ]);
    // It lasts longer than it takes to the day that is looked at.
    const long = 'DTSTART;VALUE=DATE:20200101\nDTEND;VALUE=DATE:20200201\nRRULE:FREQ=YEARLY';
    expect(read(calendar(long), 'UTC', '2026-01-20', '2026-02-10')).toEqual(['2026-01-20/2026-01-31']);
  });
});

describe('what real calendars hold', () => {
  const AWAY = 'DTSTART;VALUE=DATE:20261201';
  const zone = (id: string) => `DTSTART;TZID=${id}:20261210T200000\nDTEND;TZID=${id}:20261210T210000`;
  test.each([
    ['cancelled', `${AWAY}\nSTATUS:CANCELLED`, []],
    ['free', `${AWAY}\nTRANSP:TRANSPARENT`, []],
    ['free by Outlook', `${AWAY}\nX-MICROSOFT-CDO-BUSYSTATUS:FREE`, []],
    ['tentative by Outlook', `${AWAY}\nX-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE`, []],
    ['busy and confirmed', `${AWAY}\nSTATUS:CONFIRMED\nTRANSP:OPAQUE\nX-MICROSOFT-CDO-BUSYSTATUS:OOF`, ['2026-12-01/2026-12-01']],
    ['part of a day', 'DTSTART:20261201T100000\nDURATION:PT30M', ['2026-12-01T10:00/2026-12-01T10:30']],
    ['a moment takes nobody out', 'DTSTART:20261201T100000', []],
    ['a week by its duration', `${AWAY}\nDURATION:P1W`, ['2026-12-01/2026-12-07']],
    ['an end that is the day itself', `${AWAY}\nDTEND;VALUE=DATE:20261201`, ['2026-12-01/2026-12-01']],
    ['taken out in another zone', 'DTSTART;TZID=Asia/Tokyo:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261202T000000Z', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-03T09:00/2026-12-03T10:00']],
    ['another moment is not taken out', 'DTSTART;TZID=Asia/Tokyo:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20261202T090000Z', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-02T09:00/2026-12-02T10:00']],
    ['a day taken out of times', 'DTSTART;TZID=Asia/Tokyo:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261202', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-03T09:00/2026-12-03T10:00']],
    ['a moment taken out of days', `${AWAY}\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261201T150000Z`, ['2026-12-01/2026-12-01', '2026-12-03/2026-12-03']],
    ['a day added', `${AWAY}\nRDATE;VALUE=DATE:20261205`, ['2026-12-01/2026-12-01', '2026-12-05/2026-12-05']],
    ['a period added', 'DTSTART:20261201T090000Z\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20261203T000000Z/PT3H,20261204T000000Z/20261204T020000Z', ['2026-12-01T18:00/2026-12-01T19:00', '2026-12-03T09:00/2026-12-03T12:00', '2026-12-04T09:00/2026-12-04T11:00']],
    ['a last moment in UTC', 'DTSTART;TZID=Asia/Tokyo:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261202T000000Z', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-02T09:00/2026-12-02T10:00']],
    ['a last day of times', 'DTSTART;TZID=Asia/Tokyo:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261202', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-02T09:00/2026-12-02T10:00']],
    ['Windows by name', zone('W. Europe Standard Time'), ['2026-12-11T04:00/2026-12-11T05:00']],
    ['Windows in quotes', zone('"Pacific Standard Time"'), ['2026-12-11T13:00/2026-12-11T14:00']],
    ['a path before the zone', zone('/freeassociation.sourceforge.net/Tzfile/America/New_York'), ['2026-12-11T10:00/2026-12-11T11:00']],
    ['another path', zone('/freeassociation.sourceforge.net/America/New_York'), ['2026-12-11T10:00/2026-12-11T11:00']],
    ['a path with a date', zone('/citadel.org/20210210_1/Europe/Vienna'), ['2026-12-11T04:00/2026-12-11T05:00']],
    ['ends in another zone', 'DTSTART;TZID=Asia/Tokyo:20261201T120000\nDTEND;TZID=Europe/Paris:20261201T180000', ['2026-12-01T12:00/2026-12-02T02:00']],
    ['eight hours over the change of clocks', 'DTSTART;TZID=Europe/Vienna:20261025T000000\nDURATION:PT8H', ['2026-10-25T07:00/2026-10-25T15:00']],
    ['daily for ever since 2009', 'DTSTART;VALUE=DATE:20090105\nRRULE:FREQ=DAILY', ['2026-01-01/2027-12-31']],
    ['one event of ten years', 'DTSTART;VALUE=DATE:20200101\nDTEND;VALUE=DATE:20300101', ['2026-01-01/2027-12-31']],
    ['an exception by rule', `${AWAY}\nRRULE:FREQ=DAILY;COUNT=4\nEXRULE:FREQ=DAILY;INTERVAL=3`, ['2026-12-02/2026-12-03']],
    ['the last workday of a month', 'DTSTART;VALUE=DATE:20261030\nRRULE:FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', ['2026-10-30/2026-10-30', '2026-11-30/2026-11-30', '2026-12-31/2026-12-31']],
    ['a last moment by the clocks of the event', 'DTSTART;TZID=America/New_York:20261201T200000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261202T200000', ['2026-12-02T10:00/2026-12-02T11:00', '2026-12-03T10:00/2026-12-03T11:00']],
    ['a whole day of Outlook in another zone', 'DTSTART;TZID=Europe/Berlin:20261201T000000\nDTEND;TZID=Europe/Berlin:20261203T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE', ['2026-12-01/2026-12-02']],
    ['a night of Outlook that is no whole day', 'DTSTART;TZID=Europe/Berlin:20261201T000000\nDTEND;TZID=Europe/Berlin:20261201T010000\nX-MICROSOFT-CDO-ALLDAYEVENT:FALSE', ['2026-12-01T08:00/2026-12-01T09:00']],
    ['an hour that clocks leave out', 'DTSTART;TZID=America/New_York:20270314T023000\nDTEND;TZID=America/New_York:20270314T033000', ['2027-03-14T16:30/2027-03-14T17:30']],
    ['Tokyo by Zimbra', zone('"(GMT+09.00) Osaka / Sapporo / Tokyo"'), ['2026-12-10T20:00/2026-12-10T21:00']],
    ['Tokyo in Japanese', zone('"(UTC+09:00) 大阪、札幌、東京"'), ['2026-12-10T20:00/2026-12-10T21:00']],
    ['hours from UTC', zone('GMT-0500'), ['2026-12-11T10:00/2026-12-11T11:00']],
    ['on leap days', 'DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY', []],
    ['on the 31st', 'DTSTART;VALUE=DATE:20261031\nRRULE:FREQ=MONTHLY;COUNT=3', ['2026-10-31/2026-10-31', '2026-12-31/2026-12-31', '2027-01-31/2027-01-31']],
  ])('%s', (_, event, wanted) => expect(read(calendar(event))).toEqual(wanted)); // biome-ignore format: a table

  test.each([
    ['DTSTART;VALUE=DATE:20260230', '日時「2026-02-30」は存在しません'],
    ['DTSTART;VALUE=DATE:20261301', '日時「2026-13-01」は存在しません'],
    ['DTSTART:20261201T250000', '日時「2026-12-01T25:00:00」は存在しません'],
    ['DTSTART:', '日時「--」は存在しません'],
    [`${AWAY}\nDTEND;VALUE=DATE:20261131`, '日時「2026-11-31」は存在しません'],
    [`${AWAY}\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE;VALUE=DATE:20260231`, '日時「2026-02-31」は存在しません'],
    [`${AWAY}\nDTEND;VALUE=DATE:20261130`, '正しくありません'],
    ['DTSTART:20261201T100000\nDURATION:-PT1H', '正しくありません'],
    [zone('Customized Time Zone'), 'タイムゾーン「Customized Time Zone」を判別できません'],
    [ 'DTSTART;TZID="(UTC+09:00) Osaka":20261210T200000', 'タイムゾーン「(UTC+09:00) Osaka」を判別できません'],
  ])('%s is refused, and the event is named', (event, why) => {
    const mend = { ja: expect.stringMatching(`「休」.*${why.replace(/[()+]/g, '.')}`), en: expect.stringContaining('“休”') };
    const refused = expect.objectContaining({
      details: expect.objectContaining({ fields: [{ field: 'ics', mend }] }),
    });
    expect(() => read(calendar(event))).toThrow(refused);
  }); // biome-ignore format: a table

  const SERIES = 'DTSTART;TZID=Asia/Tokyo:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3';
  test.each([
    ['moved', 'RECURRENCE-ID;TZID=Asia/Tokyo:20261202T090000\nDTSTART;TZID=Asia/Tokyo:20261209T130000\nDURATION:PT1H', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-03T09:00/2026-12-03T10:00', '2026-12-09T13:00/2026-12-09T14:00']],
    ['moved, told in UTC', 'RECURRENCE-ID:20261202T000000Z\nDTSTART:20261209T040000Z\nDURATION:PT1H', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-03T09:00/2026-12-03T10:00', '2026-12-09T13:00/2026-12-09T14:00']],
    ['cancelled', 'RECURRENCE-ID:20261202T000000Z\nDTSTART:20261202T000000Z\nSTATUS:CANCELLED', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-03T09:00/2026-12-03T10:00']],
    ['moved with all that follow', 'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Tokyo:20261202T090000\nDTSTART;TZID=Asia/Tokyo:20261202T130000\nDURATION:PT2H', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-02T13:00/2026-12-02T15:00', '2026-12-03T13:00/2026-12-03T15:00']],
    ['moved, told by its day', 'RECURRENCE-ID;VALUE=DATE:20261202\nDTSTART:20261209T040000Z\nDURATION:PT1H', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-03T09:00/2026-12-03T10:00', '2026-12-09T13:00/2026-12-09T14:00']],
    ['moved with all that follow by a rule of their own', 'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Tokyo:20261202T090000\nDTSTART;TZID=Asia/Tokyo:20261202T130000\nDURATION:PT2H\nRRULE:FREQ=WEEKLY;COUNT=2', ['2026-12-01T09:00/2026-12-01T10:00', '2026-12-02T13:00/2026-12-02T15:00', '2026-12-09T13:00/2026-12-09T15:00']],
  ])('one of a series is %s', (_, exception, wanted) =>
    expect(read(calendar(SERIES, exception))).toEqual(wanted)); // biome-ignore format: a table

  test('one of days is moved by a moment, and one that was moved with others is moved again by where it stood', () => {
    const days = `${AWAY}\nRRULE:FREQ=DAILY;COUNT=2`;
    const moment = 'RECURRENCE-ID:20261201T150000Z\nDTSTART;VALUE=DATE:20261209';
    expect(read(calendar(days, moment))).toEqual(['2026-12-01/2026-12-01', '2026-12-09/2026-12-09']);
    const later =
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T000000Z\nDTSTART:20261202T040000Z\nDURATION:PT2H';
    const again = 'RECURRENCE-ID:20261203T040000Z\nDTSTART:20261203T060000Z\nDURATION:PT1H';
    expect(read(calendar(SERIES, later, again)).filter((each) => each.startsWith('2026-12-03'))).toEqual([
      '2026-12-03T15:00/2026-12-03T16:00',
    ]);
  });

  test.each([
    'freq=daily;count=2',
    'FREQ=DAILY; COUNT=2',
    'FREQ = DAILY ; COUNT = 2 ;',
    'FREQ=DAI\n LY;COU\n\tNT=2',
    'Freq=Weekly;ByDay=we,th;Until=20261203',
    'FREQ=DAILY;INTERVAL=01;COUNT=2',
  ])('a rule is read in any case and spacing: %j', (rule) =>
    expect(read(calendar(`DTSTART;VALUE=DATE:20261202\nRRULE:${rule}`))).toEqual(['2026-12-02/2026-12-03']),
  );

  test.each([
    'FREQ=DAILY;CONT=2',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=-2',
    'FREQ=DAILY;INTERVAL=',
    'FREQ=DAILY;X-COUNT=2',
    'FREQ=DAILY;COUNT=0',
  ])('a rule that says something nobody reads makes nobody be away for a year: %s', (rule) =>
    expect(() => read(calendar(`${AWAY}\nRRULE:${rule}`))).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(invalid|malformed)$/) }),
    ),
  );

  test('marks of an encoding and line ends of other times are no matter', () => {
    const wanted = ['2026-12-01/2026-12-01'];
    expect(read(`\uFEFF${calendar(AWAY)}`)).toEqual(wanted);
    expect(read(calendar(AWAY).replace(/\r?\n/g, '\r'))).toEqual(wanted);
  });

  test.each(['FREQ=SECONDLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYMONTH=3;BYDAY=9SU'])(
    'a zone whose clocks change by %s is none, and keeps nobody busy',
    (rule) => {
      const own = `BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0900\nTZOFFSETTO:+0900\nRRULE:${rule}\nEND:STANDARD\nEND:VTIMEZONE`;
      const ics = calendar(zone('X')).replace('VERSION:2.0', `VERSION:2.0\n${own}`);
      expect(() => read(ics)).toThrow(expect.objectContaining({ code: 'invalid' }));
    },
  );

  test('several calendars in a file are all read; of one event told twice the newest counts', () => {
    const old = calendar(`${AWAY}\nSEQUENCE:1`);
    const moved = calendar('DTSTART;VALUE=DATE:20261205\nSEQUENCE:2');
    const wanted = ['2026-12-05/2026-12-05'];
    expect(read(`${old}\n${moved}`)).toEqual(wanted);
    expect(read(`${moved}\r\n${old}`)).toEqual(wanted);
    expect(read(calendar(AWAY, 'DTSTART;VALUE=DATE:20261205'))).toEqual(['2026-12-01/2026-12-01', ...wanted]);
    const withdrawn = old
      .replace('VERSION:2.0', 'VERSION:2.0\nMETHOD:CANCEL')
      .replace('SEQUENCE:1', 'SEQUENCE:3');
    expect(readAbsences(`${moved}\n${withdrawn}`, 'Asia/Tokyo', '2026-01-01', '2026-12-31')).toEqual({
      absences: [],
      uids: ['u'],
      notAway: 1,
    });
  });

  test('a zone that the file describes goes by the file, whatever it is called', () => {
    const zones =
      'BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE';
    const ics = calendar(zone('Customized Time Zone')).replace('VERSION:2.0', `VERSION:2.0\n${zones}`);
    expect(read(ics)).toEqual(['2026-12-11T04:00/2026-12-11T05:00']);
  });

  test('a leap day comes again', () => {
    const ics = calendar('DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY');
    expect(read(ics, 'UTC', '2027-01-01', '2033-01-01')).toEqual([
      '2028-02-29/2028-02-29',
      '2032-02-29/2032-02-29',
    ]);
  });

  test('every zone of Windows is one that can be looked up', () => {
    expect(WINDOWS_ZONES.size).toBeGreaterThan(130);
    for (const id of WINDOWS_ZONES.values()) expect(() => zoneCalled(id)).not.toThrow();
  });

  test('the same moments are away wherever the days are counted', () => {
    const zones = ['Asia/Tokyo', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
    const at = fc.integer({ min: 0, max: 500_000 }).map((minutes) => Temporal.Instant.from('2026-02-01T00:00Z').add({ minutes }));
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 4_000 }), fc.constantFrom(...zones), (start, minutes, here) => {
        const written = `${start.toString().replace(/[-:]/g, '').slice(0, 15)}Z`;
        const { absences } = readAbsences(calendar(`DTSTART:${written}\nDURATION:PT${minutes}M`), here, '2026-01-01', '2027-12-31');
        const moments = absences.map(({ from, fromTime, until, untilTime }) => [
          Temporal.PlainDateTime.from(`${from}T${fromTime ?? '00:00'}`),
          untilTime ? Temporal.PlainDateTime.from(`${until}T${untilTime}`) : Temporal.PlainDate.from(until).add({ days: 1 }).toPlainDateTime(),
        ].map((each) => each.toZonedDateTime(here).toInstant().since(start).total('minutes')));
        // Clocks that are put back tell one hour twice.
        const [begin = 0, end = 0] = moments[0] ?? [];
        expect([0, 30, 60]).toContain(Math.abs(begin));
        expect([0, 30, 60]).toContain(Math.abs(end - minutes));
      }),
      { numRuns: 200 },
    );
  }); // biome-ignore format: long
});

describe('what recurs by days', () => {
  const rows = fs
    .readFileSync(new URL('../../../test/fixtures/calendar/recurrences.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string, string]);
  const daysRead = (rule: string, start: string, first: string, last: string): string[] =>
    readAbsences(calendar(`DTSTART;VALUE=DATE:${start}\nRRULE:${rule}`), 'Asia/Tokyo', first, last)
      .absences.flatMap(({ from, until }) => {
        const days = Temporal.PlainDate.from(from).until(until).days;
        return Array.from({ length: days + 1 }, (_, n) =>
          Temporal.PlainDate.from(from).add({ days: n }).toString(),
        );
      })
      .filter((day) => first <= day && day <= last);

  test('falls on the days that another program finds', () => {
    expect(rows.length).toBeGreaterThan(100);
    for (const [rule, start, days] of rows)
      expect([rule, start, daysRead(rule, start, '2026-11-29', '2027-11-28').join()]).toEqual([
        rule,
        start,
        days,
      ]);
  });

  test('is the same from whatever day one looks', () => {
    for (const [rule, start, days] of rows) {
      const wanted = days.split(',').filter((day) => day >= '2027-03-03' && day <= '2027-09-15');
      expect([rule, start, ...daysRead(rule, start, '2027-03-03', '2027-09-15')]).toEqual([
        rule,
        start,
        ...wanted,
      ]);
    }
  });

  test('a position is counted in its whole period, also where that goes on after the last day asked for', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=MO,TU,WE;BYSETPOS=-1';
    expect(daysRead(rule, '20261202', '2026-12-01', '2026-12-15')).toEqual(['2026-12-02', '2026-12-09']);
  });
});

test('what recurs within a day goes from beat to beat', () => {
  const hourly = 'DTSTART:20261201T083000\nDURATION:PT10M\nRRULE:FREQ=HOURLY;INTERVAL=5';
  expect(read(calendar(`${hourly};COUNT=2`))).toEqual([
    '2026-12-01T08:30/2026-12-01T08:40',
    '2026-12-01T13:30/2026-12-01T13:40',
  ]);
  const office = `${hourly.replace('INTERVAL=5', 'INTERVAL=3')};BYDAY=TU;BYHOUR=8,11,14;UNTIL=20261202T000000`;
  expect(read(calendar(office))).toHaveLength(3);
  expect(() => read(calendar(hourly.replace('HOURLY', 'MINUTELY')))).toThrow();
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

test('what is written a strict reader takes: one value type, no bare end of line, no control character', () => {
  const now = Temporal.Instant.from('2026-12-01T00:00:00Z');
  const title = 'a\r\nb\rc\u0008\u000bd';
  const ics = writeIcs(title, [{ uid: 'u', title, start: now, end: now }], now);
  expect(ics.split('\r\n')).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
  expect(ics.split('\r\n')).toContain('SUMMARY:a\\nb\\ncd');
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}]/u);
});
