import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearlyHolds, numberIn, rank } from './rules.ts';
import type { Findable } from './schema.ts';

test.each([
  ['north pump station', 'pump'],
  ['north pump station', 'pmup'],
  ['north pump station', 'pimp'],
  ['north pump station', 'ppump'],
  ['north pump station', 'staton'],
  ['north pump station', 'sttaion'],
  ['北部浄水場', '北部上水場'],
  ['取水こんぷれつさ', 'こんぶれつさ'],
])('«%s» is met by «%s»', (text, word) => {
  expect(nearlyHolds(text, word)).toBe(true);
});

test.each([
  ['north pump station', 'pxxp'],
  ['north pump station', 'pmp'],
  ['水野', '水田'],
  ['server 1042', '1043'],
  ['srv-0001', 'srv-0002'],
  ['compressor', 'essur'],
  ['', 'pump'],
])('«%s» is not met by «%s»', (text, word) => {
  expect(nearlyHolds(text, word)).toBe(false);
});

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 4, maxLength: 12 });
test('any one slip in a word of four letters or more is forgiven, wherever it is', () => {
  fc.assert(
    fc.property(letters, fc.nat(), fc.constantFrom('drop', 'add', 'change', 'swap'), (word, where, how) => {
      const at = where % word.length;
      const typed = {
        drop: word.slice(0, at) + word.slice(at + 1),
        add: `${word.slice(0, at)}z${word.slice(at)}`,
        change: `${word.slice(0, at)}z${word.slice(at + 1)}`,
        swap: word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
      }[how];
      expect(nearlyHolds(`first ${word} last`, typed)).toBe(typed.length >= 4 || word.includes(typed));
    }),
  );
});

test('a number is what is meant where nothing else was typed', () => {
  expect(['3', '#3', 'no3', 'no. 3'].map(numberIn)).toEqual([3, 3, 3, 3]);
  expect(['pump 3', '3号', '', '#', '1234567890'].map(numberIn)).toEqual(Array(5).fill(undefined));
});

test('what was meant closest stands first', () => {
  const thing = (folded: string, number: number | null = null): Findable => ({
    kind: 'incident',
    id: folded,
    titleJa: folded,
    titleEn: folded,
    also: '',
    number,
    state: null,
    unit: null,
    changedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    folded,
  });
  expect(rank(thing('x', 3), '#3')).toBe(0);
  const order = ['pump', 'pumps', 'a pump', 'spump', 'pmup'];
  expect(order.map((folded) => rank(thing(folded), 'pump'))).toEqual([1, 2, 3, 4, 5]);
});
