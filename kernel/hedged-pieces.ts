import { type Hedge, type Hedged, rankOf } from './certainty.ts';
import { partsOf, placesOf } from './hedges.ts';
import { LANGUAGES, type Language } from './language.ts';

/** A piece of a text in both languages, as it begins and ends in each. */
type Span = Readonly<Record<Language, readonly [from: number, to: number]>>;

const both = <T>(of: (language: Language) => T): Record<Language, T> => ({ ja: of('ja'), en: of('en') });

/** Words by which a doubt stands where it is meant to; where a search would find them elsewhere, none: then all is in doubt. */
const wordsAt = (text: string, words: string, at: number): string =>
  text.indexOf(words) === at ? words : '';

const letters = (words: string): string[] => [...words].filter((letter) => letter.trim() !== '');

/** How certain each letter of a text is, blanks left out. */
const gradesOf = (text: Hedged, language: Language): number[] =>
  partsOf(text, language).flatMap(({ text: words, certainty }) =>
    letters(words).map(() => rankOf(certainty ?? 'confirmed')),
  );

/** Where words stand more than once, a doubt may be found at the wrong ones: then the whole is in doubt. */
function careful(text: Hedged, before: (language: Language) => readonly number[]): Hedged {
  const rises = LANGUAGES.some((language) => {
    const was = before(language);
    return gradesOf(text, language).some((grade, i) => grade > (was[i] ?? 0));
  });
  if (!rises) return text;
  const hedges = (text.hedges ?? []).map(({ words: _, ...whole }) => whole);
  return { ...text, hedges };
}

/** A piece with the doubts that stand in it; a phrase that is cut is in doubt on both sides. */
function piece(text: Hedged, span: Span): Hedged {
  const cut = both((language) => {
    const [from, to] = span[language];
    const whole = text[language].slice(from, to);
    return { words: whole.trim(), at: from + whole.length - whole.trimStart().length };
  });
  const words = both((language) => cut[language].words);
  const hedges = (text.hedges ?? []).flatMap((hedge): Hedge[] => {
    if (!hedge.words) return [hedge];
    const held = both((language): string | undefined => {
      const { at, words: own } = cut[language];
      const place = placesOf(text, language).placed.find(({ of }) => of === hedge);
      if (!place) return own === '' ? undefined : '';
      const from = Math.max(0, place.from - at);
      const inside = own.slice(from, Math.max(from, place.to - at));
      return inside.trim() === '' ? undefined : wordsAt(own, inside, from);
    });
    if (held.ja === undefined && held.en === undefined) return [];
    return [{ ...hedge, words: { ja: held.ja ?? '', en: held.en ?? '' } }];
  });
  const cutOut: Hedged = { ...words, ...(hedges.length > 0 && { hedges }) };
  return careful(cutOut, (language) => {
    const before = letters(text[language].slice(0, span[language][0])).length;
    return gradesOf(text, language).slice(before, before + letters(words[language]).length);
  });
}

/** A text cut in two, in each language where it is said. No word becomes more certain by it. */
export const cutText = (text: Hedged, at: Readonly<Record<Language, number>>): [Hedged, Hedged] => [
  piece(
    text,
    both((language) => [0, at[language]]),
  ),
  piece(
    text,
    both((language) => [at[language], text[language].length]),
  ),
];

const GAP: Readonly<Record<Language, string>> = { ja: '', en: ' ' };

/** Two texts as one; what was in doubt of either stays so, and the other does not become so if it can be helped. */
export function joinTexts(first: Hedged, second: Hedged): Hedged {
  const isEmpty = (text: Hedged): boolean => LANGUAGES.every((language) => text[language].trim() === '');
  if (isEmpty(second)) return first;
  if (isEmpty(first)) return second;
  const gap = both((language) => (first[language] && second[language] ? GAP[language] : ''));
  const words = both((language) => first[language] + gap[language] + second[language]);
  const ids = new Set<string>();
  const moved = (text: Hedged, start: Readonly<Record<Language, number>>): Hedge[] =>
    (text.hedges ?? []).map((hedge) => {
      let id = hedge.id;
      for (let n = 2; ids.has(id); n++) id = `${hedge.id.slice(0, 36)}-${n}`;
      ids.add(id);
      const held = both((language) => {
        const place = placesOf(text, language).placed.find(({ of }) => of === hedge);
        const [from, to] = place ? [place.from, place.to] : [0, text[language].length];
        return wordsAt(words[language], text[language].slice(from, to), start[language] + from);
      });
      return { ...hedge, id, words: held };
    });
  const hedges = [
    ...moved(
      first,
      both(() => 0),
    ),
    ...moved(
      second,
      both((language) => first[language].length + gap[language].length),
    ),
  ];
  const joined: Hedged = { ...words, ...(hedges.length > 0 && { hedges }) };
  return careful(joined, (language) => [...gradesOf(first, language), ...gradesOf(second, language)]);
}
