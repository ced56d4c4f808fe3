import type { Tx } from '../../../../database/transaction.ts';
import { Fault, type FieldFault } from '../../../../kernel/errors.ts';
import type { Asset } from '../../assets/schema.ts';
import { findPeople } from '../../contacts/index.ts';
import { unitTree } from '../../parties/index.ts';
import type { Refusal } from '../../register-entries/guard.ts';
import { backwardSpans, ENDS_BEFORE } from '../../register-entries/rules.ts';
import { referencesOf } from '../../registers/rules.ts';
import { guarded } from '../guards.ts';
import { REGISTERS, type RegisterName } from '../words.ts';
import type { ReadRegisters } from './read-file.ts';
import type { StoredRegisters } from './stored-registers.ts';

type Json = Record<string, unknown>;
/** An entry that a file writes, and what it takes the place of. */
export interface Writing {
  readonly register: RegisterName;
  readonly key: string;
  readonly before: Json | undefined;
  readonly entry: Json;
}

const missing = (field: string, key: string): FieldFault => ({
  field,
  mend: {
    ja: `「${key}」は台帳にもファイルにも登録されていません`,
    en: `“${key}” is neither in the register nor in the file`,
  },
});

/** What keeps a file from being applied: what is pointed at and not there, and what the guards of registers refuse. */
export async function faultsOfPlan(
  tx: Pick<Tx, 'ctx' | 'sql'>,
  file: ReadRegisters,
  stored: StoredRegisters,
  writes: { readonly systems: readonly Asset[]; readonly entries: readonly Writing[] },
): Promise<FieldFault[]> {
  const units = new Set((await unitTree(tx.sql)).map(({ id }) => id));
  const systems = (key: string) => file.systems.has(key) || stored.systems.has(key);
  const refused = await refusalsOf(tx, writes.entries);
  return [
    ...writes.systems.flatMap((system) => faultsOfSystem(system, systems, units)),
    ...writes.entries.flatMap(({ register, key, entry }) =>
      backwardSpans(entry, `registers.${register}.${key}`).map((field) => ({ field, mend: ENDS_BEFORE })),
    ),
    ...refused.faults,
    ...(await missingIn(tx, file, stored, writes.entries, refused.stay)),
  ].slice(0, 200);
}

function faultsOfSystem(
  { key, unitId, edges }: Asset,
  isThere: (key: string) => boolean,
  units: ReadonlySet<string>,
): FieldFault[] {
  const at = `systems.${key}`;
  return [
    ...(unitId !== null && !units.has(unitId) ? [missing(`${at}.unitId`, unitId)] : []),
    ...edges.flatMap(({ to }, n) => {
      const field = `${at}.edges.${n}.to`;
      if (to === key)
        return [{ field, mend: { ja: '自分自身は指定できません', en: 'It cannot refer to itself' } }];
      return isThere(to) ? [] : [missing(field, to)];
    }),
  ];
}

async function refusalsOf(
  tx: Pick<Tx, 'ctx' | 'sql'>,
  entries: readonly Writing[],
): Promise<{ faults: FieldFault[]; stay: ReadonlySet<string> }> {
  const refusals = new Map<RegisterName, Refusal | undefined>();
  const faults: FieldFault[] = [];
  const stay = new Set<string>();
  for (const { register, key, before, entry } of entries) {
    if (!refusals.has(register)) refusals.set(register, await guarded(register).guard?.(tx));
    const refusal = refusals.get(register);
    for (const id of before ? (refusal?.stay?.(before) ?? []) : []) stay.add(id);
    try {
      refusal?.refuse(before, entry);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const place = `registers.${register}.${key}`;
      const { fields, detail } = error.details;
      for (const each of fields ?? []) faults.push({ ...each, field: `${place}.${each.field}` });
      if (!fields && detail) faults.push({ field: place, mend: detail });
    }
  }
  return { faults, stay };
}

async function missingIn(
  { sql }: Pick<Tx, 'sql'>,
  file: ReadRegisters,
  stored: StoredRegisters,
  entries: readonly Writing[],
  stay: ReadonlySet<string>,
): Promise<FieldFault[]> {
  const references = entries.flatMap(({ register, key, entry }) =>
    referencesOf(REGISTERS[register].points, entry, `registers.${register}.${key}`),
  );
  const people = references.filter(({ to }) => to === 'person').map(({ key }) => key);
  const here = new Set((await findPeople(sql, [...new Set(people)])).map(({ id }) => id));
  const isThere = (to: string, key: string): boolean => {
    if (to === 'person') return here.has(key) || stay.has(key);
    if (to === 'asset' || to === 'site') return file.systems.has(key) || stored.systems.has(key);
    const register = to as RegisterName;
    return (file.registers.get(register)?.has(key) || stored.registers.get(register)?.has(key)) === true;
  };
  return references.filter(({ to, key }) => !isThere(to, key)).map(({ path, key }) => missing(path, key));
}
