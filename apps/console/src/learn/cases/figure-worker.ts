import { drawSheets, type FigureRequest } from '../../../../../report/figure/draw-sheets.ts';

/** Lays a figure out beside the page, so that typing and scrolling never wait for it. */
self.onmessage = ({ data }: MessageEvent<FigureRequest>) => {
  try {
    self.postMessage({ figures: drawSheets(data) });
  } catch (error) {
    self.postMessage({ failure: String(error) });
  }
};
