import { jaModel, Parser } from 'budoux';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phrasesOf } from './phrases.ts';

const theirs = new Parser(jaModel);

test('phrases end where BudouX ends them', () => {
  expect(phrasesOf('')).toEqual([]);
  expect(phrasesOf('今日は天気です。')).toEqual(['今日は', '天気です。']);
  const letter = fc.constantFrom(...'あいうのがをはにへとアイン備今日事故対応、。・（）「」AB 1ー');
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 40 }), (text) => {
      expect(phrasesOf(text)).toEqual(theirs.parse(text));
    }),
  );
});
