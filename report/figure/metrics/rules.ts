import type { Language } from '../../../kernel/language.ts';
import { BOLD_RUNS } from './bold.ts';
import { HELD_BEYOND, HELD_BITS } from './held.ts';
import { LATIN_BOLD_RUNS } from './latin-bold.ts';
import { LATIN_REGULAR_RUNS } from './latin-regular.ts';
import { REGULAR_RUNS } from './regular.ts';

/** Advance widths as runs: first code point, last code point, 1/1000 em. */
type Widths = Int32Array;
/** The faces a text is set in, one after the other: what the first lacks comes from the next. */
export type Font = readonly Widths[];

const parse = (runs: string): Widths => Int32Array.from(runs.split(' '), (n) => Number.parseInt(n, 36));
export const REGULAR: Font = [parse(REGULAR_RUNS)];
export const BOLD: Font = [parse(BOLD_RUNS)];

/** What each edition is printed in: the Latin letters of a Japanese face are cut to the square and have no descenders. */
export const FACES: Readonly<Record<Language, { readonly regular: Font; readonly bold: Font }>> = {
  ja: { regular: REGULAR, bold: BOLD },
  en: { regular: [parse(LATIN_REGULAR_RUNS), ...REGULAR], bold: [parse(LATIN_BOLD_RUNS), ...BOLD] },
};

function widthIn(face: Widths, codePoint: number): number | undefined {
  let low = 0;
  let high = face.length / 3 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (face[middle * 3] as number)) high = middle - 1;
    else if (codePoint > (face[middle * 3 + 1] as number)) low = middle + 1;
    else return face[middle * 3 + 2] as number;
  }
  return undefined;
}

/** @returns 1/1000 em; undefined outside every run (a run may span gaps: what is held is another question) */
export function advanceOf(font: Font, codePoint: number): number | undefined {
  for (const face of font) {
    const width = widthIn(face, codePoint);
    if (width !== undefined) return width;
  }
  return undefined;
}

/** Each run of letters the first face lacks, given to `lent`: the rest stays as it is. */
export const lending = (font: Font, text: string, lent: (run: string) => string): string => {
  const [first] = font;
  const lacks = (letter: string) => first && widthIn(first, letter.codePointAt(0) as number) === undefined;
  let whole = '';
  let run = '';
  for (const letter of text) {
    if (lacks(letter)) {
      run += letter;
      continue;
    }
    whole += (run && lent(run)) + letter;
    run = '';
  }
  return whole + (run && lent(run));
};

/** Spaces, line ends, and what only shapes or directs the letters beside it leave no mark of their own. */
const UNMARKED = /[\s\p{Cf}\p{Variation_Selector}]/u;

const bits = atob(HELD_BITS);
const beyond = new Set(HELD_BEYOND.split(' ').map((word) => Number.parseInt(word, 36)));
const holds = (codePoint: number): boolean =>
  codePoint > 0xffff
    ? beyond.has(codePoint)
    : (bits.charCodeAt(codePoint >> 3) & (1 << (codePoint & 7))) !== 0;

/** The first letter that no typeface of documents holds: it would be printed as an empty box. A simplified 务 is one, 務 is not. */
export const letterLacking = (text: string): string | undefined =>
  [...text].find((letter) => !UNMARKED.test(letter) && !holds(letter.codePointAt(0) as number));
