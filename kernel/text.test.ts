import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, fillIn, foldKana, harmlessCell } from './text.ts';

describe('a cell of a spreadsheet', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u000b=1',
    '＝HYPERLINK("x")',
    '＋１',
    '－１',
    '＠名',
    '﹣1',
    '﹢1',
    '﹦1',
    '﹫x',
  ])('%j is told apart', (text) => expect(harmlessCell(text)).toBe(`'${text}`));
  test.each(['', '上水', 'a=b', ' =1', '−5', '(＝)', '1-2', '’', '・＝'])('%j stays as it is', (text) =>
    expect(harmlessCell(text)).toBe(text),
  );
});

test('whatever is written into XML can be read from it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = escapeHtml(text);
      expect(written).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      expect(written.replace(/&#\d+;/g, '')).not.toMatch(/[&<>"']/);
    }),
  );
  expect(escapeHtml('a\u0000\u0008\u000b\u001f\ufffe\ud83d<b>')).toBe('a&#60;b&#62;');
  expect(escapeHtml('改行\nとタブ\tと😀')).toBe('改行\nとタブ\tと😀');
});

test('a search makes no difference between kana, widths and long vowels', () => {
  for (const written of ['サーバー', 'サーバ', 'ｻｰﾊﾞｰ', 'さーばー', 'さば'])
    expect(foldKana(written)).toBe('さば');
  expect(foldKana('Ｐｕｍｐ　ポンプ')).toBe('pump ぽんぷ');
  // Not a long vowel where no kana stands before it.
  expect(foldKana('Aー1')).toBe('aー1');
});

test('of one there is one, and of every other number there are many', () => {
  const told = (n: number | string) => fillIn('{n} {n|machine is|machines are} left ({x|a|b})', { n });
  expect([0, 1, 2, 21, '1', '1,000'].map(told)).toEqual([
    '0 machines are left (b)',
    '1 machine is left (b)',
    '2 machines are left (b)',
    '21 machines are left (b)',
    '1 machine is left (b)',
    '1,000 machines are left (b)',
  ]);
  expect(fillIn('{name} a|b|c {n}', { name: '{n|x|y}', n: 1 })).toBe('{n|x|y} a|b|c 1');
});
