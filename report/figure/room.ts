import { type Bilingual, LANGUAGES, type Language } from '../../kernel/language.ts';
import type { Area } from './geometry.ts';
import { FACES, type Font, widthOf } from './text.ts';

/** Before the title of a case, as wide as its number may become in a book. */
const WIDEST_NUMBER: Bilingual = { ja: '事例99：', en: 'Case 99: ' };
/** What a page of `report.typ` measures, in points: A4 landscape within its margins. */
const PAGE = { width: 774, height: 535 } as const;
const HEADING = { size: 15, below: 15, lineHeight: 19, pageNumber: 40 } as const;
const SUMMARY = { size: 10, indent: 25, pads: 14, lineHeight: 13.5 } as const;
/** Above the figure, and a little for what is measured otherwise there. */
const AIR = 14;
/** Rooms come in steps, so that a word more in a summary does not lay the figure out anew. */
const STEP = 10;
/** A document refuses a figure with less; with more it would float in white. */
const LEAST = 380;
const MOST = 450;

const linesOf = (text: string, font: Font, size: number, width: number): number =>
  Math.max(1, Math.ceil((widthOf(text, font, size) * 1.03) / width));

/** What a figure gets of its page in one language, under the heading of its case and the summary, in points. */
function figureRoom(heading: string, summary: readonly string[], language: Language): Area {
  const { regular, bold } = FACES[language];
  const top =
    linesOf(heading, bold, HEADING.size, PAGE.width - HEADING.pageNumber) * HEADING.lineHeight +
    HEADING.below;
  const lines = summary.reduce(
    (sum, text) => sum + linesOf(text, regular, SUMMARY.size, PAGE.width - SUMMARY.indent),
    0,
  );
  const left = PAGE.height - top - SUMMARY.pads - lines * SUMMARY.lineHeight - AIR;
  return {
    width: PAGE.width,
    height: Math.min(MOST, Math.max(LEAST, Math.floor(left / STEP) * STEP)),
  };
}

/** The room a case's figure has on its page: the same for both languages, so that one arrangement serves both. */
export function figurePage({ title, summary }: { title: Bilingual; summary: readonly Bilingual[] }): Area {
  const rooms = LANGUAGES.map((language) =>
    figureRoom(
      WIDEST_NUMBER[language] + title[language],
      summary.map((each) => each[language]),
      language,
    ),
  );
  return rooms.reduce((least, room) => (room.height < least.height ? room : least));
}
