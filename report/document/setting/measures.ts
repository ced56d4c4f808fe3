import type { Language } from '../../../kernel/language.ts';

/** Points in a millimetre. */
const MM = 72 / 25.4;

/** What a page of `report.typ` measures, in points: A4 landscape, its margins taken off. */
export const PAGE = { width: 273 * MM, height: 189 * MM, gutter: 7 * MM } as const;
export const COLUMN = (PAGE.width - PAGE.gutter) / 2;

/** The title over a page: its type, the rule under it, the air below; on its right stands which page of a case it is. */
export const TITLE = { size: 15, lead: 0.35, rule: 1.5 * MM, below: 3 * MM, right: 60 } as const;
/** The bar over a section: its type as a share of the text, the air within, above and below. */
export const BAR = { size: 0.92, within: 1.1 * MM, above: 2.6 * MM, below: 2 * MM } as const;
/** Before the words of an item, in em; what stands under it is set in by as much. */
export const INDENT = 0.95;
/** Notes under an item, as a share of its type; around the heading of factors, in em. */
export const NOTE = 0.9;
export const FACTORS = { above: 0.5, below: 0.4 } as const;
/** The summary is set close, for what it leaves is the figure's. */
export const SUMMARY = { x: 2.6 * MM, y: 2.2 * MM, pitch: 1.34, gap: 0.4, below: 2.4 * MM } as const;
/** Figures are laid out for this height; in less, their type would fall under 7.5 pt. */
export const LEAST_FIGURE = 372;
export const TABLE = { number: 16 * MM, x: 2 * MM, y: 1.8 * MM, pitch: 1.32, gap: 0.4 } as const;
/** A list that one column holds is as wide as this. */
export const WIDE = 0.72 * PAGE.width;

/** Entries of a list with pages: the dots after an entry have some room even where it fills its line. */
export const ENTRY = { gap: 0.42, indent: 1.2, number: 3, dots: 1.5 } as const;

/** What may be chosen for a book: one size for all of it, then as much air between lines as every page can give. */
export const SIZES = [11, 10.5, 10, 9.5, 9, 8.5, 8] as const;
/** Japanese is read with more air between lines than English. */
export const PITCHES: Readonly<Record<Language, readonly number[]>> = {
  ja: [1.6, 1.54, 1.48, 1.42, 1.36],
  en: [1.48, 1.42, 1.36],
};
/** Between items, in em beyond what is between lines: at least, and at most where a page has room to spare. */
export const GAPS = { least: 0.15, most: 0.5 } as const;

export interface Type {
  readonly size: number;
  /** From line to line, as a share of the size. */
  readonly pitch: number;
}

/** The height of lines of one size. */
export const tall = (lines: number, { size, pitch }: Type): number =>
  lines === 0 ? 0 : lines * size + (lines - 1) * (pitch - 1) * size;

export const titleHeight = (lines: number): number =>
  tall(lines, { size: TITLE.size, pitch: 1 + TITLE.lead }) + TITLE.rule + TITLE.below;

export const barHeight = (size: number): number => BAR.size * size + 2 * BAR.within;
