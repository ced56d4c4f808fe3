import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import { mapInTurns } from '../../../../kernel/in-turns.ts';
import { allAssets } from '../../assets/index.ts';
import { asset, writtenOf } from '../../assets/schema.ts';
import { listPeople } from '../../contacts/index.ts';
import { unitTree } from '../../parties/index.ts';
import { idsByName } from '../../parties/rules.ts';
import { readRegister } from '../../registers/index.ts';
import { kindOf, REGISTER_NAMES, REGISTERS, type RegisterName } from '../words.ts';
import type { Rename } from './rules.ts';

type Json = Record<string, unknown>;

/** Fields that hold a person, in any register; of systems it is who answers for them. */
const PERSON_FIELDS = new Set([
  'personId',
  'deputyIds',
  ...Object.values(REGISTERS).flatMap(({ points }) =>
    Object.entries(points).flatMap(([field, to]) => (to === 'person' ? field : [])),
  ),
]);

export interface Names {
  /** From ids to mail addresses and unit names. */
  readonly outward: Rename;
  /** From mail addresses and unit names to ids. */
  readonly inward: Rename;
}

/** People are written by mail address, units by name where that names one unit alone. */
export async function namesIn(trx: Transaction<Tables>): Promise<Names> {
  const people = await listPeople(trx, { limit: 100_000 });
  const mailOf = new Map(people.map(({ id, email }) => [id, email]));
  const personOf = new Map(people.map(({ id, email }) => [email.toLowerCase(), id]));
  const unitOf = idsByName(await unitTree(trx));
  const unitName = new Map([...unitOf].map(([name, id]) => [id, name]));
  return {
    outward: (field, value) =>
      PERSON_FIELDS.has(field) ? mailOf.get(value) : field === 'unitId' ? unitName.get(value) : undefined,
    inward: (field, value) =>
      PERSON_FIELDS.has(field)
        ? personOf.get(value.toLowerCase())
        : field === 'unitId'
          ? unitOf.get(value)
          : undefined,
  };
}

export interface StoredRegisters {
  readonly systems: ReadonlyMap<string, Json>;
  readonly registers: ReadonlyMap<RegisterName, ReadonlyMap<string, Json>>;
}

/** All that is kept, by register and key, with ids. */
export async function storedRegisters(trx: Transaction<Tables>): Promise<StoredRegisters> {
  const systems = await mapInTurns(await allAssets(trx), (view): [string, Json] => [
    view.key,
    asset.parse(writtenOf(view)),
  ]);
  const registers = new Map<RegisterName, ReadonlyMap<string, Json>>();
  for (const register of REGISTER_NAMES) {
    const entries = await readRegister(trx, kindOf(register));
    registers.set(register, new Map(entries.map(({ key, entry }) => [key, entry as Json])));
  }
  return { systems: new Map(systems), registers };
}
