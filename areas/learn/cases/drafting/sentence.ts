import type { Hedge, Hedged } from '../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { cutAt, fillIn, fitTo } from '../../../../kernel/text.ts';
import type { Graded } from './schema.ts';

/** The longest piece of the record that is quoted in one sentence. */
export const LONGEST_QUOTE = 420;

/** What somebody wrote, as it stands in a sentence: on one line and without its full stop. */
export const bare = (text: string, limit: number = LONGEST_QUOTE): string =>
  fitTo(text.replace(/\s+/g, ' ').trim(), limit).replace(/[。．.]+$/, '');

/** A text too long for one sentence in pieces, cut where sentences end. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const sentence of text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[。．！？!?]|\.\s)/)) {
    const last = pieces.at(-1);
    if (last !== undefined && (last + sentence).length <= LONGEST_QUOTE)
      pieces[pieces.length - 1] = last + sentence;
    else
      for (let rest = sentence; rest; ) {
        const piece = cutAt(rest, LONGEST_QUOTE);
        pieces.push(piece);
        rest = rest.slice(piece.length);
      }
  }
  return pieces.map((piece) => bare(piece)).filter(Boolean);
}

type Value = string | number | Bilingual | Graded;

const isGraded = (value: Value): value is Graded => typeof value === 'object' && 'certainty' in value;
const bothOf = (value: Value): Bilingual => {
  if (isGraded(value)) return bothOf(value.words);
  return typeof value === 'object' ? value : { ja: String(value), en: String(value) };
};

/** A sentence in both languages; what is not certain in it is held by its own words. */
export function sentence(template: Bilingual, values: Readonly<Record<string, Value>> = {}): Hedged {
  const both = Object.entries(values).map(([name, value]) => [name, bothOf(value)] as const);
  const filled = (language: 'ja' | 'en'): string =>
    fillIn(template[language], Object.fromEntries(both.map(([name, words]) => [name, words[language]])));
  const hedges = Object.values(values).flatMap((value): Hedge[] => {
    if (!isGraded(value) || value.certainty === 'confirmed') return [];
    const { ja, en } = bothOf(value);
    return ja.trim() && en.trim()
      ? [{ id: 'h', certainty: value.certainty, words: { ja: ja.trim(), en: en.trim() } }]
      : [];
  });
  return { ja: filled('ja'), en: filled('en'), ...(hedges.length > 0 && { hedges }) };
}

/** A sentence that is in doubt as a whole. */
export const doubted = (text: Hedged, certainty: Graded['certainty']): Hedged =>
  certainty === 'confirmed'
    ? text
    : { ...text, hedges: [{ id: 'h', certainty, words: { ja: text.ja, en: text.en } }] };

/** What is said in brackets: each with its name, what is empty left out. */
export function aside(
  pairs: readonly (readonly [name: Bilingual | undefined, value: string | Bilingual | undefined])[],
): Bilingual {
  const told = pairs.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const { ja, en } = typeof value === 'string' ? { ja: bare(value, 200), en: bare(value, 200) } : value;
    if (!ja) return [];
    return [{ ja: name ? `${name.ja}：${ja}` : ja, en: name ? `${name.en}: ${en}` : en }];
  });
  if (told.length === 0) return { ja: '', en: '' };
  return {
    ja: `（${told.map(({ ja }) => ja).join('、')}）`,
    en: ` (${told.map(({ en }) => en).join('; ')})`,
  };
}

/** Several in a row, as each language sets them apart. */
export const inRow = (each: readonly Bilingual[], between = ', '): Bilingual => ({
  ja: each.map(({ ja }) => ja).join('、'),
  en: each.map(({ en }) => en).join(between),
});

/** Words of a table that stand within a sentence. */
export const small = ({ ja, en }: Bilingual): Bilingual => ({
  ja,
  en: /^[A-Z][a-z]/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en,
});

/** One sentence after the other. */
export function together(first: Hedged, second: Hedged, between: Bilingual): Hedged {
  const hedges = [...(first.hedges ?? []), ...(second.hedges ?? [])];
  return {
    ja: first.ja + between.ja + second.ja,
    en: first.en + between.en + second.en,
    ...(hedges.length > 0 && { hedges }),
  };
}
