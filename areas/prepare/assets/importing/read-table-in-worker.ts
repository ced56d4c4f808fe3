import { Fault } from '../../../../kernel/errors.ts';
import { inWorker } from '../../../../kernel/in-worker.ts';
import type { TableFile } from './grid.ts';
import { FILE_TOO_LONG } from './rules.ts';
import type { ImportFormat, Reading } from './schema.ts';

export interface TableTask {
  readonly format: ImportFormat;
  readonly content: Uint8Array;
  readonly reading: Reading;
}
export interface TableAnswer {
  readonly table?: TableFile;
  readonly refused?: Pick<Fault, 'code' | 'details'>;
}

const LIMITS = { longestMs: 120_000, mostMemoryMb: 1_536 } as const;
const exceeded = (): Fault => new Fault('too-large', { detail: FILE_TOO_LONG });

/**
 * `readTable` on a thread of its own: a hundred thousand rows take seconds, and pages go out meanwhile.
 * @throws Fault as `readTable`; `too-large` when it takes more than that
 */
export async function readTableInWorker(task: TableTask): Promise<TableFile> {
  const { table, refused } = await inWorker<TableAnswer>(
    new URL('./read-table-worker.ts', import.meta.url),
    task,
    LIMITS,
    exceeded,
  );
  if (refused) throw new Fault(refused.code, refused.details);
  if (!table) throw exceeded();
  return table;
}
