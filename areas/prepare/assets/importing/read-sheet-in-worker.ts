import { Fault } from '../../../../kernel/errors.ts';
import { inWorker } from '../../../../kernel/in-worker.ts';
import { FILE_TOO_LONG } from './rules.ts';

const LIMITS = { longestMs: 120_000, mostMemoryMb: 1_024 } as const;

/**
 * The first sheet of a workbook as rows of texts, read by a thread of its own: a small file can name a cell so far out
 * that no memory would hold the rows before it.
 * @throws Fault `too-large` when it takes more than that; what the reader threw
 */
export const readSheetInWorker = (content: Uint8Array): Promise<string[][]> =>
  inWorker<string[][]>(
    new URL('./read-sheet-worker.ts', import.meta.url),
    { content },
    LIMITS,
    () => new Fault('too-large', { detail: FILE_TOO_LONG }),
  );
