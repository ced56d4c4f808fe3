import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DrawnFigure, FigureRequest } from './draw-sheets.ts';

interface Answer {
  readonly at: number;
  readonly figures?: DrawnFigure[];
  readonly failure?: string;
}

const MOST_WORKERS = 8;

/**
 * Lays out many figures on worker threads, as many at once as there are processors.
 * @param onDone called after each figure with how many are done
 * @throws Error of the first figure that cannot be laid out
 */
export async function solveAll(
  requests: readonly FigureRequest[],
  onDone?: (done: number) => void,
): Promise<DrawnFigure[][]> {
  const results: DrawnFigure[][] = requests.map(() => []);
  let next = 0;
  let done = 0;
  const started: Worker[] = [];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./solve-worker.ts', import.meta.url));
      started.push(worker);
      const give = (): void => {
        if (next < requests.length) worker.postMessage({ at: next, request: requests[next] });
        else resolve();
        next++;
      };
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('a figure could not be laid out: the worker ended')));
      worker.on('message', ({ at, figures, failure }: Answer) => {
        if (!figures) {
          reject(new Error(failure ?? 'a figure could not be laid out'));
          return;
        }
        results[at] = figures;
        done++;
        onDone?.(done);
        give();
      });
      give();
    });
  const workers = Math.min(requests.length, os.availableParallelism(), MOST_WORKERS);
  try {
    await Promise.all(Array.from({ length: workers }, work));
    return results;
  } finally {
    // After the first failure the others must not go on behind the caller's back.
    await Promise.all(started.map((worker) => worker.terminate()));
  }
}
