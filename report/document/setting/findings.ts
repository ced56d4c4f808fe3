import type { Bilingual, Language } from '../../../kernel/language.ts';
import { FACES, widthOf } from '../../figure/text.ts';
import type { Said } from '../content.ts';
import type { SetReport } from './compose.ts';
import type { Lines, SetItem } from './items.ts';
import { isRunt } from './lines.ts';

/** Something on a page that a typesetter would not leave: what, on which page, and its words. */
export interface PageFinding {
  readonly kind: 'shortLastLine' | 'wideLine';
  readonly page: number;
  readonly words: string;
}

const MEND: Readonly<Record<PageFinding['kind'], Bilingual>> = {
  shortLastLine: {
    ja: '行末の語が孤立しています。長い語を短くしてください',
    en: 'the last line is too short. Shorten the longest word',
  },
  wideLine: {
    ja: '行がページの幅を超えています。長い語を短くするか、空白で区切ってください',
    en: 'a line is wider than the page. Shorten its longest word, or divide it by a space',
  },
};

/** A finding as a line: page, what to do, the words it is about. */
export const findingLine = ({ kind, page, words: about }: PageFinding, language: Language): string =>
  `${page}: ${MEND[kind][language]}: ${about}`;

export const words = (line: Said): string => line.map(({ text }) => text).join('');

/** Every paragraph of an item, as its lines. */
export const paragraphsOf = ({ lead, text, notes, factors }: SetItem): Lines[] => [
  lead,
  text,
  ...notes,
  ...factors.flatMap(({ heading, items }) => [heading, ...items.flatMap(paragraphsOf)]),
];

/** Every paragraph of a page, however it is set. */
export function paragraphsOn(page: SetReport['pages'][number]): Lines[] {
  if (page.kind === 'text') return page.columns.flat().flatMap(({ items }) => items.flatMap(paragraphsOf));
  if (page.kind === 'figure') return [...(page.summary ?? [])];
  if (page.kind === 'columns') return page.columns.flat().map(({ lines }) => lines);
  if (page.kind === 'overview')
    return page.rows.flatMap(({ title, outline, lessons }) => [title, ...outline, ...lessons]);
  if (page.kind === 'table') return [page.caption, ...page.notes, ...page.rows.map(({ name }) => name)];
  return [];
}

/** A word longer than any line is cut; what is wider than a page all the same is told. */
const WIDEST = 774;

/** What could not be set well: nothing, where words are of ordinary length. */
export function pageFindings({ pages, language, type }: SetReport): PageFinding[] {
  return pages.flatMap((page, i) =>
    paragraphsOn(page).flatMap((lines): PageFinding[] => {
      const last = words(lines.at(-1) ?? []);
      const told = (kind: PageFinding['kind']) => ({ kind, page: i + 1, words: lines.map(words).join(' ') });
      return [
        ...(lines.length > 1 && isRunt(last, language) ? [told('shortLastLine')] : []),
        ...(lines.some((line) => widthOf(words(line), FACES[language].regular, type.size) > WIDEST)
          ? [told('wideLine')]
          : []),
      ];
    }),
  );
}
