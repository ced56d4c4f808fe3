import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterLacking } from './metrics/rules.ts';
import { BOLD, badBreaks, FACES, REGULAR, widthOf, wrap } from './text.ts';

const letters = fc.stringMatching(/^[ぁ-んァ-ヴー一-龠、。「」（）0-9A-Za-z]{1,80}$/);

describe('measuring', () => {
  test('a full-width character is as wide as its size, bold or not', () => {
    expect(widthOf('漢', REGULAR, 10)).toBe(10);
    expect(widthOf('漢', BOLD, 10)).toBe(10);
  });

  test('what the font lacks counts as one em', () => {
    expect(widthOf('\u{1f600}', REGULAR, 9)).toBe(9);
  });
});

describe('wrapping', () => {
  test('no text is lost or added', () => {
    fc.assert(
      fc.property(letters, fc.integer({ min: 30, max: 200 }), (text, limit) => {
        expect(wrap(text, REGULAR, 9, limit).lines.join('')).toBe(text);
      }),
    );
  });

  test('no line begins with a closing mark or small kana, none ends with an opening bracket (JIS X 4051)', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const { lines } = wrap(text, REGULAR, 9, 90);
        for (const line of lines.slice(1))
          expect(line).not.toMatch(/^[、。」）ぁぃぅぇぉっゃゅょァィゥェォッャュョー]/);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[「（]$/);
      }),
    );
  });

  test('whatever is wrapped has no bad line end, unless a cluster is wider than any line', () => {
    const any = fc.stringMatching(/^[ぁ-んァ-ヴー一-龠、。「」（）0-9A-Za-z ,.:/'’&%-]{1,60}$/);
    fc.assert(
      fc.property(any, fc.integer({ min: 90, max: 200 }), (text, limit) => {
        const { lines, cuts } = wrap(text, REGULAR, 9, limit);
        expect(badBreaks(text, lines)).toBeLessThanOrEqual(cuts);
      }),
    );
  });

  test.each([
    ['端末、機器', ['端末', '、機器'], 1],
    ['（注）端末', ['（', '注）端末'], 1],
    ['約35,000台', ['約35,', '000台'], 1],
    ['Web server', ['We', 'b server'], 1],
    ['Web server', ['Web', 'server'], 0],
    ['一行目\n、二行目', ['一行目', '、二行目'], 0],
  ])('%s broken as %j has %i bad line ends', (text, lines, count) => {
    expect(badBreaks(text, lines)).toBe(count);
  });

  test.each([
    ['システム保守事業者', 8, ['システム', '保守事業者']],
    ['経営層（CEO、CIO等）', 8, ['経営層', '（CEO、CIO等）']],
  ])('%s in lines of %i em breaks between its parts', (name, em, lines) => {
    expect(wrap(name, BOLD, 9, em * 9)).toMatchObject({ lines, brokenPhrases: 0 });
  });

  test('a number stays with its counter and a word in one piece', () => {
    const { lines } = wrap('端末約35,000台をWebサーバーから切り離した', REGULAR, 9, 60);
    expect(lines.some((line) => line.includes('35,000台'))).toBe(true);
    expect(lines.join('|')).not.toMatch(/サー\|バー/);
  });

  test('a word longer than any line is cut rather than left to stretch its box', () => {
    expect(wrap('x'.repeat(400), REGULAR, 9, 90).width).toBeLessThanOrEqual(90);
  });

  test('an apostrophe in an English word is the narrow one; quotation marks stay', () => {
    expect(wrap('the operator’s ‘users’ data', REGULAR, 9, 300).lines).toEqual([
      "the operator's ‘users' data",
    ]);
    expect(wrap('「’」', REGULAR, 9, 300).lines).toEqual(['「’」']);
  });

  test('an English edition is measured in its Latin face, whose apostrophe is narrow as it is', () => {
    const { regular } = FACES.en;
    expect(widthOf('proxy', regular, 10)).toBeLessThan(widthOf('proxy', REGULAR, 10) * 0.9);
    expect(widthOf('漢', regular, 10)).toBe(10);
    expect(wrap('the operator’s data', regular, 9, 300).lines).toEqual(['the operator’s data']);
    expect(badBreaks('the operator’s data', ['the operator’s', 'data'])).toBe(0);
  });

  test('what some face of a document holds is no lacking letter', () => {
    expect(letterLacking('𠮷野家 髙﨑 ș ✓')).toBeUndefined();
    expect(letterLacking('任务')).toBe('务');
  });

  test('an emoji of several code points stays whole', () => {
    const family = '👩‍👩‍👧';
    expect(wrap(`${family}`.repeat(10), REGULAR, 9, 60).lines.every((line) => !line.startsWith('‍'))).toBe(
      true,
    );
  });
});
