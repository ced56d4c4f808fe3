import { Worker } from 'node:worker_threads';
import { Fault } from '../../../kernel/errors.ts';

/** One after another: deriving a key takes a quarter of a gigabyte for a second or two. */
const MOST_WAITING = 4;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Encrypts bytes under a passphrase as an age file (https://age-encryption.org/v1), on a thread of its own.
 * @throws Fault `too-many` while several wait already
 */
export async function sealInWorker(plain: Uint8Array, passphrase: string): Promise<Uint8Array> {
  if (waiting >= MOST_WAITING) throw new Fault('too-many');
  waiting += 1;
  const sealed = last.then(() => onThread(plain, passphrase));
  // Whoever comes next waits for the end of this one, however it ends.
  last = sealed.catch(() => undefined);
  return sealed.finally(() => {
    waiting -= 1;
  });
}

async function onThread(plain: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const worker = new Worker(new URL('./seal-worker.ts', import.meta.url), {
    workerData: { plain, passphrase },
  });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The copy could not be sealed: the worker ended')));
    });
  } finally {
    await worker.terminate();
  }
}
