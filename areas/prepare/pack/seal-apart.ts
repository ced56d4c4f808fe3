import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Encrypts bytes under a passphrase as an age file (https://age-encryption.org/v1), on a thread of its own. */
export async function sealApart(plain: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const worker = new Worker(new URL('./seal-worker.ts', import.meta.url), {
    workerData: { plain, passphrase },
  });
  try {
    // An error of the worker rejects.
    const [sealed] = (await once(worker, 'message')) as [Uint8Array];
    return sealed;
  } finally {
    await worker.terminate();
  }
}
