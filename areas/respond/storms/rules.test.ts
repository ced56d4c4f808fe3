import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { braked, countedSince } from './rules.ts';
import { toldOf } from './words.ts';

const match = (id: string, severity = 2, title = 'Storm') => ({ rule: { id, severity }, title });
const quiet = { count: 0, ruleIds: new Set<string>(), called: new Map() };
const brake = { most: 10, minutes: 10 };

describe('braked', () => {
  test('so many become incidents of their own, and what comes on top is held back', () => {
    const { alone, held } = braked(
      Array.from({ length: 5_000 }, () => match('r')),
      brake,
      quiet,
    );
    expect([alone.length, held.length]).toEqual([10, 4_990]);
  });

  test('the first match of a grave rule that has no part in it stands alone, its second does not', () => {
    const called = new Map([['r', { names: ['Storm'], kinds: ['Storm'] }]]);
    const storm = { count: 5_000, ruleIds: new Set(['r']), called };
    const { alone, held } = braked(
      [match('r', 4), match('other', 3), match('other', 3), match('mild', 2)],
      brake,
      storm,
    );
    expect(alone).toEqual([match('other', 3)]);
    expect(held).toHaveLength(3);
  });

  test('where one rule is for all that is grave, what is called otherwise than the storm stands alone, once', () => {
    const flood = Array.from({ length: 2_000 }, (_, n) => match('all', 4, `ポンプ h${n}.example.jp 停止`));
    const other = match('all', 4, '浄水場 濁度高');
    const { alone } = braked([...flood, other, ...flood, other], brake, quiet);
    expect(alone).toEqual([...flood.slice(0, 10), other]);
    const named = ['Trial 1', 'Trial 2'].map((title) => match('all', 4, title));
    const same = Array.from({ length: 2_000 }, () => match('all', 4));
    expect(braked([...same, ...named], brake, quiet).alone).toEqual([...same.slice(0, 10), ...named]);
  });

  test('a storm in which each alarm has a name of its own is held back as any other', () => {
    const letters = (n: number): string =>
      [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    for (const title of [
      (n: number) => `host ${letters(n)} down`,
      (n: number) => `Ｈ${n} 停止`,
      (n: number) => `第${String(n).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))}号 停止`,
    ]) {
      const flood = Array.from({ length: 2_000 }, (_, n) => match('all', 4, title(n)));
      const { alone, held } = braked(flood, brake, quiet);
      expect(alone).toEqual(flood.slice(0, 10));
      const kinds = flood.slice(0, 100).map((each) => each.title);
      const lately = {
        count: 2_000,
        ruleIds: new Set(['all']),
        called: new Map([['all', { names: kinds, kinds }]]),
      };
      expect(braked(held, brake, lately).alone).toEqual([]);
    }
  });

  test('nothing is lost or doubled, order is kept, and of rules that are not grave never more than set', () => {
    const rules = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b', 'c'), severity: fc.integer({ min: 0, max: 2 }) }),
    );
    fc.assert(
      fc.property(rules, fc.nat(20), fc.integer({ min: 1, max: 12 }), (given, count, most) => {
        const matches = given.map((rule) => ({ rule, title: 'Storm' }));
        const { alone, held } = braked(matches, { most, minutes: 10 }, { ...quiet, count });
        expect([...alone, ...held]).toEqual(matches);
        expect(alone.length).toBe(Math.min(matches.length, Math.max(0, most - count)));
      }),
    );
  });
});

test('what was before a storm was undone does not count again', () => {
  const now = Temporal.Instant.from('2026-11-20T02:00:00Z');
  const ago = (minutes: number) => now.subtract({ minutes });
  expect(countedSince(brake, undefined, now)).toEqual(ago(10));
  expect(countedSince(brake, ago(3), now)).toEqual(ago(3));
  expect(countedSince(brake, ago(30), now)).toEqual(ago(10));
});

test('a storm is told with its count and its largest groups, in both languages', () => {
  const storm = {
    groups: 4_990,
    signals: 5_002,
    largest: [
      { title: '濁度', groups: 1, signals: 12 },
      { title: 'Storm', groups: 4_989, signals: 4_990 },
    ],
  };
  expect(toldOf(storm, 'ja')).toBe('4990組・5002件を集約中。件数の多い順：濁度 ×12、Storm ×4990');
  expect(toldOf(storm, 'en')).toBe('5002 alarms grouped into 4990. Largest: 濁度 ×12, Storm ×4990');
});
