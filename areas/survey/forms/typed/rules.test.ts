import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REPORT_PRECISIONS } from '../../content/schema.ts';
import {
  readAbsence,
  readClockError,
  readRange,
  readTime,
  readYesNo,
  shownRange,
  shownTime,
} from './rules.ts';

const told = (typed: string): string => {
  const read = readTime(typed);
  if ('wrong' in read) return read.wrong;
  return `${'at' in read ? read.at : read.wall.toString()} ${read.precision}`;
};

test.each([
  ['2024/5/1 9:00', '2024-05-01T09:00:00 minute'],
  ['２０２４／０５／０１　０９：００', '2024-05-01T09:00:00 minute'],
  ['2024-05-01 09:00:07', '2024-05-01T09:00:07 second'],
  ['2024.5.1 9時', '2024-05-01T09:00:00 hour'],
  ['2024年5月1日9時半', '2024-05-01T09:30:00 minute'],
  ['2024年5月1日（水）9時頃', '2024-05-01T09:00:00 about'],
  ['令和6年5月1日 午後3時15分ごろ', '2024-05-01T15:15:00 about'],
  ['R6.5.1 9:00', '2024-05-01T09:00:00 minute'],
  ['令和元年5月1日', '2019-05-01T00:00:00 day'],
  ['平成31年4月30日 24:00', '2019-05-01T00:00:00 minute'],
  ['2024/5/1', '2024-05-01T00:00:00 day'],
  ['20240501', '2024-05-01T00:00:00 day'],
  ['2024年5月', '2024-05-01T00:00:00 month'],
  ['2024/05', '2024-05-01T00:00:00 month'],
  ['1 May 2024 9 am', '2024-05-01T09:00:00 hour'],
  ['May 1, 2024 at 9:05 p.m.', '2024-05-01T21:05:00 minute'],
  ['about 2024-05-01 9:00', '2024-05-01T09:00:00 about'],
  ['2024/5/1 正午', '2024-05-01T12:00:00 minute'],
  ['2024/5/1 12:30 am', '2024-05-01T00:30:00 minute'],
  ['2024-05-01T09:00:00+09:00', '2024-05-01T09:00:00+09:00 second'],
  ['2024-05-01T00:00:00.5Z', '2024-05-01T00:00:00.5Z second'],
  ['2024/5/1 9:00 JST', '2024-05-01T09:00:00+09:00 minute'],
  ['2024年5月1日9時頃（日本時間）', '2024-05-01T09:00:00+09:00 about'],
  ['1 May 2024 0:30 (UTC)', '2024-05-01T00:30:00Z minute'],
  ['JST', 'unread'],
  ['5/1 9:00', 'no-year'],
  ['9:00', 'no-year'],
  ['5月1日', 'no-year'],
  ['05/01/2024', 'year-last'],
  ['2023/2/29', 'no-such-day'],
  ['2024/13/1', 'no-such-day'],
  ['2024/5/1 25:00', 'no-such-time'],
  ['2024/5/1 9:61', 'no-such-time'],
  ['2024/5/1 未明', 'unread'],
  ['昨日', 'unread'],
  ['2024/5/1 9', 'unread'],
])('the time %s is %s', (typed, wanted) => expect(told(typed)).toBe(wanted)); // biome-ignore format: a table

test.each([
  ['300', [300, 300]], ['約300', [300, 300]], ['１００～２００', [100, 200]], ['100〜200人', [100, 200]], ['1,200台', [1200, 1200]],
  ['1万2千', [12000, 12000]], ['1.2万人', [12000, 12000]], ['100-200', [100, 200]], ['100 to 200 users', [100, 200]], ['between 5 and 9', [5, 9]],
  ['0', [0, 0]], ['300名程度', [300, 300]], ['100人から200人まで', [100, 200]], ['100人以上', 'open'], ['10+', 'open'], ['up to 50', 'open'],
  ['200～100', 'upside-down'], ['多数', 'unread'], ['12 34', 'unread'], ['1 200', [1200, 1200]], ['1,2', 'unread'], ['3 万 人', [30000, 30000]], ['1.5', 'unread'], ['-5', 'open'], ['1～2～3', 'unread'],
] as const)('the number %s is %j', (typed, wanted) => {
  const read = readRange(typed);
  expect('wrong' in read ? read.wrong : [read.low, read.high]).toEqual(wanted);
}); // biome-ignore format: a table

test.each([['30', 30], ['±30秒', 30], ['2 min', 120], ['約1分', 60], ['１時間', 3600], ['なし', 0], ['0.5秒', 1], ['ずれあり', undefined]])(
  'the clock error %s is %s seconds',
  (typed, wanted) => expect(readClockError(typed)).toBe(wanted),
); // biome-ignore format: a table

test('yes, no and having nothing to say are told apart', () => {
  expect(['はい', 'ＹＥＳ', '○', 'TRUE'].map(readYesNo)).toEqual([true, true, true, true]);
  expect(['いいえ', '×', 'no', 'False'].map(readYesNo)).toEqual([false, false, false, false]);
  expect(readYesNo('多分')).toBeUndefined();
  expect(['不明', 'Unknown', '―', '記載なし', '300'].map(readAbsence)).toEqual(['notKnown', 'notKnown', 'notStated', 'notStated', undefined]); // biome-ignore format: one thing
});

test('what a form shows is read as the same', () => {
  const walls = fc
    .tuple(fc.integer({ min: 0, max: 4_000_000_000 }), fc.integer({ min: 0, max: 999_999_999 }))
    .map(([seconds, nanoseconds]) => Temporal.PlainDateTime.from('1950-01-01').add({ seconds, nanoseconds: nanoseconds % 3 ? 0 : nanoseconds })); // biome-ignore format: one thing
  fc.assert(
    fc.property(walls, fc.constantFrom(...REPORT_PRECISIONS), (wall, precision) => {
      const read = readTime(shownTime(wall, precision));
      expect('wall' in read && read.wall.toString()).toBe(wall.toString());
    }),
  );
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (one, other) => {
      const range = { low: Math.min(one, other), high: Math.max(one, other) };
      expect(readRange(shownRange(range))).toEqual(range);
    }),
  );
});

test('nothing that is typed throws or takes long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      for (const read of [readTime, readRange, readYesNo, readClockError, readAbsence]) read(typed);
    }),
  );
  // Of the processor: a machine that is busy is merely slow.
  const begun = process.cpuUsage().user;
  for (const each of ['9', ' ', '約', '1万', 'a.m.', '(', '2024年', '0,', '~', '人', 'JST', 'JST ', '月'])
    for (const read of [readTime, readRange, readClockError])
      for (const times of [60, 199, 5_000]) read(each.repeat(times));
  expect(process.cpuUsage().user - begun).toBeLessThan(2_000_000);
});
