import type { Language } from '../../kernel/language.ts';
import { drawSvg } from './draw.ts';
import type { Arrangement } from './placement.ts';
import type { Quality } from './quality.ts';
import type { FigureData } from './schema.ts';
import { type Solved, solve } from './solve.ts';

export interface FigureRequest {
  readonly figure: FigureData;
  readonly language: Language;
  /** Read by screen readers. */
  readonly title: string;
  /** Prefix of ids inside the SVG, different for every figure of a page. */
  readonly prefix: string;
  /** Positions an author keeps. */
  readonly kept?: Arrangement;
}

/** A finished picture of a figure, one per sheet. */
export interface DrawnFigure {
  readonly svg: string;
  readonly quality: Quality;
  readonly arrangement: Arrangement;
}

export const drawSolved = (
  solved: readonly Solved[],
  { title, prefix }: Pick<FigureRequest, 'title' | 'prefix'>,
): DrawnFigure[] =>
  solved.map(({ sheet, quality, arrangement }, i) => ({
    svg: drawSvg(sheet, title, `${prefix}${i}-`),
    quality,
    arrangement,
  }));

export const drawSheets = ({ figure, language, kept, ...names }: FigureRequest): DrawnFigure[] =>
  drawSolved(solve(figure, language, kept ? { kept } : {}), names);
