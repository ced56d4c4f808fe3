import os from 'node:os';
import { Worker } from 'node:worker_threads';

export interface Limits {
  readonly longestMs: number;
  readonly mostMemoryMb: number;
}

/** Said by a thread at its beginning: whoever serves others goes first. Elsewhere it would slow the whole process. */
export function stepBack(): void {
  if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
}

/**
 * Work on a thread of its own with a limit on time and memory: pages go out meanwhile, whatever somebody handed in.
 * @param file what the thread runs; it posts one message
 * @param exceeded the error for work that takes more than its limits
 */
export async function inWorker<T>(
  file: URL,
  workerData: unknown,
  { longestMs, mostMemoryMb }: Limits,
  exceeded: () => Error,
): Promise<T> {
  const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      late = setTimeout(() => reject(exceeded()), longestMs);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? exceeded() : error),
      );
      worker.once('exit', () => reject(exceeded()));
    });
  } finally {
    clearTimeout(late);
    // It may be in a loop that never ends: ending it waits for no turn of its own.
    await worker.terminate();
  }
}
