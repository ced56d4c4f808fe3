import { BOLD_RUNS } from './bold.ts';
import { HELD_BEYOND, HELD_BITS } from './held.ts';
import { REGULAR_RUNS } from './regular.ts';

/** Advance widths as runs: first code point, last code point, 1/1000 em. */
export type Font = Int32Array;

const parse = (runs: string): Font => Int32Array.from(runs.split(' '), (n) => Number.parseInt(n, 36));
export const REGULAR: Font = parse(REGULAR_RUNS);
export const BOLD: Font = parse(BOLD_RUNS);

/** @returns 1/1000 em; undefined outside every run (a run may span gaps: what is held is another question) */
export function advanceOf(font: Font, codePoint: number): number | undefined {
  let low = 0;
  let high = font.length / 3 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (font[middle * 3] as number)) high = middle - 1;
    else if (codePoint > (font[middle * 3 + 1] as number)) low = middle + 1;
    else return font[middle * 3 + 2] as number;
  }
  return undefined;
}

/** Spaces, line ends, and what only shapes or directs the letters beside it leave no mark of their own. */
const UNMARKED = /[\s\p{Cf}\p{Variation_Selector}]/u;

const bits = atob(HELD_BITS);
const beyond = new Set(HELD_BEYOND.split(' ').map((word) => Number.parseInt(word, 36)));
const holds = (codePoint: number): boolean =>
  codePoint > 0xffff
    ? beyond.has(codePoint)
    : (bits.charCodeAt(codePoint >> 3) & (1 << (codePoint & 7))) !== 0;

/** The first letter the documents' typeface lacks: it would be printed as an empty box. A simplified 务 is one, 務 is not. */
export const letterLacking = (text: string): string | undefined =>
  [...text].find((letter) => !UNMARKED.test(letter) && !holds(letter.codePointAt(0) as number));
