import os from 'node:os';
import { Worker } from 'node:worker_threads';

export interface Limits {
  readonly longestMs: number;
  readonly mostMemoryMb: number;
}

/** A bit of what a thread takes or makes. */
export interface Part {
  readonly part: unknown;
}
const isPart = (message: unknown): message is Part =>
  typeof message === 'object' && message !== null && 'part' in message;

interface Parts {
  readonly in?: AsyncIterable<unknown>;
  readonly out?: (part: unknown) => void;
}

/** Hands over bit by bit, and then nothing. */
async function hand(worker: Worker, parts: AsyncIterable<unknown> | undefined): Promise<void> {
  if (!parts) return;
  for await (const part of parts) {
    worker.postMessage({ part });
    await new Promise((resolve) => setImmediate(resolve));
  }
  worker.postMessage(null);
}

/** Said by a thread at its beginning: whoever serves others goes first. Elsewhere it would slow the whole process. */
export function stepBack(): void {
  if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
}

/**
 * Work on a thread of its own with a limit on time and memory: pages go out meanwhile, whatever somebody handed in.
 * @param file what the thread runs; it posts one message, or parts and then that
 * @param exceeded the error for work that takes more than its limits
 * @param parts what goes in and comes out bit by bit: much of it at once would keep everybody waiting while it is copied
 */
export async function inWorker<T>(
  file: URL,
  workerData: unknown,
  { longestMs, mostMemoryMb }: Limits,
  exceeded: () => Error,
  parts: Parts = {},
): Promise<T> {
  const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      late = setTimeout(() => reject(exceeded()), longestMs);
      worker.on('message', (message: T | Part) => {
        if (isPart(message)) parts.out?.(message.part);
        else resolve(message);
      });
      void hand(worker, parts.in).catch(reject);
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
