import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import { type Context, inTransaction, reading, type Tx } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { mapInTurns } from '../../../../kernel/in-turns.ts';
import { permit } from '../../../../kernel/permit.ts';
import { record } from '../../../record.ts';
import { keepAssetsWithin, lockAssets } from '../../assets/acts.ts';
import { versionOfAssets } from '../../assets/index.ts';
import type { Asset } from '../../assets/schema.ts';
import type { Looking, Refusal } from '../../register-entries/guard.ts';
import { missingPoints } from '../../register-entries/missing-points.ts';
import { lockEntry, writeEntry } from '../../registers/acts.ts';
import { versionOfAll } from '../../registers/index.ts';
import { referencesOf } from '../../registers/rules.ts';
import { guarded } from '../guards.ts';
import { REGISTERS, type RegisterName } from '../words.ts';
import { faultsOfPlan, type Writing } from './faults-of-plan.ts';
import { type ReadRegisters, readFile } from './read-file.ts';
import { planOf } from './rules.ts';
import type { Planned, PlannedEntry } from './schema.ts';
import { namesIn, storedRegisters } from './stored-registers.ts';
import { readYamlInWorker } from './yaml-in-worker.ts';

interface Plan {
  readonly file: ReadRegisters;
  readonly systems: readonly Planned[];
  readonly entries: readonly PlannedEntry[];
  readonly writes: { readonly systems: readonly Asset[]; readonly entries: readonly Writing[] };
  readonly version: string;
}
const wholeOf = ({ systems, entries }: Plan): Planned[] => [...systems, ...entries];
const isWritten = ({ change }: Planned): boolean => change === 'new' || change === 'changed';

/** A word for all registers as they are: what was planned on one is not applied on another. */
const versionOfRegisters = async (trx: Transaction<Tables>): Promise<string> =>
  `${await versionOfAll(trx)}-${await versionOfAssets(trx)}`;

const asItIs = <T>(value: T): T => value;

/** @throws Fault `invalid` with everything that keeps the file from being applied */
async function planned(tx: Looking, file: ReadRegisters): Promise<Plan> {
  const stored = await storedRegisters(tx.sql);
  const entries: PlannedEntry[] = [];
  for (const [register, known] of stored.registers)
    entries.push(
      ...(await mapInTurns(planOf(register, known, file.registers.get(register) ?? new Map()), asItIs)),
    );
  const systems = await mapInTurns(planOf('systems', stored.systems, file.systems), asItIs);
  const writes = {
    systems: systems.filter(isWritten).flatMap(({ key }) => file.systems.get(key) ?? []),
    entries: entries.filter(isWritten).flatMap(({ register, key }): Writing[] => {
      const entry = file.registers.get(register)?.get(key);
      return entry ? [{ register, key, entry, before: stored.registers.get(register)?.get(key) }] : [];
    }),
  };
  const faults = await faultsOfPlan(tx, file, stored, writes);
  if (faults.length > 0) throw new Fault('invalid', { fields: faults });
  return { file, systems, entries, writes, version: await versionOfRegisters(tx.sql) };
}

/** The file, its people and units by id. Before any transaction: tens of thousands of entries take seconds to check. */
async function fileOf(ctx: Context, text: string): Promise<ReadRegisters> {
  const value = await readYamlInWorker(text);
  const { inward } = await reading(ctx, namesIn);
  return readFile(value, inward);
}

/** What applying a file would do, entry by entry, and on which version of the registers; changes nothing. */
export async function readPlan(ctx: Context, text: string): Promise<{ plan: Planned[]; version: string }> {
  permit(ctx, 'register.read');
  const file = await fileOf(ctx, text);
  return reading(ctx, async (sql) => {
    const plan = await planned({ ctx, sql }, file);
    return { plan: wholeOf(plan), version: plan.version };
  });
}

/**
 * Writes what a file adds or changes, all of it or nothing. What the file does not name stays as it is.
 * @param version the one the plan was read on; undefined asks nothing, for who fills an empty house
 * @throws Fault `invalid` when an entry points at something that is neither in the file nor in the registers, `conflict`
 * when anything was written since the plan
 */
export async function applyRegisters(ctx: Context, text: string, version?: string): Promise<Planned[]> {
  permit(ctx, 'register.manage');
  const file = await fileOf(ctx, text);
  return inTransaction(ctx, async (tx) => {
    await lockNamed(tx, file);
    const plan = await planned(tx, file);
    if (version !== undefined && version !== plan.version)
      throw new Fault('conflict', {
        detail: {
          ja: '変更内容の確認（plan）後に台帳が変更されました。もう一度確認してから適用してください',
          en: 'The registers changed since you ran plan. Run plan again before applying',
        },
      });
    const { systems, entries } = plan.writes;
    if (systems.length > 0) await keepAssetsWithin(tx, systems);
    const stay = await writeAll(tx, entries);
    const references = entries.flatMap(({ register, key, entry }) =>
      referencesOf(REGISTERS[register].points, entry, `registers.${register}.${key}`),
    );
    const missing = await missingPoints(tx, references, stay);
    if (missing.length > 0) throw new Fault('invalid', { fields: missing });
    return wholeOf(plan);
  });
}

/** One file after the other, and of what it names nothing changes any more until it is written. */
async function lockNamed(tx: Tx, file: ReadRegisters): Promise<void> {
  await lockEntry(tx.sql, 'systems', 'file');
  await lockAssets(tx.sql, [...file.systems.keys()].sort());
  for (const [register, entries] of [...file.registers].sort(([x], [y]) => (x < y ? -1 : 1)))
    for (const key of [...entries.keys()].sort()) await lockEntry(tx.sql, register, key);
}

/** @returns people who may be named although they have left */
async function writeAll(tx: Tx, entries: readonly Writing[]): Promise<ReadonlySet<string>> {
  const { ctx, sql } = tx;
  const stay = new Set<string>();
  const refusals = new Map<RegisterName, Refusal | undefined>();
  for (const register of new Set(entries.map((each) => each.register)))
    refusals.set(register, await guarded(register).guard?.(tx));
  for (const { register, key, entry: wanted } of entries) {
    const { kind } = guarded(register);
    const before = (await lockEntry(sql, register, key))?.entry as Writing['entry'] | undefined;
    refusals.get(register)?.refuse(before, wanted);
    for (const id of before ? (refusals.get(register)?.stay?.(before) ?? []) : []) stay.add(id);
    const entry = kind.kept(before, wanted);
    const version = await writeEntry(sql, {
      orgId: ctx.orgId,
      register,
      key,
      entry,
      at: ctx.now,
      by: byOf(ctx.actor),
    });
    record(tx, 'register.kept', { body: { register, key, version } });
  }
  return stay;
}
