import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import { type Context, inTransaction, reading } from '../../../../database/transaction.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { record } from '../../../record.ts';
import { keepAssetsWithin } from '../../assets/index.ts';
import { asKept, danglingOf } from '../../register-entries/keep-entry.ts';
import { lockEntry, writeEntry } from '../../registers/acts.ts';
import { keepPast, rosteredNow } from '../../rosters/keep-past.ts';
import type { Leave } from '../../rosters/schema.ts';
import { REGISTERS } from '../words.ts';
import { type ReadRegisters, readFile } from './read-file.ts';
import { planOf } from './rules.ts';
import type { Planned } from './schema.ts';
import { namesIn, storedRegisters } from './stored-registers.ts';
import { readYamlApart } from './yaml-apart.ts';

async function planned(
  trx: Transaction<Tables>,
  value: unknown,
): Promise<{ file: ReadRegisters; plan: Planned[] }> {
  const { inward } = await namesIn(trx);
  const file = readFile(value, inward);
  const stored = await storedRegisters(trx);
  const plan = [
    ...planOf('systems', stored.systems, file.systems),
    ...[...stored.registers].flatMap(([register, entries]) =>
      planOf(register, entries, file.registers.get(register) ?? new Map()),
    ),
  ];
  return { file, plan };
}

/** What applying a file would do, entry by entry; changes nothing. */
export async function planRegisters(ctx: Context, text: string): Promise<Planned[]> {
  permit(ctx, 'register.read');
  const value = await readYamlApart(text);
  return reading(ctx, async (trx) => (await planned(trx, value)).plan);
}

/**
 * Writes what a file adds or changes, all of it or nothing. What the file does not name stays as it is.
 * @throws Fault `invalid` when an entry points at something that is neither in the file nor in the registers
 */
export async function applyRegisters(ctx: Context, text: string): Promise<Planned[]> {
  permit(ctx, 'register.manage');
  const value = await readYamlApart(text);
  return inTransaction(ctx, async (tx) => {
    const { sql } = tx;
    const { file, plan } = await planned(sql, value);
    const todo = plan.filter(({ change }) => change === 'new' || change === 'changed');
    const systems = todo.flatMap(({ register, key }) => {
      const entry = register === 'systems' ? file.systems.get(key) : undefined;
      return entry ? [entry] : [];
    });
    if (systems.length > 0) await keepAssetsWithin(tx, systems);
    const rostered = await rosteredNow(tx);
    for (const { register, key } of todo) {
      if (register === 'systems') continue;
      const before = await lockEntry(sql, register, key);
      const wanted = file.registers.get(register)?.get(key);
      if (register === 'leave')
        keepPast(rostered, before?.entry as Leave | undefined, wanted as Leave | undefined);
      const entry = asKept(register, before?.entry, wanted);
      const version = await writeEntry(sql, {
        orgId: ctx.orgId,
        register,
        key,
        entry,
        at: ctx.now,
        by: ctx.actor.id,
      });
      record(tx, 'register.kept', { body: { register, key, version } });
    }
    const references = todo.flatMap(({ register, key }) => {
      if (register === 'systems') return [];
      const entry = file.registers.get(register)?.get(key);
      return REGISTERS[register]
        .references(entry as never)
        .map((each) => ({ ...each, path: `registers.${register}.${key}.${each.path}` }));
    });
    const dangling = await danglingOf(tx, references);
    if (dangling.length > 0) throw new Fault('invalid', { fields: dangling });
    return plan;
  });
}
