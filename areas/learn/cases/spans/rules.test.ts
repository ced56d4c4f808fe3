import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesOf } from '../life/rules.ts';
import {
  precisionOf,
  type Said,
  type Span,
  saidAnew,
  saidSoFar,
  spanBetween,
  spanOf,
  spanWords,
} from './rules.ts';

test.each([
  ['約6時間', 'PT6H', 'about'],
  ['6時間ほど', 'PT6H', 'about'],
  ['about 6 hours', 'PT6H', 'about'],
  ['~6h', 'PT6H', 'about'],
  ['６時間', 'PT6H', 'hour'],
  ['5分後', 'PT5M', 'minute'],
  ['1日2時間', 'P1DT2H', 'hour'],
  ['1 day and 2 hours', 'P1DT2H', 'hour'],
  ['2週間', 'P14D', 'day'],
  ['two weeks', 'P14D', 'day'],
  ['90分', 'PT90M', 'minute'],
  ['1時間半', 'PT1H30M', 'minute'],
  ['1.5 hours', 'PT1H30M', 'minute'],
  ['半日', 'PT12H', 'hour'],
  ['約半日', 'PT12H', 'about'],
  ['half an hour', 'PT30M', 'minute'],
  ['an hour', 'PT1H', 'hour'],
  ['1:30', 'PT1H30M', 'minute'],
  ['二十三時間', 'PT23H', 'hour'],
  ['十分', 'PT10M', 'minute'],
  ['約十日', 'P10D', 'about'],
  ['48時間', 'PT48H', 'hour'],
  ['7 h 5 min', 'PT7H5M', 'minute'],
  ['PT2H30M', 'PT2H30M', 'minute'],
])('%s is understood', (said, after, precision) => {
  expect(spanOf(said)).toEqual({ after, precision });
});

test.each([
  '',
  ' ',
  '6',
  '数時間',
  '3か月',
  '10秒',
  'soon',
  '6時間と少し',
  '約',
  '1.33 minutes',
  '-5分',
  '9時30分',
  '6時',
])('«%s» is no length of time, and none is made of it', (said) => {
  expect(spanOf(said)).toBeUndefined();
});

test('what is written is understood as it was meant, in both languages', () => {
  const count = fc.integer({ min: 1, max: 99 });
  const span: fc.Arbitrary<Span> = fc.oneof(
    fc.record({
      after: count.map((n) => `P${n}D`),
      precision: fc.constantFrom('day', 'about', 'hour', 'minute'),
    }),
    fc.record({ after: count.map((n) => `PT${n}H`), precision: fc.constantFrom('hour', 'about', 'minute') }),
    fc.record({
      after: fc.tuple(count, count, count).map(([d, h, m]) => `P${d}DT${h}H${m}M`),
      precision: fc.constantFrom('minute', 'about'),
    }),
  );
  fc.assert(
    fc.property(span, fc.constantFrom('ja' as const, 'en' as const), (meant, language) => {
      const read = spanOf(spanWords(meant, language));
      expect(read?.precision).toBe(meant.precision);
      expect(minutesOf(read?.after ?? '')).toBe(minutesOf(meant.after));
    }),
  );
  for (const precision of ['minute', 'hour', 'day', 'about'] as const)
    expect(spanOf(spanWords({ after: 'PT0M', precision }, 'ja'))?.precision).toBe(precision);
});

test('between two moments', () => {
  const from = '2026-11-29T09:00:00+09:00';
  expect(spanBetween(from, '2026-11-29T00:05:00Z')).toEqual({ after: 'PT5M', precision: 'minute' });
  expect(spanBetween(from, '2026-11-30T11:30:00+09:00')?.after).toBe('P1DT2H30M');
  expect(spanBetween(from, '2026-11-29T15:00:00+09:00')).toEqual({ after: 'PT6H0M', precision: 'minute' });
  expect(spanBetween(from, from)?.after).toBe('PT0M');
  expect(spanBetween(from, '2026-11-29T08:59:00+09:00')).toBeUndefined();
});

test('of two lengths of time that are kept with one precision, the coarser stands, whichever is typed', () => {
  expect(precisionOf(['minute', 'about'])).toBe('about');
  expect(precisionOf(['about', 'minute'])).toBe('about');
  expect(precisionOf(['hour', undefined])).toBe('hour');
  expect(precisionOf(['hour', 'day'])).toBe('day');
  // «約8時間» as the end of what began after 2 hours and 30 minutes, and that end left out again.
  const roughly = saidAnew(['minute', undefined], 1, 'about');
  expect(precisionOf(roughly)).toBe('about');
  expect(precisionOf(saidAnew(roughly, 1, undefined))).toBe('minute');
  // «8時間» on the way to «8時間30分» makes nothing coarser for good.
  expect(precisionOf(saidAnew(saidAnew(['minute', 'minute'], 1, 'hour'), 1, 'minute'))).toBe('minute');
});

test('«約» goes when it was taken from both, not from one', () => {
  const kept: Said = ['about', 'about'];
  const one = saidAnew(saidSoFar(undefined, kept), 0, 'hour');
  expect(precisionOf(one)).toBe('about');
  expect(precisionOf(saidAnew(saidSoFar(one, kept), 1, 'hour'))).toBe('hour');
  // What was undone meanwhile is no longer as it was typed.
  expect(saidSoFar(['hour', 'hour'], kept)).toEqual(kept);
  expect(saidSoFar(['hour', 'about'], ['about', undefined])).toEqual(['about', undefined]);
});
