import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTime, remarksOnTimes } from './times.ts';

const THEN = '2026-01-05T09:08:07Z';

describe('times of senders', () => {
  test.each([
    '2026-01-05T09:08:07Z',
    '2026-01-05t09:08:07z',
    '2026-01-05 09:08:07 UTC',
    '2026-01-05 09:08:07Z',
    '2026-01-05 18:08:07 JST',
    '2026-01-05 18:08:07 +0900',
    '2026-01-05 18:08:07 +0900 JST',
    '2026-01-05 18:08:07 +0900 JST m=+0.012',
    '2026-01-05T18:08:07+09',
    '2026-01-05T18:08:07+9:00',
    '2026-01-05T18:08:07+09.00',
    '2026-01-05 18:08:07 UTC+9',
    '2026-01-05T18:08:07+09:00[Asia/Tokyo]',
    '2026-01-05 18:08:07 Asia/Tokyo',
    '2026/01/05 09:08:07 GMT',
    '2026/1/5 9:08:07 GMT',
    '2026.01.05 09:08:07 UTC',
    '2026年1月5日 18時08分07秒 JST',
    '２０２６-０１-０５ 09:08:07 UTC',
    '20260105T090807Z',
    '20260105090807Z',
    '2026-01-05T09:08:07,000Z',
    'Mon, 05 Jan 2026 09:08:07 GMT',
    'Mon, 5 Jan 2026 18:08:07 +0900',
    '05 Jan 2026 09:08:07 UTC',
    '05-Jan-2026 09:08:07 UTC',
    'Mon Jan  5 09:08:07 UTC 2026',
    'Jan 5, 2026 09:08:07 AM UTC',
    '1767604087',
    '1767604087000',
    '1767604087000000',
    '1767604087000000000',
    '1767604087.0',
    1_767_604_087,
    '1.767604087e9',
    '/Date(1767604087000)/',
    '@1767604087',
    '1767604087s',
    '{"seconds":"1767604087","nanos":0}',
    '{"$date":"2026-01-05T09:08:07Z"}',
    '{"$date":{"$numberLong":"1767604087000"}}',
    'Mon Jan 05 2026 18:08:07 GMT+0900 (日本標準時)',
    '令和8年1月5日 18:08:07 JST',
    'R8/1/5 18:08:07 JST',
    '2026年1月5日（月）18時8分7秒 JST',
    '2026年1月5日18時08分07秒JST',
    '2026年01月05日 午後6時08分07秒 JST',
    '2026/01/05(月) 18:08:07 JST',
    '2026/01/05 18:08:07 (JST)',
    '2026-01-05 午後6:08:07 +09:00',
    '2026-01-05 18:08:07 日本時間',
    '20260105 090807Z',
    '2026-01-05-09:08:07 UTC',
    '2026-01-05 9:8:7 UTC',
    '2026‐01‐05 09:08:07 UTC',
    '2026-01-05, 09:08:07 UTC',
    '2026-01-05 at 09:08:07 UTC',
    'January 5th, 2026 9:08:07 AM UTC',
    '2026-01-05T09:08:07.Z',
  ])('%s is read', (text) => {
    const { time, remark } = readTime(text);
    expect([time?.toString(), remark]).toEqual([THEN, undefined]);
  });

  test('a time without a zone is read in the zone that was set, one with a zone is not', () => {
    expect(readTime('2026-01-05 18:08:07', 'Asia/Tokyo').time?.toString()).toBe(THEN);
    expect(readTime('2026-01-05 09:08:07 UTC', 'Asia/Tokyo').time?.toString()).toBe(THEN);
  });

  test('parts of a second are kept', () => {
    expect(readTime('1767604087.5').time?.toString()).toBe('2026-01-05T09:08:07.5Z');
    expect(readTime('1767604087123').time?.toString()).toBe('2026-01-05T09:08:07.123Z');
    expect(readTime('2026-01-05 09:08:07,25 UTC').time?.toString()).toBe('2026-01-05T09:08:07.25Z');
  });

  test.each([
    undefined,
    null,
    '',
    '0',
    0,
    '0.0',
    '0001-01-01T00:00:00Z',
    '0000-00-00 00:00:00',
    'N/A',
    '-',
    'null',
  ])('%s means that it is not known, which is nothing odd', (value) =>
    expect(readTime(value)).toEqual({ time: undefined, remark: undefined }),
  );

  test.each([
    '2026-01-05 09:08:07',
    '2026-01-05T09:08:07',
    'yesterday',
    '253402300799',
    '令和8年13月5日 18:08:07 JST',
    'Jan  5 09:08:07',
    '2026-01-05 at noon',
    '[2026,1,5,9,8,7]',
    '01/05/2026 09:08:07 UTC',
    '2026-02-30 09:08:07 UTC',
    '2026-01-05 25:08:07 UTC',
    '2026-01-05 09:08:07 XYZ',
    '2026-01-05 09:08:07 IST',
    '+200000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-12:00',
    '0001-01-02T00:00:00+25:00',
    'Fri, 31 Dec 9999 23:59:59 EDT',
    '99999999999999999999999',
    '-5',
    '20260105',
    {},
    true,
  ])('%s is not guessed: unknown, with what was written', (value) => {
    const { time, remark } = readTime(value);
    expect(time).toBeUndefined();
    expect(remark?.ja && remark.en).toContain(typeof value === 'string' ? value : JSON.stringify(value));
  });

  test('whatever is given, it is read or remarked on, quickly, and never a crash', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue(), fc.double()), (value) => {
        const { time, remark } = readTime(value);
        expect(time === undefined || remark === undefined).toBe(true);
      }),
    );
  });
});

test('an end before the start and a start ahead are remarked on; clocks that differ a little are not', () => {
  const now = Temporal.Instant.from(THEN);
  const at = (seconds: number) => now.add({ seconds });
  expect(remarksOnTimes(at(-5), at(-10), now)).toHaveLength(1);
  expect(remarksOnTimes(at(3_600), at(0), now)).toHaveLength(2);
  expect(remarksOnTimes(at(30), at(60), now)).toEqual([]);
  expect(remarksOnTimes(undefined, undefined, now)).toEqual([]);
});
