import { type Context, reading } from '../../../../database/transaction.ts';
import { inTurns, mapInTurns } from '../../../../kernel/in-turns.ts';
import { permit } from '../../../../kernel/permit.ts';
import { asset } from '../../assets/schema.ts';
import { REGISTERS } from '../words.ts';
import { renamed, shortest } from './rules.ts';
import { namesIn, storedRegisters } from './stored-registers.ts';
import { writeYamlInWorker } from './yaml-in-worker.ts';

/** So many entries are written at a time. */
const A_PART = 500;

type Json = Record<string, unknown>;

/** All registers as YAML that `applyRegisters` reads back to the same. */
export async function exportRegisters(ctx: Context): Promise<string> {
  permit(ctx, 'register.read');
  const { outward, stored } = await reading(ctx, async (trx) => ({
    outward: (await namesIn(trx)).outward,
    stored: await storedRegisters(trx),
  }));
  const written = (entry: Json, read: (value: unknown) => unknown): Json =>
    renamed(shortest(entry, read), outward) as Json;
  const registers: Record<string, Json[]> = {};
  for (const [register, entries] of stored.registers)
    registers[register] = await mapInTurns(entries.values(), (entry) =>
      written(entry, (value) => REGISTERS[register].shape.parse(value)),
    );
  async function* parts(): AsyncGenerator<unknown> {
    let some: Json[] = [];
    for await (const entry of inTurns(stored.systems.values())) {
      some.push(written(entry, (value) => asset.parse(value)));
      if (some.length < A_PART) continue;
      yield { systems: some };
      some = [];
    }
    if (some.length > 0 || stored.systems.size === 0) yield { systems: some };
    yield { registers };
  }
  const texts = await writeYamlInWorker(parts());
  // One list: what comes after the first goes on under its head.
  return texts.map((text, n) => (n > 0 ? text.replace(/^systems:\n/, '') : text)).join('');
}
