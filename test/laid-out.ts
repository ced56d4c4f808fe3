import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Language } from '../kernel/language.ts';
import { type DrawnFigure, drawSolved, type FigureRequest } from '../report/figure/draw-sheets.ts';
import type { Area } from '../report/figure/geometry.ts';
import type { FigureData } from '../report/figure/schema.ts';
import type { Solved } from '../report/figure/solve.ts';

export interface Asked {
  readonly figure: FigureData;
  readonly language: Language;
  readonly page?: Area;
}

interface Waiting extends Asked {
  readonly resolve: (solved: readonly Solved[]) => void;
  readonly reject: (error: unknown) => void;
}

const waiting: Waiting[] = [];
const laid = new Map<string, Promise<readonly Solved[]>>();
let working = 0;

/** One thread goes on until nobody waits, so that none is left over when the tests end. */
function work(): void {
  working += 1;
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url));
  const next = (): void => {
    const asked = waiting.shift();
    if (!asked) {
      working -= 1;
      void worker.terminate();
      return;
    }
    worker.once('message', (solved: readonly Solved[]) => {
      worker.removeAllListeners('error');
      asked.resolve(solved);
      next();
    });
    worker.once('error', (error) => {
      working -= 1;
      asked.reject(error);
    });
    const { figure, language, page } = asked;
    worker.postMessage({ figure, language, page });
  };
  next();
}

/** A figure laid out once a run, however many tests look at it, on as many threads as there are processors. */
export function laidOut(figure: FigureData, language: Language, page?: Area): Promise<readonly Solved[]> {
  const key = JSON.stringify([language, page, figure]);
  const known = laid.get(key);
  if (known) return known;
  const coming = new Promise<readonly Solved[]>((resolve, reject) => {
    waiting.push({ figure, language, ...(page && { page }), resolve, reject });
    if (working < os.availableParallelism()) work();
  });
  // Whoever asks hears of a failure; it is no fault of the run before.
  coming.catch(() => undefined);
  laid.set(key, coming);
  return coming;
}

/** Draws what a report asks for from figures laid out before. */
export const drawLaidOut = (requests: readonly FigureRequest[]): Promise<DrawnFigure[][]> =>
  Promise.all(
    requests.map(async (request) =>
      drawSolved(await laidOut(request.figure, request.language, request.page), request),
    ),
  );
