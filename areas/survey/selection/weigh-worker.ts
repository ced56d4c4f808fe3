import { parentPort, workerData } from 'node:worker_threads';
import { stepBack } from '../../../kernel/in-worker.ts';
import { type Asked, weigh } from './weigh.ts';

stepBack();
parentPort?.postMessage(weigh(workerData as Asked));
