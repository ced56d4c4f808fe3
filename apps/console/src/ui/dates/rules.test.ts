import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../../../kernel/language.ts';
import {
  meantBy,
  onWall,
  readDate,
  readDateTime,
  readDayOfYear,
  readTime,
  shownDate,
  shownDateTime,
  shownDayOfYear,
  shownTime,
} from './rules.ts';

const today = Temporal.PlainDate.from('2026-11-29');
const read = (text: string) => readDateTime(text, today)?.toString();

describe('what people type for a time', () => {
  test('a time alone means today', () => {
    for (const text of ['14:05', '1405', '14時5分', '１４：０５'])
      expect(read(text)).toBe('2026-11-29T14:05:00');
    expect(read('9時')).toBe('2026-11-29T09:00:00');
  });

  test('dates are read in both languages, with or without a year', () => {
    for (const text of [
      '2026年11月28日 14:05',
      '11月28日14:05',
      '11/28 14:05',
      '2026-11-28 14:05',
      '2026-11-28T14:05',
      '28 Nov 14:05',
      '28 November 2026, 14:05',
      'Nov 28, 14:05',
      '昨日 14:05',
      'yesterday 14:05',
    ])
      expect(read(text), text).toBe('2026-11-28T14:05:00');
  });

  test('what is none is not guessed', () => {
    for (const text of ['', 'soon', '25:00', '2026-02-30 10:00', '14:5:99', '2026-11-28'])
      expect(read(text), text).toBeUndefined();
    expect(readDate('2026年2月30日', today)).toBeUndefined();
    expect(readTime('7')).toBeUndefined();
  });

  test('whatever is shown is read as what it was', () => {
    const at = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((each) =>
        Temporal.Instant.fromEpochMilliseconds(each.getTime())
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime()
          .round('second'),
      );
    fc.assert(
      fc.property(at, fc.constantFrom(...LANGUAGES), (wall, language) => {
        expect(readDateTime(shownDateTime(wall, language), today)?.toString()).toBe(wall.toString());
        expect(readDate(shownDate(wall.toPlainDate(), language), today)?.toString()).toBe(
          wall.toPlainDate().toString(),
        );
      }),
    );
  });
});

describe('where clocks are changed', () => {
  test('a time that does not exist is moved on, and one that comes twice is the first', () => {
    const gap = meantBy(Temporal.PlainDateTime.from('2026-03-29T02:30'), 'Europe/Berlin');
    expect([gap.odd, gap.at.toPlainTime().toString()]).toEqual(['gap', '03:30:00']);
    const twice = meantBy(Temporal.PlainDateTime.from('2026-10-25T02:30'), 'Europe/Berlin');
    expect([twice.odd, twice.at.offset, twice.later?.offset]).toEqual(['twice', '+02:00', '+01:00']);
    expect(meantBy(Temporal.PlainDateTime.from('2026-10-25T02:30'), 'Asia/Tokyo').odd).toBeUndefined();
  });

  test('an instant stands on the wall of its zone', () => {
    expect(onWall('2026-11-29T05:05:00Z', 'Asia/Tokyo')?.toString()).toBe('2026-11-29T14:05:00');
    expect(onWall('soon', 'Asia/Tokyo')).toBeUndefined();
  });
});

describe('a time of day', () => {
  const clock = (text: string) => {
    const time = readTime(text);
    return time && shownTime(time);
  };

  test('is read as people write it in both languages', () => {
    for (const text of [
      '9:00',
      '9時',
      '09:00',
      '９：００',
      '0900',
      '9時0分',
      '午前9時',
      '9am',
      '9:00 AM',
      ' 9:00 ',
    ])
      expect([text, clock(text)]).toEqual([text, '09:00']);
    for (const text of ['午後2時半', '2:30 pm', '14時半', '14:30'])
      expect([text, clock(text)]).toEqual([text, '14:30']);
    expect(['午前0時', '12am', '12:00 pm', '午後12時', '0:00'].map(clock)).toEqual([
      '00:00',
      '00:00',
      '12:00',
      '12:00',
      '00:00',
    ]);
  });

  test('is not guessed where none was written', () => {
    for (const text of ['', '7', '24:00', '9:60', '13pm', '午後2時am', 'いつか', '9:00 明日', '9:', '09:000'])
      expect([text, clock(text)]).toEqual([text, undefined]);
  });

  test('every minute of the day is read back in each way of writing it', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        const told = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const [half, h] = [hour < 12, hour % 12 || 12];
        for (const text of [
          told,
          `${hour}:${minute}`,
          `${hour}時${minute}分`,
          `${half ? '午前' : '午後'}${h}時${minute}分`,
          `${h}:${minute} ${half ? 'am' : 'pm'}`,
        ])
          expect([text, clock(text)]).toEqual([text, told]);
      }),
    );
  });
});

describe('a day of every year', () => {
  test('is read as people write it, and told as month and day', () => {
    for (const text of ['12-29', '12/29', '12月29日', '29 Dec', '１２／２９', '2026-12-29'])
      expect([text, readDayOfYear(text)]).toEqual([text, '12-29']);
    expect(readDayOfYear('2月29日')).toBe('02-29');
    for (const text of ['', '13-01', '2-30', 'today', '年末'])
      expect([text, readDayOfYear(text)]).toEqual([text, undefined]);
  });

  test('each is shown in both languages as it is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), fc.constantFrom('ja', 'en'), (days, language) => {
        const told = Temporal.PlainDate.from('2024-01-01').add({ days }).toString().slice(5);
        expect(readDayOfYear(shownDayOfYear(told, language) ?? '')).toBe(told);
      }),
    );
    expect(shownDayOfYear('13-40', 'ja')).toBeUndefined();
  });
});
