import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { SimulationResult, SimulationWanted } from './schema.ts';

export interface StoredSimulation {
  readonly id: string;
  readonly wanted: SimulationWanted;
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly result: SimulationResult | null;
  readonly askedAt: Temporal.Instant;
}

export async function readSimulation(trx: Transaction<Tables>): Promise<StoredSimulation | undefined> {
  const row = await trx
    .selectFrom('headquarters_time')
    .select(['id', 'wanted', 'state', 'done', 'total', 'result', 'asked_at as askedAt'])
    .executeTakeFirst();
  return (
    row && {
      ...row,
      wanted: row.wanted as SimulationWanted,
      result: row.result as SimulationResult | null,
    }
  );
}

/** A new one takes the place of the last, and with it of what that would still have written. */
export async function beginSimulation(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  wanted: SimulationWanted,
  total: number,
  at: Temporal.Instant,
): Promise<void> {
  const row = {
    id,
    wanted: JSON.stringify(wanted),
    state: 'running' as const,
    done: 0,
    total,
    result: null,
    asked_at: at.toString(),
  };
  await trx
    .insertInto('headquarters_time')
    .values({ org_id: orgId, ...row })
    .onConflict((c) => c.column('org_id').doUpdateSet(row))
    .execute();
}

/** @returns false where another was asked for meanwhile */
export async function setSimulation(
  trx: Transaction<Tables>,
  id: string,
  set: {
    readonly state: 'running' | 'done' | 'failed';
    readonly done: number;
    readonly result?: SimulationResult;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('headquarters_time')
    .set({ state: set.state, done: set.done, result: set.result ? JSON.stringify(set.result) : null })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
