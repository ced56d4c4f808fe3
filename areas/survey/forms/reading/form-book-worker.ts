import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../../../../kernel/errors.ts';
import { stepBack } from '../../../../kernel/in-worker.ts';
import { readFormBook } from './form-book.ts';
import type { BookAnswer } from './form-book-in-worker.ts';

function answerTo(content: Uint8Array): BookAnswer {
  try {
    return { book: readFormBook(content) };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { refused: fault.details.detail };
  }
}

stepBack();
parentPort?.postMessage(answerTo(workerData as Uint8Array));
