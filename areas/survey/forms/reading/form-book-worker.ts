import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../../../../kernel/errors.ts';
import { stepBack } from '../../../../kernel/in-worker.ts';
import { readFormBook } from './form-book.ts';
import type { BookAnswer } from './form-book-in-worker.ts';

const USUAL_BYTES = 1_000_000;

function answerTo(content: Uint8Array): BookAnswer {
  try {
    return { book: readFormBook(content) };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { refused: fault.details.detail };
  }
}

const content = workerData as Uint8Array;
// A form is the work of a moment, and somebody waits for it; what is larger than any form goes last.
if (content.length > USUAL_BYTES) stepBack();
parentPort?.postMessage(answerTo(content));
