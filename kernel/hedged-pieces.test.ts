import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Certainty, DOUBTS, type Hedge, type Hedged, rankOf } from './certainty.ts';
import { cutText, joinTexts } from './hedged-pieces.ts';
import { partsOf } from './hedges.ts';
import type { Language } from './language.ts';

/** How certain each letter of a text is printed, blanks left out. */
const grades = (text: Hedged, language: Language): { letter: string; certainty: Certainty }[] =>
  partsOf(text, language).flatMap(({ text: words, certainty }) =>
    [...words]
      .filter((letter) => letter.trim())
      .map((letter) => ({ letter, certainty: certainty ?? 'confirmed' })),
  );

/** Texts of few letters, so that the same words stand in them more than once, with doubts on pieces of them. */
const letters = fc.string({ unit: fc.constantFrom('あ', 'い', '。', ' '), maxLength: 14 });
const hedged: fc.Arbitrary<Hedged> = fc
  .record({
    ja: letters,
    en: letters,
    spans: fc.array(
      fc.tuple(
        fc.constantFrom(...DOUBTS),
        fc.boolean(),
        fc.array(fc.nat(14), { minLength: 4, maxLength: 4 }),
      ),
      {
        maxLength: 3,
      },
    ),
  })
  .map(({ ja, en, spans }) => {
    const part = (text: string, a = 0, b = 0): string => text.slice(Math.min(a, b), Math.max(a, b));
    const hedges = spans.map(
      ([certainty, whole, [a, b, c, d]], i): Hedge => ({
        id: `h${i}`,
        certainty,
        ...(!whole && { words: { ja: part(ja, a, b), en: part(en, c, d) } }),
      }),
    );
    return { ja, en, ...(hedges.length > 0 && { hedges }) };
  });

function expectNoRise(before: ReturnType<typeof grades>, after: ReturnType<typeof grades>): void {
  expect(after.map(({ letter }) => letter)).toEqual(before.map(({ letter }) => letter));
  after.forEach(({ certainty }, i) => {
    expect(rankOf(certainty)).toBeLessThanOrEqual(rankOf(before[i]?.certainty ?? 'confirmed'));
  });
}

describe('a text cut and joined', () => {
  test('keeps its letters in both languages, and none becomes more certain', () => {
    fc.assert(
      fc.property(hedged, fc.nat(14), fc.nat(14), (text, ja, en) => {
        const at = { ja: Math.min(ja, text.ja.length), en: Math.min(en, text.en.length) };
        const halves = cutText(text, at);
        for (const language of ['ja', 'en'] as const)
          expectNoRise(
            grades(text, language),
            halves.flatMap((half) => grades(half, language)),
          );
      }),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(hedged, hedged, (first, second) => {
        for (const language of ['ja', 'en'] as const)
          expectNoRise(
            [first, second].flatMap((each) => grades(each, language)),
            grades(joinTexts(first, second), language),
          );
      }),
      { numRuns: 1_000 },
    );
  });

  test('a marked phrase goes where its words go, and both halves of a cut one stay in doubt', () => {
    const text: Hedged = {
      ja: '設備は停止した。原因は不明である。',
      en: 'The plant stopped. The cause is unclear.',
      hedges: [{ id: 'h1', certainty: 'unknown', words: { ja: '原因は不明', en: 'The cause is unclear' } }],
    };
    expect(cutText(text, { ja: 8, en: 18 })).toEqual([
      { ja: '設備は停止した。', en: 'The plant stopped.' },
      { ja: '原因は不明である。', en: 'The cause is unclear.', hedges: text.hedges },
    ]);
    const [head, tail] = cutText(text, { ja: 11, en: 28 });
    expect(head.hedges?.[0]?.words).toEqual({ ja: '原因は', en: 'The cause' });
    expect(tail.hedges?.[0]?.words).toEqual({ ja: '不明', en: 'is unclear' });
  });

  test('a doubt of the whole is one of its words where more follow', () => {
    const doubtful: Hedged = {
      ja: '停止した。',
      en: 'It stopped.',
      hedges: [{ id: 'h1', certainty: 'likely' }],
    };
    expect(
      joinTexts(doubtful, {
        ja: '復旧した。',
        en: 'It is back.',
        hedges: [{ id: 'h1', certainty: 'possible' }],
      }),
    ).toEqual({
      ja: '停止した。復旧した。',
      en: 'It stopped. It is back.',
      hedges: [
        { id: 'h1', certainty: 'likely', words: { ja: '停止した。', en: 'It stopped.' } },
        { id: 'h1-2', certainty: 'possible', words: { ja: '復旧した。', en: 'It is back.' } },
      ],
    });
    expect(joinTexts(doubtful, { ja: '', en: ' ' })).toBe(doubtful);
  });
});
