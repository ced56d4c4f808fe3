import { parentPort } from 'node:worker_threads';
import { solve } from '../report/figure/solve.ts';
import type { Asked } from './laid-out.ts';

parentPort?.on('message', ({ figure, language, page }: Asked) =>
  parentPort?.postMessage(solve(figure, language, page ? { page } : {})),
);
