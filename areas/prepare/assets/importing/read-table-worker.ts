import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../../../../kernel/errors.ts';
import { stepBack } from '../../../../kernel/in-worker.ts';
import { readTable } from './read-table.ts';
import type { TableAnswer, TableTask } from './read-table-in-worker.ts';

function answerTo({ format, content, reading }: TableTask): TableAnswer {
  try {
    return { table: readTable(format, content, reading) };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const { detail } = fault.details;
    return { refused: { code: fault.code, details: { ...(detail && { detail }) } } };
  }
}

stepBack();
parentPort?.postMessage(answerTo(workerData as TableTask));
