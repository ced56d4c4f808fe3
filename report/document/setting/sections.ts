import type { Language } from '../../../kernel/language.ts';
import type { ContentSection } from '../content.ts';
import { itemHeight, type LooseItem, looseItem, type SetItem, setItem } from './items.ts';
import { BAR, barHeight, COLUMN, GAPS, type Type } from './measures.ts';

export interface LooseSection {
  readonly heading: string;
  readonly items: readonly LooseItem[];
}

/** A section, or what of it stands in one column; whatever goes on from the other column says so. */
export interface SetSection {
  readonly heading: string;
  readonly continued: boolean;
  readonly items: readonly SetItem[];
}

export interface TextPage {
  readonly columns: readonly (readonly SetSection[])[];
  /** Between items, in em: a page with room to spare uses some of it. */
  readonly gap: number;
}

export const looseSection = ({ heading, items }: ContentSection, language: Language): LooseSection => ({
  heading,
  items: items.map((item) => looseItem(item, language)),
});

interface Measured {
  readonly section: number;
  readonly first: boolean;
  readonly item: SetItem | undefined;
}

function columnHeight(list: readonly Measured[], type: Type, gap: number): number {
  return list.reduce((sum, { first, item }, i) => {
    const bar = first || i === 0 ? barHeight(type.size) + BAR.below + (i === 0 ? 0 : BAR.above) : 0;
    const between = first || i === 0 ? 0 : gap * type.size;
    return sum + bar + between + (item ? itemHeight(item, type, gap) : 0);
  }, 0);
}

/** What a split inside a section costs, in lines: its bar stands twice then, and a reader goes back to it. */
const TORN = 3;

function sectionsOf(list: readonly Measured[], sections: readonly LooseSection[]): SetSection[] {
  const numbers = [...new Set(list.map(({ section }) => section))];
  return numbers.map((number) => {
    const own = list.filter(({ section }) => section === number);
    return {
      heading: sections[number]?.heading ?? '',
      continued: own[0]?.first === false,
      items: own.flatMap(({ item }) => (item ? [item] : [])),
    };
  });
}

/** The six sections of a case in two columns that end as near to each other as may be. Undefined where they do not fit. */
export function textPage(sections: readonly LooseSection[], type: Type, room: number): TextPage | undefined {
  const all = sections.flatMap(({ items }, section): Measured[] =>
    items.length === 0
      ? [{ section, first: true, item: undefined }]
      : items.map((item, i) => ({ section, first: i === 0, item: setItem(item, type.size, COLUMN) })),
  );
  const least = type.pitch - 1 + GAPS.least;
  const splits = all.map((_, i) => [all.slice(0, i + 1), all.slice(i + 1)] as const);
  const fits = (split: readonly (readonly Measured[])[], gap: number): boolean =>
    split.every((column) => columnHeight(column, type, gap) <= room);
  const costOf = ([left, right]: readonly [readonly Measured[], readonly Measured[]]): number => {
    const [l, r] = [columnHeight(left, type, least), columnHeight(right, type, least)];
    const torn = right[0]?.first === false ? TORN * type.pitch * type.size : 0;
    return (l >= r ? l - r : (r - l) * 1.1) + torn;
  };
  const found = splits
    .filter((split) => fits(split, least))
    .reduce<(typeof splits)[number] | undefined>(
      (best, split) => (best && costOf(best) <= costOf(split) ? best : split),
      undefined,
    );
  if (!found) return undefined;
  let gap = least;
  while (gap + 0.05 <= type.pitch - 1 + GAPS.most && fits(found, gap + 0.05)) gap += 0.05;
  return { columns: found.map((column) => sectionsOf(column, sections)), gap: Math.round(gap * 100) / 100 };
}

/** How tall a section is by itself: of what does not fit, the longest is named. */
export const sectionHeight = ({ items }: LooseSection, type: Type): number =>
  columnHeight(
    items.map((item, i) => ({ section: 0, first: i === 0, item: setItem(item, type.size, COLUMN) })),
    type,
    type.pitch - 1 + GAPS.least,
  );
