import { CERTAINTY_WORDS, type Doubt, type Hedge, type Hedged, rankOf } from './certainty.ts';
import type { Language } from './language.ts';

/** Words by which a sentence itself says how far it is from certain; some serve for more than one grade. */
const SAYING: Readonly<Record<Doubt, Readonly<Record<Language, RegExp>>>> = {
  unknown: {
    ja: /不明|(?:明らか|定か)で(?:は)?な|(?:明らかになって|分かって|特定(?:され|でき)て|判明して)いな|判明しな/,
    en: /\b(?:unclear|unknown|(?:not|nor|never) (?:yet |been )*(?:clear|known|certain|established|identified|confirmed|determined))\b/i,
  },
  possible: {
    ja: /可能性(?![がはも](?:極めて|非常に|かなり)?[高低])|おそれ|恐れ|考えられ|かもしれな|あり得|ありう|否定でき/,
    en: /\b(?:may|might|could|possible|possibly|possibility|risk|(?:ruled out|excluded))\b/i,
  },
  likely: {
    ja: /可能性[がはも](?:極めて|非常に|かなり)?[高低]|見込みが高|みられ|考えられ|思われ|らし[いか]/,
    en: /\b(?:likely|unlikely|probably|probable|appear(?:s|ed)?|seem(?:s|ed)?|believed|apparently)\b/i,
  },
  presumed: {
    ja: /推定|推測|推察|予想|みられ|考えられ|思われ/,
    en: /\b(?:presum\w+|infer\w*|estimat\w+|assum\w+|suspect\w*|believed|thought|apparent(?:ly)?|appear(?:s|ed)?)\b/i,
  },
};

/** Whether words say a doubt of this grade themselves, so that nothing need be printed beside them. */
export const saysDoubt = (words: string, doubt: Doubt, language: Language): boolean =>
  SAYING[doubt][language].test(words);

/** A piece of a text in one language; `mark` is the grade in a word, where the words around do not say it. */
export interface Part {
  readonly text: string;
  readonly certainty?: Doubt;
  readonly mark?: string;
}

export interface Place {
  readonly from: number;
  readonly to: number;
  readonly certainty: Doubt;
  readonly of: Hedge;
}

const overlap = (a: Place, from: number, to: number): boolean => from < a.to && a.from < to;

/** Where each doubt stands in a language; `loose` are those whose words are not there, or stand within another's. */
export function placesOf(text: Hedged, language: Language): { placed: Place[]; loose: Hedge[] } {
  const placed: Place[] = [];
  const loose: Hedge[] = [];
  for (const each of text.hedges ?? []) {
    const words = each.words?.[language];
    if (words === undefined) continue;
    let from = words === '' ? -1 : text[language].indexOf(words);
    while (from >= 0 && placed.some((other) => overlap(other, from, from + words.length)))
      from = text[language].indexOf(words, from + 1);
    if (from < 0) loose.push(each);
    else placed.push({ from, to: from + words.length, certainty: each.certainty, of: each });
  }
  return { placed: placed.sort((a, b) => a.from - b.from), loose };
}

/** Doubts whose words a language does not hold any more; what is hedged must be found in both. */
export const looseHedges = (text: Hedged, language: Language): readonly Hedge[] =>
  placesOf(text, language).loose;

const least = (doubts: readonly Doubt[]): Doubt | undefined =>
  doubts.toSorted((a, b) => rankOf(a) - rankOf(b))[0];

/** A doubt about the whole, or one whose words are gone: a change of words may lose a place, never a doubt. */
const wholeDoubt = (text: Hedged, loose: readonly Hedge[]): Doubt | undefined =>
  least(
    [...(text.hedges ?? []).filter(({ words }) => words === undefined), ...loose].map(
      ({ certainty }) => certainty,
    ),
  );

/** A text in one language, cut where doubt begins and ends. */
export function partsOf(text: Hedged, language: Language): Part[] {
  const { placed, loose } = placesOf(text, language);
  const whole = wholeDoubt(text, loose);
  const all = text[language];
  const parts: Part[] = [];
  const add = (from: number, to: number, certainty: Doubt | undefined): void => {
    if (to > from) parts.push({ text: all.slice(from, to), ...(certainty && { certainty }) });
  };
  let at = 0;
  for (const { from, to, certainty } of placed) {
    add(at, from, whole);
    const words = all.slice(from, to);
    const said = saysDoubt(words, certainty, language);
    parts.push({ text: words, certainty, ...(!said && { mark: CERTAINTY_WORDS[certainty][language] }) });
    at = to;
  }
  add(at, all.length, whole);
  if (whole && !saysDoubt(all, whole, language))
    parts.push({ text: '', certainty: whole, mark: CERTAINTY_WORDS[whole][language] });
  return parts;
}

/** The words of a text as they stand where nothing but letters can be shown: a doubt they do not say follows them. */
export const spelled = (parts: readonly Part[], language: Language): string =>
  parts
    .map(({ text, mark }) => (mark ? `${text}${language === 'ja' ? `［${mark}］` : ` [${mark}]`}` : text))
    .join('');

export const spelledText = (text: Hedged, language: Language): string =>
  spelled(partsOf(text, language), language);

/** Where a text is kept or sent as words alone. */
export const spelledBoth = (text: Hedged): { ja: string; en: string } => ({
  ja: spelledText(text, 'ja'),
  en: spelledText(text, 'en'),
});

/** The words of a doubt after its text was changed at one place: what was changed within them belongs to them. */
function wordsAfter(words: string, before: string, after: string): string {
  const from = before.indexOf(words);
  if (words === '' || from < 0 || after.includes(words)) return words;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const within = head >= from && before.length - tail <= from + words.length;
  const grown = after.slice(from, from + words.length + after.length - before.length).trim();
  return within && grown !== '' ? grown : words;
}

/**
 * A text with other words in one language. Its doubts go along: none is lost and none rises, whatever is written, and
 * where their words were changed beyond recognition the whole text is in doubt until somebody marks them again.
 */
export function rewritten<T extends Hedged>(text: T, language: Language, words: string): T {
  const hedges = text.hedges?.map((each) =>
    each.words
      ? {
          ...each,
          words: { ...each.words, [language]: wordsAfter(each.words[language], text[language], words) },
        }
      : each,
  );
  return { ...text, [language]: words, ...(hedges && { hedges }) };
}
