import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOUBTS, type Hedged, rankOf } from './certainty.ts';
import { looseHedges, partsOf, rewritten, saysDoubt, spelledText } from './hedges.ts';

const patch: Hedged = {
  ja: 'サーバーは停止した。原因は不良パッチだった。',
  en: 'The server stopped. A faulty patch was the cause.',
  hedges: [
    {
      id: 'h1',
      certainty: 'presumed',
      words: { ja: '原因は不良パッチだった', en: 'A faulty patch was the cause' },
    },
  ],
};

describe('what is in doubt', () => {
  test('is a phrase: the fact beside it keeps no mark', () => {
    expect(partsOf(patch, 'ja')).toEqual([
      { text: 'サーバーは停止した。' },
      { text: '原因は不良パッチだった', certainty: 'presumed', mark: '推定' },
      { text: '。' },
    ]);
    expect(spelledText(patch, 'en')).toBe('The server stopped. A faulty patch was the cause [presumed].');
  });

  test('is said once: words that say their grade themselves get no mark', () => {
    const said: Hedged = {
      ja: 'USBが経路だった可能性が高い。',
      en: 'USB was the likely route.',
      hedges: [{ id: 'h1', certainty: 'likely' }],
    };
    expect(spelledText(said, 'ja')).toBe(said.ja);
    expect(spelledText(said, 'en')).toBe(said.en);
    expect(spelledText({ ...said, hedges: [{ id: 'h1', certainty: 'possible' }] }, 'ja')).toBe(
      `${said.ja}［可能性あり］`,
    );
  });

  test('is the whole text where its words are gone, or empty', () => {
    const gone = { ...patch, ja: '別の文。' };
    expect(looseHedges(gone, 'ja')).toHaveLength(1);
    expect(spelledText(gone, 'ja')).toBe('別の文。［推定］');
    const empty = {
      ...patch,
      hedges: [{ id: 'h1', certainty: 'likely', words: { ja: '', en: 'patch' } }],
    } as const;
    expect(spelledText(empty, 'ja')).toBe(`${patch.ja}［可能性が高い］`);
  });

  test('the same words twice are two places', () => {
    const twice: Hedged = {
      ja: 'AかB、AかB',
      en: 'A or B, A or B',
      hedges: [
        { id: 'h1', certainty: 'likely', words: { ja: 'A', en: 'A' } },
        { id: 'h2', certainty: 'possible', words: { ja: 'A', en: 'A' } },
      ],
    };
    expect(spelledText(twice, 'en')).toBe('A [likely] or B, A [possible] or B');
  });
});

test('words that say one grade do not pass for another', () => {
  expect(saysDoubt('可能性が極めて低い', 'likely', 'ja')).toBe(true);
  expect(saysDoubt('可能性が高い', 'possible', 'ja')).toBe(false);
  expect(saysDoubt('経路は明らかでない', 'unknown', 'ja')).toBe(true);
  expect(saysDoubt('経路は明らかになった', 'unknown', 'ja')).toBe(false);
  expect(saysDoubt('it is not yet known', 'unknown', 'en')).toBe(true);
  expect(saysDoubt('the mayor knew', 'possible', 'en')).toBe(false);
});

test('a change within the words in doubt belongs to them, a change beside them moves nothing', () => {
  const words = (text: Hedged) => text.hedges?.[0]?.words?.ja;
  expect(words(rewritten(patch, 'ja', 'サーバーは停止した。原因は不具合のあるパッチだった。'))).toBe(
    '原因は不具合のあるパッチだった',
  );
  expect(words(rewritten(patch, 'ja', '一部のサーバーは停止した。原因は不良パッチだった。'))).toBe(
    '原因は不良パッチだった',
  );
});

const hedgedText = fc
  .record({ ja: fc.string({ maxLength: 40 }), en: fc.string({ maxLength: 40 }) })
  .chain((words) => {
    const piece = (text: string) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length))
        .map(([a, b]) => text.slice(Math.min(a, b), Math.max(a, b)));
    const one = fc.record({
      certainty: fc.constantFrom(...DOUBTS),
      words: fc.option(fc.record({ ja: piece(words.ja), en: piece(words.en) }), { nil: undefined }),
    });
    return fc
      .array(one, { maxLength: 4 })
      .map((list): Hedged => ({ ...words, hedges: list.map((each, i) => ({ id: `h${i}`, ...each })) }));
  });

test('whatever is cut, the letters are all there, in order, and every doubt is printed', () => {
  fc.assert(
    fc.property(hedgedText, fc.constantFrom('ja', 'en'), (text, language) => {
      const parts = partsOf(text, language);
      expect(parts.map((part) => part.text).join('')).toBe(text[language]);
      const least = Math.min(...(text.hedges ?? []).map(({ certainty }) => rankOf(certainty)));
      const printed = parts.flatMap(({ certainty }) => (certainty ? rankOf(certainty) : []));
      if ((text.hedges ?? []).length > 0) expect(Math.min(...printed)).toBe(least);
    }),
  );
});

test('writing, translating and anonymising one language after the other loses no doubt and raises none', () => {
  fc.assert(
    fc.property(
      hedgedText,
      fc.array(fc.tuple(fc.constantFrom('ja' as const, 'en' as const), fc.string({ maxLength: 40 })), {
        maxLength: 6,
      }),
      (text, changes) => {
        const after = changes.reduce<Hedged>(
          (now, [language, words]) => rewritten(now, language, words),
          text,
        );
        expect(after.hedges?.map(({ id, certainty }) => [id, certainty])).toEqual(
          text.hedges?.map(({ id, certainty }) => [id, certainty]),
        );
        for (const language of ['ja', 'en'] as const) {
          const ranks = partsOf(after, language).flatMap(({ certainty }) =>
            certainty ? rankOf(certainty) : [],
          );
          const least = (after.hedges ?? []).map(({ certainty }) => rankOf(certainty));
          if (least.length > 0) expect(Math.min(...ranks)).toBe(Math.min(...least));
        }
      },
    ),
  );
});
