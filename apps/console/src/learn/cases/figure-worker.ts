import { drawSolved, type FigureRequest } from '../../../../../report/figure/draw-sheets.ts';
import { type Solved, solve } from '../../../../../report/figure/solve.ts';
import { placesOf } from './figure-places.ts';

export interface DrawRequest extends FigureRequest {
  /** A picture that is shown already: the places are wanted as they are in it. */
  readonly like?: string;
}

/** A picture without its names, which are other ones on every page. */
const plain = (svg: string): string =>
  svg.replace(/<title>.*?<\/title>/, '').replace(/(?<= id="|url\(#)[\w-]*?\d-(?=[a-z])/gi, '');

function solved({ figure, language, kept, page, like, ...names }: DrawRequest): Solved[] {
  const room = page && { page };
  const found = solve(figure, language, { ...room, ...(kept && { kept }) });
  const [drawn] = drawSolved(found, names);
  // In the same places words may be broken otherwise: then it is laid out as the one that is shown was.
  return like === undefined || plain(drawn?.svg ?? '') === plain(like)
    ? found
    : solve(figure, language, room);
}

/** Lays a figure out beside the page, so that typing and scrolling never wait for it. */
self.onmessage = ({ data }: MessageEvent<DrawRequest>) => {
  try {
    const sheets = solved(data);
    self.postMessage({
      figures: drawSolved(sheets, data),
      places: sheets.map(({ sheet }) => placesOf(data.figure, sheet)),
    });
  } catch (error) {
    self.postMessage({ failure: String(error) });
  }
};
