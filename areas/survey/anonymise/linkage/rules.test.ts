import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseDocument } from '../../../learn/cases/schema.ts';
import { printedCases } from '../vocabulary/printed.ts';
import { numbersUsedIn, rareNumbers } from './rows.ts';
import { attemptsLeave, isOpen } from './rules.ts';

const told = (ja: string, en = '') =>
  caseDocument.parse({
    id: 'stopped',
    causeGroup: 'unknown',
    title: { ja, en },
    figure: { boxes: [{ id: 'a', kind: 'system', name: { ja: 'システム', en: 'System' } }] },
    sections: {},
  });
const nothing = { numbers: new Set<string>(), times: new Set<string>() };
const rows = (ja: string, en = '') =>
  rareNumbers(told(ja, en), nothing).map(({ kind, what }) => [kind, what]);

describe('what an edition could be known by', () => {
  test('is an exact count or time, in either language once, and nothing that is rounded', () => {
    expect(rows('端末37台が41分間停止した', '37 machines stopped for 41 minutes')).toEqual([
      ['count', '37台'],
      ['duration', '41分間'],
    ]);
    expect(rows('約40台、数十台、およそ3時間', 'about 40 machines, several hours, over 3 days')).toEqual([]);
    expect(rows('', 'It hit 37 machines')).toHaveLength(1);
    expect(rows('第2段階へ移った')).toEqual([]);
    // What a date was replaced by.
    expect(rows('2日後に再開', 'It resumed 2 days later')).toEqual([]);
    expect(rows('41分後に再開', 'It resumed 41 minutes later')).toHaveLength(1);
  });

  test('is nothing that published cases use', () => {
    const printed = printedCases();
    const used = numbersUsedIn(printed);
    expect(printed.flatMap((each) => rareNumbers(each, used))).toEqual([]);
    // What the other eight have, each asks of a person: a sheet that can be read through.
    const asked = printed.map(
      (each) => rareNumbers(each, numbersUsedIn(printed.filter((other) => other !== each))).length,
    );
    expect(Math.max(...asked)).toBeLessThanOrEqual(30);
  });

  test('is the same row while its words are, and another where they change', () => {
    const [before] = rareNumbers(told('端末37台が停止'), nothing);
    const [same] = rareNumbers(told('端末37台が停止'), nothing);
    const [other] = rareNumbers(told('端末37台が故障'), nothing);
    expect(same?.key).toBe(before?.key);
    expect(other?.key).not.toBe(before?.key);
  });
});

const answer = fc.constantFrom('accepted' as const, 'reworded' as const);
const small = fc.integer({ min: 1, max: 5 });
test('what is accepted is closed, what is undecided open, and what is still read was not reworded', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('count', 'duration', 'combination', 'fact'),
      answer,
      small,
      small,
      (kind, as, number, newest) => {
        expect(isOpen({ kind }, null, newest)).toBe(true);
        expect(isOpen({ kind }, { as: 'accepted', number }, newest)).toBe(false);
        expect(isOpen({ kind }, { as: 'reworded', number }, newest)).toBe(
          kind !== 'fact' || newest <= number,
        );
        return as !== undefined;
      },
    ),
  );
});

test('an attempt that found is open until a newer edition, on which somebody has to try again', () => {
  const left = (all: readonly [number, boolean][], ...alike: number[]) =>
    attemptsLeave(
      all.map(([number, found]) => ({ number, found })),
      new Set(alike),
    );
  expect(left([], 1)).toBe('none');
  expect(left([[1, false]], 1)).toBeNull();
  // Tried on an edition that reads otherwise, it tells nothing of this one; one that reads alike is the same.
  expect(left([[1, false]], 7)).toBe('none');
  expect(left([[1, false]], 1, 7)).toBeNull();
  expect(left([[1, true]], 1, 7)).toBe('found');
  expect(left([[1, false], [1, true]], 1)).toBe('found'); // biome-ignore format: one line
  expect(left([[1, false], [1, true]], 2)).toBe('none'); // biome-ignore format: one line
  expect(left([[1, true], [2, false]], 2)).toBeNull(); // biome-ignore format: one line
  expect(left([[1, false], [2, true]], 1, 3)).toBe('none'); // biome-ignore format: one line
  const attempts = fc.array(fc.record({ number: small, found: fc.boolean() }));
  fc.assert(
    fc.property(attempts, fc.uniqueArray(small), (all, alike) => {
      const same = new Set(alike);
      const leaves = attemptsLeave(all, same);
      if (all.some(({ found, number }) => found && same.has(number))) expect(leaves).toBe('found');
      if (leaves === null) expect(all.some(({ found, number }) => !found && same.has(number))).toBe(true);
      // In whichever order they were logged.
      expect(attemptsLeave(all.toReversed(), same)).toBe(leaves);
    }),
  );
});
