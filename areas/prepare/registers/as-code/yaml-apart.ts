import { Worker } from 'node:worker_threads';
import { Fault } from '../../../../kernel/errors.ts';
import { readYaml, writeYaml } from '../../../../kernel/yaml.ts';

export type YamlTask =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'write'; readonly value: unknown };
export interface YamlAnswer {
  readonly done?: unknown;
  readonly refused?: Pick<Fault, 'code' | 'details'>;
}

const LONGEST_MS = 120_000;
const MOST_MEMORY_MB = 2_048;

/** Tens of thousands of entries take seconds to read or write: a thread of its own, so that pages go out meanwhile. */
async function apart(task: YamlTask): Promise<unknown> {
  const worker = new Worker(new URL('./yaml-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  try {
    const { done, refused } = await new Promise<YamlAnswer>((resolve, reject) => {
      const late = setTimeout(() => reject(new Fault('too-large')), LONGEST_MS);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Fault('too-large') : error),
      );
      worker.once('exit', () => {
        clearTimeout(late);
        reject(new Fault('too-large'));
      });
    });
    if (refused) throw new Fault(refused.code, refused.details);
    return done;
  } finally {
    await worker.terminate();
  }
}

/** Smaller files are read and written before a thread has started. */
const SMALL = 200_000;

/** @throws Fault as `readYaml` */
export const readYamlApart = async (text: string): Promise<unknown> =>
  text.length < SMALL ? readYaml(text, SMALL) : apart({ kind: 'read', text });

export const writeYamlApart = async (value: unknown): Promise<string> =>
  JSON.stringify(value).length < SMALL
    ? writeYaml(value)
    : ((await apart({ kind: 'write', value })) as string);
