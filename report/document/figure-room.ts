import type { Area } from '../figure/placement.ts';
import { BOLD, REGULAR, widthOf } from '../figure/text.ts';

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

const linesOf = (text: string, font: typeof REGULAR, size: number, width: number): number =>
  Math.max(1, Math.ceil((widthOf(text, font, size) * 1.03) / width));

/** What a figure gets of its page, under the heading of its case and the summary, in points. */
export function figureRoom(heading: string, summary: readonly string[]): Area {
  const top =
    linesOf(heading, BOLD, HEADING.size, PAGE.width - HEADING.pageNumber) * HEADING.lineHeight +
    HEADING.below;
  const lines = summary.reduce(
    (sum, text) => sum + linesOf(text, REGULAR, SUMMARY.size, PAGE.width - SUMMARY.indent),
    0,
  );
  const left = PAGE.height - top - SUMMARY.pads - lines * SUMMARY.lineHeight - AIR;
  return {
    width: PAGE.width,
    height: Math.min(MOST, Math.max(LEAST, Math.floor(left / STEP) * STEP)),
  };
}
