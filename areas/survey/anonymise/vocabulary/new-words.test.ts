import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../../learn/cases/read-case.ts';
import { textsOf } from '../../../learn/cases/texts/rules.ts';
import { WORD_SORTS } from '../deciding/schema.ts';
import { newWords, PUBLISHED_FRAME, vocabularyOf } from './new-words.ts';

const folder = new URL('../../../../cases/', import.meta.url);
const cases = fs
  .readdirSync(folder)
  .filter((file) => /^\d.*\.yaml$/.test(file))
  .map((file) => textsOf(readCase(fs.readFileSync(new URL(file, folder), 'utf8'))).map(({ text }) => text));

/** So many words a person decides on for one case. */
const MOST = 40;

test.each(cases.map((texts, i) => [i + 1, texts] as const))(
  'case %i asks no more than 40 words, with what the other eight have published',
  (number, texts) => {
    const others = cases.filter((_, i) => i + 1 !== number).flat();
    const asked = newWords(texts, vocabularyOf([...PUBLISHED_FRAME, ...others]));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.length).toBeLessThanOrEqual(MOST);
  },
);

describe('no name passes unasked', () => {
  const known = vocabularyOf([...PUBLISHED_FRAME, ...cases.flat()]);
  const listed = fs
    .readFileSync(new URL('../finding/names.test.txt', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => line.split(' | ').slice(1))
    .filter((name) => /[\p{L}]/u.test(name) && !/\d/.test(name));
  test('of a hundred houses, places, people and products, in Japanese sentences', () => {
    const unasked = listed.filter(
      (name) => newWords([{ ja: `昨日、${name}の担当者から連絡があった。`, en: '' }], known).length === 0,
    );
    expect(listed.length).toBeGreaterThan(100);
    expect(unasked).toEqual([]);
  });
  test('a case published once is not asked about again', () => {
    expect(newWords(cases[0] ?? [], known)).toEqual([]);
  });
});

test('the most telling come first', () => {
  const asked = newWords(
    [{ ja: '青北製作所のケストレルとKestrelwaveを確認した。', en: 'They checked Kestrelwave.' }],
    new Set(),
  );
  const order = asked.map(({ sort }) => WORD_SORTS.indexOf(sort));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(asked[0]).toEqual({ word: 'Kestrelwave', sort: 'latin', count: 2 });
});
