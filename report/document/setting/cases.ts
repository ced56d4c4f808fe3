import type { Language } from '../../../kernel/language.ts';
import type { CaseContent } from '../content.ts';
import type { Lines } from './items.ts';
import { linesOf, type Paragraph, paragraphOf } from './lines.ts';
import { INDENT, LEAST_FIGURE, PAGE, SUMMARY, type Type, tall } from './measures.ts';
import { type LooseSection, looseSection, sectionHeight, type TextPage, textPage } from './sections.ts';
import { roomUnder, type Title, titleLines } from './titles.ts';

export interface LooseCase {
  readonly content: CaseContent;
  readonly title: Lines;
  readonly summary: readonly Paragraph[];
  readonly sections: readonly LooseSection[];
}

/** Everything of a case that is the same at every size. */
export const looseCase = (content: CaseContent, language: Language): LooseCase => ({
  content,
  title: titleLines(content.heading, language),
  summary: content.summary.map((each) => paragraphOf(each, [], language)),
  sections: content.sections.map((section) => looseSection(section, language)),
});

const summaryLines = (summary: readonly Paragraph[], size: number): Lines[] =>
  summary.map((each) => linesOf(each, size, PAGE.width - 2 * SUMMARY.x - INDENT * size));

/** What title and summary leave the figure. */
export function figureRoom({ title, summary }: LooseCase, type: Type): number {
  const lines = summaryLines(summary, type.size);
  const close = { ...type, pitch: SUMMARY.pitch };
  const text = lines.reduce((sum, each) => sum + tall(each.length, close), 0);
  const gaps = Math.max(0, lines.length - 1) * SUMMARY.gap * type.size;
  return roomUnder(title) - text - gaps - 2 * SUMMARY.y - SUMMARY.below;
}

export const fits = (one: LooseCase, type: Type): boolean =>
  (one.content.figures.length === 0 || figureRoom(one, type) >= LEAST_FIGURE) &&
  textPage(one.sections, type, roomUnder(one.title)) !== undefined;

/** What of a case is too long for its page, in the words of its headings. */
export function tooLong(one: LooseCase, type: Type, summaryName: string): string {
  if (one.content.figures.length > 0 && figureRoom(one, type) < LEAST_FIGURE) return summaryName;
  const heights = one.sections.map((section) => sectionHeight(section, type));
  return one.sections[heights.indexOf(Math.max(...heights))]?.heading ?? summaryName;
}

export type CasePage =
  | {
      readonly kind: 'figure';
      readonly title: Title;
      /** Over the first case of a group. */
      readonly group?: string;
      readonly summary?: readonly Lines[];
      readonly svg: string;
      readonly alt: string;
    }
  | ({ readonly kind: 'text'; readonly title: Title; readonly level: number } & TextPage);

export const labelOf = (number: number): string => `case-${number}`;
export const lessonsOf = (number: number): string => `lessons-${number}`;

/** The pages of a case: its figures, the summary over the first, then its sections. */
export function casePages(
  one: LooseCase,
  type: Type,
  { language, group, level }: { language: Language; group?: string | undefined; level: 1 | 2 },
): CasePage[] {
  const { content, title, summary, sections } = one;
  const count = content.figures.length + 1;
  const of = (n: number) => (language === 'ja' ? `${n}／${count}` : `${n}/${count}`);
  const text = textPage(sections, type, roomUnder(title));
  if (!text) throw new Error(`case ${content.number} was not measured before it was set`);
  const titled = (n: number): Title => ({
    lines: title,
    page: of(n),
    level,
    ...(n === 1 && { label: labelOf(content.number) }),
  });
  return [
    ...content.figures.map(
      ({ svg, alt }, k): CasePage => ({
        kind: 'figure',
        title: titled(k + 1),
        ...(k === 0 && { summary: summaryLines(summary, type.size), ...(group && { group }) }),
        svg,
        alt,
      }),
    ),
    {
      kind: 'text',
      title: { ...titled(count), anchor: lessonsOf(content.number) },
      level: level + 1,
      ...text,
    },
  ];
}
