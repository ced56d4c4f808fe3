import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Language } from '../../../kernel/language.ts';
import { FACES, NO_END, NO_START, widthOf } from '../../figure/text.ts';
import type { Said } from '../content.ts';
import { linesOf, MARK, paragraphOf } from './lines.ts';

const plain = (text: string): Said => [{ text }];
const words = (line: Said): string => line.map(({ text }) => text).join('');
const set = (text: string, language: Language, width: number): string[] =>
  linesOf(paragraphOf(plain(text), [], language), 10, width).map(words);

test.each([
  ['ja', '業務部門の機器でも、どうしても媒体をつなぐときは毎回スキャンすることにした。', 350],
  ['ja', '管理用端末のポートを物理的にふさいだうえで、利用の手順を関係する部門へ周知した。', 380],
  ['en', 'The specialist body analysed the malware and advised on what to do.', 275],
  ['en', 'The USB ports of the management terminal were physically blocked.', 270],
] as const)('%s: no last line of three letters or one word: %s', (language, text, width) => {
  const lines = set(text, language, width);
  const last = lines.at(-1) ?? '';
  expect(lines.length).toBeGreaterThan(1);
  if (language === 'ja') expect([...last].length).toBeGreaterThan(3);
  else expect(last).toMatch(/\S \S/);
});

test('a mark stays with the word before it, wherever the line ends', () => {
  const said: Said = [
    { text: '監視は強めるべきであった', certainty: 'possible', mark: '可能性あり' },
    { text: '。' },
  ];
  for (let width = 60; width < 200; width += 1)
    for (const line of linesOf(paragraphOf(said, ['検討中'], 'ja'), 10, width)) {
      expect(words(line).trim()).not.toBe('');
      expect(line[0]?.text).not.toBe('');
    }
});

test('marks are measured with the words', () => {
  const said: Said = [{ text: 'あ'.repeat(20), mark: '可能性が高い' }];
  const width = widthOf('あ'.repeat(20), FACES.ja.regular, 10) + 5;
  expect(linesOf(paragraphOf(said, [], 'ja'), 10, width).length).toBe(2);
  expect(linesOf(paragraphOf(plain('あ'.repeat(20)), [], 'ja'), 10, width).length).toBe(1);
  expect(MARK.size).toBeLessThan(1);
});

test('where doubt begins and ends is kept across lines, each part once', () => {
  const said: Said = [
    { text: 'It is ' },
    { text: 'likely that the route was a USB stick', certainty: 'likely' },
    { text: '.' },
  ];
  const lines = linesOf(paragraphOf(said, [], 'en'), 10, 90);
  const doubted = lines.flat().filter(({ certainty }) => certainty === 'likely');
  expect(doubted.map(({ text }) => text.trim()).join(' ')).toBe('likely that the route was a USB stick');
  expect(lines.map(words).join(' ')).toBe('It is likely that the route was a USB stick.');
});

const japanese = fc
  .array(
    fc.constantFrom(
      'サーバー',
      '通信',
      'を',
      '復旧',
      'した',
      '。',
      '、',
      '35,000台',
      '「',
      '」',
      'DDoS',
      'が',
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((list) => list.join(''));
const english = fc
  .array(fc.constantFrom('the', 'operator’s', 'system', 'well-known', '35,000', 'a', 'restored,', 'of'), {
    minLength: 1,
    maxLength: 60,
  })
  .map((list) => list.join(' '));

test('any text comes out whole, within its width, against no rule of line ends', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.tuple(fc.constant<Language>('ja'), japanese),
        fc.tuple(fc.constant<Language>('en'), english),
      ),
      fc.integer({ min: 120, max: 420 }),
      ([language, text], width) => {
        const lines = set(text, language, width);
        const joined = lines.join(language === 'ja' ? '' : ' ').replaceAll('- ', '-');
        expect(joined.replaceAll('’', "'")).toBe(text.replaceAll('’', "'"));
        const font = FACES[language].regular;
        for (const line of lines) expect(widthOf(line, font, 10)).toBeLessThanOrEqual(width);
        if (language === 'ja')
          lines.slice(0, -1).forEach((line, i) => {
            const [before, after] = [[...line].at(-1) ?? '', [...(lines[i + 1] ?? '')][0] ?? ''];
            // Brackets without end may leave no other way.
            if (!/[「」]{6,}/.test(text)) expect(NO_END.has(before) || NO_START.has(after)).toBe(false);
          });
      },
    ),
    { numRuns: 300 },
  );
});
