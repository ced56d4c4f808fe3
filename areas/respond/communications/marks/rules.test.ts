import fc from 'fast-check';
import { expect, test } from 'vitest';
import { says } from '../../../../kernel/alike.ts';
import { marksOf, piecesOf } from './rules.ts';

const marked = (text: string, ...words: string[]) =>
  piecesOf(text, marksOf(text, words))
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

test.each([
  ['ＤＤｏＳ攻撃により照会ができません', ['DDoS'], ['ＤＤｏＳ']],
  ['DDoS と ddos', ['DDoS'], ['DDoS', 'ddos']],
  ['原因はランサムウェアです。', ['ランサムウェア'], ['ランサムウェア']],
  ['原因はﾗﾝｻﾑｳｪｱです。', ['ランサムウェア'], ['ﾗﾝｻﾑｳｪｱ']],
  ['システムの不具合により照会ができません', ['DDoS'], []],
  ['', ['DDoS'], []],
])('%s, of which %o is withheld, marks %o', (text, words, wanted) => {
  expect(marked(text, ...words)).toEqual(wanted);
});

test('what would be stopped is marked, what is marked would be stopped, and the pieces are the whole text', () => {
  const word = fc.constantFrom('DDoS', '原因', 'ランサムウェア', 'pump two');
  const piece = fc.oneof(word, fc.constantFrom('ｄｄｏｓ', 'です。', ' and ', '原 因', 'x', '。', 'ポンプ'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), word, (pieces, withheld) => {
      const text = pieces.join('');
      const marks = marksOf(text, [withheld]);
      expect(marks.length > 0).toBe(says(text, withheld));
      for (const { from, to } of marks) expect(says(text.slice(from, to), withheld)).toBe(true);
      expect(
        piecesOf(text, marks)
          .map((each) => each.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
