import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Inputs } from '../../prepare/plans/schema.ts';

export async function planOfIncident(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<{ key: string; version: number; chosenAt: Temporal.Instant } | undefined> {
  return trx
    .selectFrom('incident_plan')
    .select(['key', 'version', 'chosen_at as chosenAt'])
    .where('incident_id', '=', incidentId)
    .executeTakeFirst();
}

export async function setPlan(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  plan: { key: string; version: number },
  at: Temporal.Instant,
): Promise<void> {
  const row = { key: plan.key, version: plan.version, chosen_at: at.toString() };
  await trx
    .insertInto('incident_plan')
    .values({ org_id: orgId, incident_id: incidentId, ...row })
    .onConflict((c) => c.columns(['org_id', 'incident_id']).doUpdateSet(row))
    .execute();
}

export async function estimatesOf(trx: Transaction<Tables>, incidentId: string): Promise<Inputs> {
  const row = await trx
    .selectFrom('incident')
    .select('estimates')
    .where('id', '=', incidentId)
    .executeTakeFirst();
  return (row?.estimates ?? {}) as Inputs;
}

export async function setEstimates(
  trx: Transaction<Tables>,
  incidentId: string,
  estimates: Inputs,
): Promise<void> {
  await trx
    .updateTable('incident')
    .set({ estimates: JSON.stringify(estimates) })
    .where('id', '=', incidentId)
    .execute();
}
