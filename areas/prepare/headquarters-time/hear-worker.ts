import type { EventEmitter } from 'node:events';
import type { SimulationResult } from './schema.ts';

/**
 * What a thread says, one after the other: each step of progress is awaited before the next is looked at.
 * @param onProgress false ends it, and there is no result
 */
export function hear(
  worker: Pick<EventEmitter, 'on'>,
  onProgress: (done: number) => Promise<boolean>,
): { readonly outcome: Promise<SimulationResult | undefined>; readonly told: () => Promise<unknown> } {
  let told: Promise<unknown> = Promise.resolve();
  const outcome = new Promise<SimulationResult | undefined>((resolve, reject) => {
    worker.on('error', reject);
    // What it said last may still wait behind a slow write of progress: only after that has it said nothing.
    worker.on('exit', () => {
      told = told.then(() => reject(new Error('The simulation ended without a result')));
    });
    worker.on('message', ({ done, result }: { done?: number; result?: SimulationResult }) => {
      told = told
        .then(async () => {
          if (result) resolve(result);
          else if (done !== undefined && !(await onProgress(done))) resolve(undefined);
        })
        .catch(reject);
    });
  });
  return { outcome, told: () => told };
}
