import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../../../kernel/errors.ts';
import { stepBack } from '../../../kernel/in-worker.ts';
import { readAbsences } from './read-ics.ts';
import type { IcsAnswer, IcsTask } from './read-ics-in-worker.ts';

function answerTo({ ics, timeZone, first, last }: IcsTask): IcsAnswer {
  try {
    return { read: readAbsences(ics, timeZone, first, last) };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const { detail, fields } = fault.details;
    return {
      refused: { code: fault.code, details: { ...(detail && { detail }), ...(fields && { fields }) } },
    };
  }
}

stepBack();
parentPort?.postMessage(answerTo(workerData as IcsTask));
