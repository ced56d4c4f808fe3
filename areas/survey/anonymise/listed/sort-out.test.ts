import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from '../folding/fold-text.ts';
import { sortOut } from './sort-out.ts';
import type { Candidate } from './unlisted.ts';

const candidate = (names: string[], aliases: string[] = [], more: Partial<Candidate> = {}): Candidate => ({
  kind: 'organisation',
  names,
  aliases,
  origin: 'word',
  ...more,
});
const listed = (names: string[], aliases: string[] = []) => ({
  ...candidate(names, aliases),
  id: names.join(),
  version: 1,
  label: null,
});

test('who has a name that is known is the same, with every other word it is called by', () => {
  const label = { ja: '甲社', en: 'Company A' };
  expect(
    sortOut([candidate(['東西電力']), candidate(['東西電力', 'Tozai'], ['TZP'], { label })], [], []).fresh,
  ).toEqual([candidate(['東西電力', 'Tozai'], ['TZP'], { label })]);
  const on = listed(['東西電力'], ['TZP']);
  expect(sortOut([candidate(['ＴＺＰ', 'Tozai'], ['とうざい', 'とうざい'])], [on], [])).toEqual({
    fresh: [],
    more: [{ of: on, names: ['Tozai'], aliases: ['とうざい'] }],
  });
});

test('two that share an alias alone stay two, and the word is listed once', () => {
  const { fresh } = sortOut(
    [candidate(['東西電力'], ['A社']), candidate(['南北電力'], ['A社', 'NBP'])],
    [],
    [],
  );
  expect(fresh).toEqual([candidate(['東西電力'], ['A社']), candidate(['南北電力'], ['NBP'])]);
});

test('what was taken off does not come back, and a letter alone keeps no name off', () => {
  expect(
    sortOut([candidate(['東西電力'], ['TZP']), candidate(['南北電力', 'X'], ['東西電力'])], [], ['東西電力']),
  ).toEqual({ fresh: [candidate(['南北電力'])], more: [] });
});

test('no word is lost, however many one is called by, and each is listed once', () => {
  const words = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
  const named = (numbers: number[]) => numbers.map((n) => `社${String.fromCharCode(0x4e00 + n)}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 8 }), words, (told, standing) => {
      const candidates = told.map(([names, aliases]) => candidate(named(names).slice(0, 50), named(aliases)));
      const on = listed(named(standing).slice(0, 50));
      const { fresh, more } = sortOut(candidates, [on], []);
      const got = [...fresh, ...more, on].flatMap(({ names, aliases }) => [...names, ...aliases]);
      const once = got.filter((word) => !on.names.includes(word)).map(foldName);
      expect(new Set(once).size).toBe(once.length);
      const all = candidates.flatMap(({ names, aliases }) => [...names, ...aliases]);
      const known = new Set(got.map(foldName));
      expect(all.filter((word) => !known.has(foldName(word)))).toEqual([]);
      for (const { names, aliases } of fresh) {
        expect(names.length).toBeGreaterThan(0);
        expect([names.length <= 50, aliases.length <= 100]).toEqual([true, true]);
      }
    }),
  );
});
