import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import { type Context, inTransaction, reading, type Tx } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { mapInTurns } from '../../../../kernel/in-turns.ts';
import { permit } from '../../../../kernel/permit.ts';
import { record } from '../../../record.ts';
import { keepAssetsWithin } from '../../assets/acts.ts';
import type { Refusal } from '../../register-entries/guard.ts';
import { missingPoints } from '../../register-entries/missing-points.ts';
import { lockEntry, writeEntry } from '../../registers/acts.ts';
import { referencesOf } from '../../registers/rules.ts';
import { guarded } from '../guards.ts';
import { REGISTERS, type RegisterName } from '../words.ts';
import { type ReadRegisters, readFile } from './read-file.ts';
import { planOf } from './rules.ts';
import type { Planned, PlannedEntry } from './schema.ts';
import { namesIn, storedRegisters } from './stored-registers.ts';
import { readYamlInWorker } from './yaml-in-worker.ts';

interface Plan {
  readonly file: ReadRegisters;
  readonly systems: readonly Planned[];
  readonly entries: readonly PlannedEntry[];
}
const wholeOf = ({ systems, entries }: Plan): Planned[] => [...systems, ...entries];
const isWritten = ({ change }: Planned): boolean => change === 'new' || change === 'changed';

const asItIs = <T>(value: T): T => value;

async function planned(trx: Transaction<Tables>, file: ReadRegisters): Promise<Plan> {
  const stored = await storedRegisters(trx);
  const entries: PlannedEntry[] = [];
  for (const [register, known] of stored.registers)
    entries.push(
      ...(await mapInTurns(planOf(register, known, file.registers.get(register) ?? new Map()), asItIs)),
    );
  const systems = await mapInTurns(planOf('systems', stored.systems, file.systems), asItIs);
  return { file, systems, entries };
}

/** The file, its people and units by id. Before any transaction: tens of thousands of entries take seconds to check. */
async function fileOf(ctx: Context, text: string): Promise<ReadRegisters> {
  const value = await readYamlInWorker(text);
  const { inward } = await reading(ctx, namesIn);
  return readFile(value, inward);
}

/** What applying a file would do, entry by entry; changes nothing. */
export async function planRegisters(ctx: Context, text: string): Promise<Planned[]> {
  permit(ctx, 'register.read');
  const file = await fileOf(ctx, text);
  return reading(ctx, async (trx) => wholeOf(await planned(trx, file)));
}

/**
 * Writes what a file adds or changes, all of it or nothing. What the file does not name stays as it is.
 * @throws Fault `invalid` when an entry points at something that is neither in the file nor in the registers
 */
export async function applyRegisters(ctx: Context, text: string): Promise<Planned[]> {
  permit(ctx, 'register.manage');
  const file = await fileOf(ctx, text);
  return inTransaction(ctx, async (tx) => {
    const plan = await planned(tx.sql, file);
    const systems = plan.systems.filter(isWritten).flatMap(({ key }) => plan.file.systems.get(key) ?? []);
    if (systems.length > 0) await keepAssetsWithin(tx, systems);
    const entries = plan.entries.filter(isWritten).flatMap(({ register, key }) => {
      const entry = plan.file.registers.get(register)?.get(key);
      return entry ? [{ register, key, entry }] : [];
    });
    const stay = await writeAll(tx, entries);
    const references = entries.flatMap(({ register, key, entry }) =>
      referencesOf(REGISTERS[register].points, entry, `registers.${register}.${key}`),
    );
    const missing = await missingPoints(tx, references, stay);
    if (missing.length > 0) throw new Fault('invalid', { fields: missing });
    return wholeOf(plan);
  });
}

interface Writing {
  readonly register: RegisterName;
  readonly key: string;
  readonly entry: Record<string, unknown>;
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
