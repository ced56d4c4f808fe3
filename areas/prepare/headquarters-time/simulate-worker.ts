import { parentPort, workerData } from 'node:worker_threads';
import type { Gathered } from './gather-hours.ts';
import { simulateAll } from './simulate-all.ts';

/** Each step of progress is a line of the ledger. */
const PROGRESS_HOURS = 168;

/** Instants do not travel between threads. */
const { from, ...rest } = workerData as Omit<Gathered, 'from'> & { from: string };
const result = simulateAll({ ...rest, from: Temporal.Instant.from(from) }, (done) => {
  if (done % PROGRESS_HOURS === 0) parentPort?.postMessage({ done });
});
parentPort?.postMessage({ result });
