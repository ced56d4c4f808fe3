import { type Context, reading } from '../../../../database/transaction.ts';
import { permit } from '../../../../kernel/permit.ts';
import { asset } from '../../assets/schema.ts';
import { REGISTERS } from '../words.ts';
import { renamed, shortest } from './rules.ts';
import type { RegistersFile } from './schema.ts';
import { namesIn, storedRegisters } from './stored-registers.ts';
import { writeYamlInWorker } from './yaml-in-worker.ts';

/** All registers as YAML that `applyRegisters` reads back to the same. */
export async function exportRegisters(ctx: Context): Promise<string> {
  permit(ctx, 'register.read');
  const file = await reading(ctx, async (trx): Promise<RegistersFile> => {
    const { outward } = await namesIn(trx);
    const stored = await storedRegisters(trx);
    const written = (
      entries: ReadonlyMap<string, Record<string, unknown>>,
      read: (value: unknown) => unknown,
    ): Record<string, unknown>[] =>
      [...entries.values()].map(
        (entry) => renamed(shortest(entry, read), outward) as Record<string, unknown>,
      );
    return {
      systems: written(stored.systems, (value) => asset.parse(value)),
      registers: Object.fromEntries(
        [...stored.registers].map(([register, entries]) => [
          register,
          written(entries, (value) => REGISTERS[register].shape.parse(value)),
        ]),
      ),
    };
  });
  return writeYamlInWorker(file);
}
