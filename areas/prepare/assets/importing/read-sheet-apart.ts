import { Worker } from 'node:worker_threads';
import { Fault } from '../../../../kernel/errors.ts';
import { FILE_TOO_LONG } from './rules.ts';

const LONGEST_MS = 120_000;

/**
 * The first sheet of a workbook as rows of texts, read by a thread of its own with a limit on memory and time: a small
 * file can name a cell so far out that no memory would hold the rows before it, and pages must go out meanwhile.
 * @throws Fault `too-large` when it takes more than that; what the reader threw
 */
export async function readSheetApart(content: Uint8Array): Promise<string[][]> {
  const worker = new Worker(new URL('./read-sheet-worker.ts', import.meta.url), {
    workerData: { content },
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
  const tooLarge = () => new Fault('too-large', { detail: FILE_TOO_LONG });
  try {
    return await new Promise<string[][]>((resolve, reject) => {
      const late = setTimeout(() => reject(tooLarge()), LONGEST_MS);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error),
      );
      worker.once('exit', () => {
        clearTimeout(late);
        reject(tooLarge());
      });
    });
  } finally {
    await worker.terminate();
  }
}
