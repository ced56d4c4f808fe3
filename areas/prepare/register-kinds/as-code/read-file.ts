import type { z } from 'zod';
import { called, Fault, type FieldFault } from '../../../../kernel/errors.ts';
import { inTurns } from '../../../../kernel/in-turns.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { fieldFaultsOf } from '../../../../kernel/shape-faults.ts';
import { type Asset, asset } from '../../assets/schema.ts';
import { COMMON_FIELDS } from '../../registers/schema.ts';
import { REGISTERS, type RegisterName } from '../words.ts';
import { type Rename, renamed } from './rules.ts';
import { registersFile } from './schema.ts';

type Json = Record<string, unknown>;

export interface ReadRegisters {
  readonly systems: ReadonlyMap<string, Asset>;
  readonly registers: ReadonlyMap<RegisterName, ReadonlyMap<string, Json>>;
}

/**
 * A file of registers, checked against their shapes; whether what it points at is there is checked on applying.
 * @throws Fault `invalid` that names every wrong field by its place in the file
 */
export async function readFile(value: unknown, inward: Rename): Promise<ReadRegisters> {
  const checked = registersFile.safeParse(value ?? {});
  if (!checked.success) throw new Fault('invalid', { fields: fieldFaultsOf(checked.error, 'file') });
  const faults: FieldFault[] = [];
  const entriesOf = async <S extends z.ZodObject>(
    shape: S,
    list: readonly Json[],
    place: string,
    words: Readonly<Record<string, Bilingual>> = {},
  ) => {
    const entries = new Map<string, z.infer<S>>();
    let i = -1;
    for await (const item of inTurns(list)) {
      i += 1;
      const parsed = shape.safeParse(renamed(item, inward));
      if (!parsed.success) {
        for (const fault of fieldFaultsOf(parsed.error, 'entry'))
          faults.push({
            ...called(fault, { ...COMMON_FIELDS, ...words }),
            field: `${place}.${i}.${fault.field}`,
          });
        continue;
      }
      const key = String(parsed.data['key']);
      if (entries.has(key))
        faults.push({
          field: `${place}.${i}.key`,
          mend: { ja: `「${key}」が重複しています`, en: `“${key}” appears twice` },
        });
      entries.set(key, parsed.data);
    }
    return entries;
  };
  const systems = await entriesOf(asset, checked.data.systems, 'systems');
  const registers = new Map<RegisterName, ReadonlyMap<string, Json>>();
  for (const [register, list] of Object.entries(checked.data.registers) as [RegisterName, Json[]][])
    registers.set(
      register,
      await entriesOf(
        REGISTERS[register].shape as z.ZodObject,
        list,
        `registers.${register}`,
        REGISTERS[register].fields,
      ),
    );
  if (faults.length > 0) throw new Fault('invalid', { fields: faults.slice(0, 200) });
  return { systems, registers };
}
