import type { Bilingual, Language } from '../../kernel/language.ts';
import type { Findable, FoundGroup, FoundKind } from './schema.ts';

const LATIN = /[a-z]/;
/** A digit more or less is another thing, never a slip. */
const SLIPS_IN = /[^0-9\s]/;
/** So short a word is another word with one letter changed. */
const SHORTEST = 4;

/** Whether what a text says from one place on begins with a word in which so many letters may be wrong. */
function beginsAt(text: string, at: number, word: string, left: number): boolean {
  if (word === '') return true;
  if (text[at] === word[0] && beginsAt(text, at + 1, word.slice(1), left)) return true;
  if (left === 0) return false;
  const here = text[at] ?? '';
  const next = word[0] ?? '';
  const other = here !== '' && SLIPS_IN.test(here);
  const slip = SLIPS_IN.test(next);
  return (
    // A letter too much was typed; one was left out; one stands for another; two were swapped.
    (slip && beginsAt(text, at, word.slice(1), left - 1)) ||
    (other && beginsAt(text, at + 1, word, left - 1)) ||
    (slip && other && beginsAt(text, at + 1, word.slice(1), left - 1)) ||
    (word.length > 1 &&
      text[at] === word[1] &&
      text[at + 1] === next &&
      beginsAt(text, at + 2, word.slice(2), left - 1))
  );
}

/**
 * Whether a folded text holds a word, with one slip where the word is long enough. In Latin script it is looked for where
 * words begin, for inside of words nearly everything is one letter away from something.
 */
export function nearlyHolds(text: string, word: string): boolean {
  if (text.includes(word)) return true;
  if ([...word].length < SHORTEST) return false;
  const latin = LATIN.test(word[0] ?? '');
  return (
    [...text].length > 0 &&
    places(text).some((at) => startsThere(text, at, latin) && beginsAt(text, at, word, 1))
  );
}
const places = (text: string): number[] => Array.from({ length: text.length }, (_, at) => at);
const startsThere = (text: string, at: number, latin: boolean): boolean =>
  text[at] !== ' ' && (!latin || !/[a-z0-9]/.test(text[at - 1] ?? ' '));

/** The number that is meant, where nothing else is: `3`, `#3`, `＃３`, `No. 3`. */
export function numberIn(folded: string): number | undefined {
  const digits = /^(?:#|no\.?)? ?(\d{1,9})$/.exec(folded)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Better is smaller: the number itself, the title itself, how it begins, how a word in it begins, anywhere, with a slip. */
export function rank(thing: Findable, said: string): number {
  if (thing.number !== null && thing.number === numberIn(said)) return 0;
  if (thing.folded === said || thing.folded.startsWith(`${said} `)) return 1;
  if (thing.folded.startsWith(said)) return 2;
  if (thing.folded.includes(` ${said}`)) return 3;
  return said.split(' ').every((word) => thing.folded.includes(word)) ? 4 : 5;
}

/** The best of each kind, in the order of kinds; what is as good as another goes by what was changed last. */
export function grouped(
  things: readonly Findable[],
  {
    said,
    kinds,
    most,
    shown,
  }: {
    readonly said: string;
    readonly kinds: readonly FoundKind[];
    readonly most: number;
    readonly shown: (thing: Findable) => FoundGroup['things'][number];
  },
  nameOf: (kind: FoundKind) => string,
): FoundGroup[] {
  const better = (a: Findable, b: Findable): number =>
    rank(a, said) - rank(b, said) ||
    Temporal.Instant.compare(b.changedAt, a.changedAt) ||
    (a.id < b.id ? -1 : 1);
  const groups = kinds.flatMap((kind) => {
    const best = things
      .filter((thing) => thing.kind === kind)
      .sort(better)
      .slice(0, most);
    const [first] = best;
    return first
      ? [{ rank: rank(first, said), group: { kind, name: nameOf(kind), things: best.map(shown) } }]
      : [];
  });
  // A number, a title: whatever was meant that closely stands first.
  return groups.sort((a, b) => Math.min(a.rank, 4) - Math.min(b.rank, 4)).map(({ group }) => group);
}

/** A title in one language, or in the other where it was not written in that. */
export const titleIn = ({ titleJa, titleEn }: Findable, language: Language): string =>
  language === 'ja' ? titleJa || titleEn : titleEn || titleJa;

/** What tells a thing from its like. */
export const hintOf = (
  { number, state, unit, also }: Findable,
  states: Readonly<Record<string, Bilingual>>,
  language: Language,
): string =>
  [
    number === null ? '' : `#${number}`,
    state === null ? '' : (states[state]?.[language] ?? ''),
    unit ?? '',
    also,
  ]
    .filter(Boolean)
    .join(' · ');
