import type { Language } from '../../kernel/language.ts';
import type { Arrangement } from './arrangement.ts';
import { drawSvg, withNames } from './draw.ts';
import type { Area } from './geometry.ts';
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
  /** The room it has on its page; that of a case with a long summary unless told. */
  readonly page?: Area;
  /** Positions an author keeps. */
  readonly kept?: Arrangement;
}

/** A finished picture of a figure, one per sheet. */
export interface DrawnFigure {
  readonly svg: string;
  readonly quality: Quality;
  readonly arrangement: Arrangement;
}

/** Raised whenever the same data gives another picture than before: what was kept of the older one is drawn anew. */
export const EDITION = 7;

/** Title and ids come last, so that one picture of a figure serves every page it stands on. */
export const drawSolved = (
  solved: readonly Solved[],
  names: Pick<FigureRequest, 'title' | 'prefix'>,
): DrawnFigure[] =>
  dressed(
    solved.map(({ sheet, quality, arrangement }) => ({ svg: drawSvg(sheet, '', ''), quality, arrangement })),
    names,
  );

export const drawSheets = ({ figure, language, kept, page, ...names }: FigureRequest): DrawnFigure[] =>
  drawSolved(solve(figure, language, { ...(kept && { kept }), ...(page && { page }) }), names);

/** Gives a picture its title and makes its ids differ from those of other figures on the page; without a prefix they wait for one. */
export const dressed = (
  figures: readonly DrawnFigure[],
  { title, prefix }: Pick<FigureRequest, 'title' | 'prefix'>,
): DrawnFigure[] =>
  figures.map((figure, i) => ({ ...figure, svg: withNames(figure.svg, title, prefix && `${prefix}${i}-`) }));
