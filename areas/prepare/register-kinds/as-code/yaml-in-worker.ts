import { Fault } from '../../../../kernel/errors.ts';
import { inWorker } from '../../../../kernel/in-worker.ts';
import { readYaml } from '../../../../kernel/yaml.ts';

/** What is written comes in parts; what is read goes out so. */
export type YamlTask = { readonly kind: 'read'; readonly text: string } | { readonly kind: 'write' };
export interface YamlAnswer {
  readonly done?: unknown;
  readonly refused?: Pick<Fault, 'code' | 'details'>;
}

const LIMITS = { longestMs: 300_000, mostMemoryMb: 2_048 } as const;
const WORKER = new URL('./yaml-worker.ts', import.meta.url);
const exceeded = (): Fault => new Fault('too-large');

/** Smaller files are read before a thread has started. */
const SMALL = 200_000;

/**
 * Tens of thousands of entries take many seconds to read, and are handed over some at a time.
 * @throws Fault as `readYaml`
 */
export async function readYamlInWorker(text: string): Promise<unknown> {
  if (text.length < SMALL) return readYaml(text, SMALL);
  const systems: unknown[] = [];
  const out = (part: unknown) => {
    for (const each of part as unknown[]) systems.push(each);
  };
  const { done, refused } = await inWorker<YamlAnswer>(WORKER, { kind: 'read', text }, LIMITS, exceeded, {
    out,
  });
  if (refused) throw new Fault(refused.code, refused.details);
  return systems.length > 0 ? { ...(done as object), systems } : done;
}

/** Each of several values as YAML. */
export async function writeYamlInWorker(values: AsyncIterable<unknown>): Promise<readonly string[]> {
  const { done } = await inWorker<YamlAnswer>(WORKER, { kind: 'write' }, LIMITS, exceeded, { in: values });
  return done as string[];
}
