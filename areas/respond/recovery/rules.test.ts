import fc from 'fast-check';
import { expect, test } from 'vitest';
import { burnDownOf, compare, containmentOf, forecastOf, readMovedLine } from './rules.ts';
import { ITEM_STATES } from './schema.ts';

const NOW = Temporal.Instant.from('2026-11-20T12:00:00Z');
const ago = (hours: number) => NOW.subtract({ minutes: Math.round(hours * 60) });

test('at the pace of the last day; where nothing came back lately nobody knows', () => {
  const steady = Array.from({ length: 240 }, (_, n) => ago(n / 10));
  const forecast = forecastOf(480, steady, ago(100), NOW);
  expect(forecast.perHour).toBeCloseTo(10, 0);
  expect(forecast.at?.since(NOW).total('hours')).toBeCloseTo(48, 0);
  expect(forecastOf(480, [ago(30)], ago(100), NOW)).toMatchObject({ at: undefined, perHour: 0 });
  expect(forecastOf(0, [], ago(1), NOW).at?.equals(NOW)).toBe(true);
});

test('a board that is an hour old is measured over that hour, never over less', () => {
  expect(forecastOf(10, [ago(0.2)], ago(0.1), NOW)).toMatchObject({ overHours: 1, perHour: 1 });
});

test('the burn-down has every day between the first and the last, and never falls', () => {
  expect(
    burnDownOf(
      new Map([
        ['2026-11-20', 2],
        ['2026-11-22', 3],
      ]),
    ),
  ).toEqual([
    { day: '2026-11-20', restored: 2 },
    { day: '2026-11-21', restored: 2 },
    { day: '2026-11-22', restored: 5 },
  ]);
  expect(burnDownOf(new Map())).toEqual([]);
});

test('both, only one and only the other are the whole', () => {
  const keys = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String));
  fc.assert(
    fc.property(keys, keys, (affected, reported) => {
      const { both, onlyReported, onlyAffected } = compare(new Set(affected), new Set(reported));
      expect(both + onlyReported.length).toBe(reported.length);
      expect(both + onlyAffected).toBe(affected.length);
    }),
  );
});

test('containment: open until it is said, unconfirmed until it was looked at again, growing wherever the last look found more', () => {
  const looks = (...affected: number[]) => affected.map((n, i) => ({ at: ago(10 - i), affected: n }));
  expect(containmentOf(undefined, [])).toBe('open');
  expect(containmentOf(undefined, looks(3, 3))).toBe('open');
  expect(containmentOf(ago(9.5), looks(3))).toBe('unconfirmed');
  expect(containmentOf(ago(1), looks(3, 3))).toBe('unconfirmed');
  expect(containmentOf(ago(9.5), looks(3, 3))).toBe('confirmed');
  expect(containmentOf(ago(9.5), looks(3, 2))).toBe('confirmed');
  expect(containmentOf(ago(9.5), looks(3, 4))).toBe('growing');
});

test('a line of a table is read as it was meant, or says which cell is wrong', () => {
  fc.assert(
    fc.property(
      fc.record({ key: fc.string(), state: fc.string(), wave: fc.string(), blocker: fc.string() }),
      (line) => {
        const read = readMovedLine(2, line);
        if ('mend' in read) return ['key', 'state', 'wave'].includes(read.field);
        return read.key !== '' && (read.state === undefined || ITEM_STATES.includes(read.state));
      },
    ),
  );
  expect(readMovedLine(7, { key: ' pc-1 ', state: 'restored', wave: '２' })).toEqual({
    row: 7,
    key: 'pc-1',
    state: 'restored',
    blocker: undefined,
    wave: 2,
  });
  const ours = {
    key: 'a',
    state: 'blocked',
    was: 'blocked',
    wave: '2',
    was_wave: '2',
    blocker: '部品',
    was_blocker: '部品',
  };
  expect(readMovedLine(7, ours)).toEqual({
    row: 7,
    key: 'a',
    state: undefined,
    wave: undefined,
    blocker: undefined,
  });
  expect(readMovedLine(7, { ...ours, wave: '3', blocker: '' })).toMatchObject({ wave: 3, blocker: '' });
  expect(readMovedLine(7, { key: 'a', blocker: '' })).toMatchObject({ blocker: undefined });
  expect(readMovedLine(7, { key: '', state: 'restored' })).toMatchObject({ row: 7, field: 'key' });
  expect(readMovedLine(7, { key: 'a', wave: '100' })).toMatchObject({ field: 'wave' });
});
