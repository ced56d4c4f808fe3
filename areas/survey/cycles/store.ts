import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type {
  CriteriaEdition,
  Criterion,
  CycleChange,
  CycleState,
  CycleView,
  NewCycle,
  Window,
} from './schema.ts';

const looked = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('survey_cycle')
    .select([
      'id',
      'version',
      'fiscal_year as fiscalYear',
      sql<string>`window_from::text`.as('from'),
      sql<string>`window_until::text`.as('until'),
      'purpose',
      'plan_name as planName',
      'plan_decided_by as decidedBy',
      sql<string | null>`plan_decided_on::text`.as('decidedOn'),
      'target',
      'sector_percent as sectorPercent',
      'state',
      'changed_at as changedAt',
    ]);
type Looked = Awaited<ReturnType<ReturnType<typeof looked>['execute']>>[number];

const viewOf = ({ from, until, planName, decidedBy, decidedOn, changedAt, ...rest }: Looked): CycleView => ({
  ...rest,
  window: { from, until },
  plan: { name: planName, decidedBy, decidedOn },
  changedAt: changedAt.toString(),
});

export const listCycles = async (trx: Transaction<Tables>): Promise<CycleView[]> =>
  (await looked(trx).orderBy('fiscal_year', 'desc').execute()).map(viewOf);

export async function findCycle(trx: Transaction<Tables>, id: string): Promise<CycleView | undefined> {
  const row = await looked(trx).where('id', '=', id).executeTakeFirst();
  return row && viewOf(row);
}

/** Everything that belongs to a cycle is changed under this lock. */
export async function lockCycle(trx: Transaction<Tables>, id: string): Promise<CycleView | undefined> {
  const row = await looked(trx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && viewOf(row);
}

const columnsOf = ({ purpose, plan, target, sectorPercent, window }: Omit<CycleChange, 'version'>) => ({
  purpose,
  plan_name: plan.name,
  plan_decided_by: plan.decidedBy,
  plan_decided_on: plan.decidedOn,
  target,
  sector_percent: sectorPercent,
  window_from: window.from,
  window_until: window.until,
});

/** @returns false where the fiscal year has its cycle */
export async function insertCycle(
  trx: Transaction<Tables>,
  orgId: string,
  { id, fiscalYear, ...cycle }: NewCycle & { readonly id: string; readonly window: Window },
  at: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('survey_cycle')
    .values({
      org_id: orgId,
      id,
      version: 1,
      fiscal_year: fiscalYear,
      ...columnsOf(cycle),
      state: 'open',
      changed_at: at.toString(),
    })
    .onConflict((c) => c.columns(['org_id', 'fiscal_year']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateCycle(
  trx: Transaction<Tables>,
  id: string,
  { version, ...cycle }: CycleChange,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_cycle')
    .set({ ...columnsOf(cycle), version, changed_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

export async function setState(
  trx: Transaction<Tables>,
  id: string,
  state: CycleState,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_cycle')
    .set({ state, changed_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

export async function insertCriteria(
  trx: Transaction<Tables>,
  orgId: string,
  cycleId: string,
  { edition, criteria }: { readonly edition: number; readonly criteria: readonly Criterion[] },
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_criteria')
    .values({
      org_id: orgId,
      cycle_id: cycleId,
      edition,
      document: JSON.stringify(criteria),
      since: at.toString(),
      kept_by: by,
    })
    .execute();
}

/** Newest first. */
export async function criteriaEditions(
  trx: Transaction<Tables>,
  cycleId: string,
): Promise<CriteriaEdition[]> {
  const rows = await trx
    .selectFrom('survey_criteria')
    .select(['edition', 'document as criteria', 'since'])
    .where('cycle_id', '=', cycleId)
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(({ since, ...row }) => ({ ...row, since: since.toString() }));
}
