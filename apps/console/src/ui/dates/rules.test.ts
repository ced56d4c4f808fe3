import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../../../kernel/language.ts';
import { meantBy, onWall, readDate, readDateTime, readTime, shownDate, shownDateTime } from './rules.ts';

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
