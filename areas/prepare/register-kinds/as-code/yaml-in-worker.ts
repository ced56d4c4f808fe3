import { Fault } from '../../../../kernel/errors.ts';
import { inWorker } from '../../../../kernel/in-worker.ts';
import { readYaml, writeYaml } from '../../../../kernel/yaml.ts';

export type YamlTask =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'write'; readonly value: unknown };
export interface YamlAnswer {
  readonly done?: unknown;
  readonly refused?: Pick<Fault, 'code' | 'details'>;
}

const LIMITS = { longestMs: 120_000, mostMemoryMb: 2_048 } as const;

/** Tens of thousands of entries take seconds to read or write. */
async function yamlInWorker(task: YamlTask): Promise<unknown> {
  const { done, refused } = await inWorker<YamlAnswer>(
    new URL('./yaml-worker.ts', import.meta.url),
    task,
    LIMITS,
    () => new Fault('too-large'),
  );
  if (refused) throw new Fault(refused.code, refused.details);
  return done;
}

/** Smaller files are read and written before a thread has started. */
const SMALL = 200_000;

/** @throws Fault as `readYaml` */
export const readYamlInWorker = async (text: string): Promise<unknown> =>
  text.length < SMALL ? readYaml(text, SMALL) : yamlInWorker({ kind: 'read', text });

export const writeYamlInWorker = async (value: unknown): Promise<string> =>
  JSON.stringify(value).length < SMALL
    ? writeYaml(value)
    : ((await yamlInWorker({ kind: 'write', value })) as string);
