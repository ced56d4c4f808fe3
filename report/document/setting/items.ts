import type { Language } from '../../../kernel/language.ts';
import type { ContentItem, Said } from '../content.ts';
import { linesOf, type Paragraph, paragraphOf } from './lines.ts';
import { FACTORS, INDENT, NOTE, type Type, tall } from './measures.ts';

/** Lines of one text, as they are printed. */
export type Lines = readonly Said[];

/** An item of a section, its lines broken. */
export interface SetItem {
  readonly lead: Lines;
  readonly text: Lines;
  readonly notes: readonly Lines[];
  readonly factors: readonly { readonly heading: Lines; readonly items: readonly SetItem[] }[];
}

/** An item before its size is known. */
export interface LooseItem {
  readonly lead: Paragraph;
  readonly text: Paragraph;
  readonly notes: readonly Paragraph[];
  readonly factors: readonly { readonly heading: Paragraph; readonly items: readonly LooseItem[] }[];
}

export const plain = (text: string): Said => [{ text }];

export function looseItem(
  { lead = [], text, marks, notes, factors }: ContentItem,
  language: Language,
): LooseItem {
  return {
    lead: paragraphOf(lead, [], language, true),
    text: paragraphOf(text, marks, language),
    notes: notes.map((note) => paragraphOf(plain(note), [], language)),
    factors: factors.map(({ heading, items }) => ({
      heading: paragraphOf(plain(heading), [], language, true),
      items: items.map((item) => looseItem(item, language)),
    })),
  };
}

/** Breaks an item into lines for a column of this width. */
export function setItem({ lead, text, notes, factors }: LooseItem, size: number, width: number): SetItem {
  const room = width - INDENT * size;
  return {
    lead: linesOf(lead, size, room),
    text: linesOf(text, size, room),
    notes: notes.map((note) => linesOf(note, size * NOTE, room)),
    factors: factors.map(({ heading, items }) => ({
      heading: linesOf(heading, size, room),
      items: items.map((item) => setItem(item, size, room)),
    })),
  };
}

/** How tall it comes out, with this much between the items under it. */
export function itemHeight({ lead, text, notes, factors }: SetItem, type: Type, gap: number): number {
  const { size, pitch } = type;
  const small = notes.flat().length;
  const own = lead.length + text.length;
  const lines = own * size + small * size * NOTE + Math.max(0, own + small - 1) * (pitch - 1) * size;
  const under = factors.map(
    ({ heading, items }) =>
      (FACTORS.above + FACTORS.below) * size +
      tall(heading.length, type) +
      items.reduce((sum, item) => sum + itemHeight(item, type, gap), 0) +
      (items.length - 1) * gap * size,
  );
  return lines + under.reduce((sum, height) => sum + height, 0);
}
