import { parentPort } from 'node:worker_threads';
import { drawSheets, type FigureRequest } from './draw-sheets.ts';

/** Lays out one figure per message, so that the main thread stays free. */
parentPort?.on('message', ({ at, request }: { at: number; request: FigureRequest }) => {
  try {
    parentPort?.postMessage({ at, figures: drawSheets(request) });
  } catch (error) {
    parentPort?.postMessage({ at, failure: error instanceof Error ? error.message : String(error) });
  }
});
