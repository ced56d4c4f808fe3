import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

/** @returns the signals that were not linked before */
export async function linkSignals(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  signalIds: readonly string[],
): Promise<string[]> {
  const rows = await trx
    .insertInto('incident_signal')
    .values(signalIds.map((signal_id) => ({ org_id: orgId, incident_id: incidentId, signal_id })))
    .onConflict((c) => c.doNothing())
    .returning('signal_id')
    .execute();
  return rows.map(({ signal_id }) => signal_id);
}

/** @returns whether it was there */
export async function unlinkSignals(
  trx: Transaction<Tables>,
  incidentId: string,
  signalId: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('incident_signal')
    .where('incident_id', '=', incidentId)
    .where('signal_id', '=', signalId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** @returns how many were not there already */
export async function moveSignals(
  trx: Transaction<Tables>,
  orgId: string,
  from: string,
  to: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO incident_signal (org_id, incident_id, signal_id)
    SELECT ${orgId}::uuid, ${to}::uuid, signal_id FROM incident_signal WHERE incident_id = ${from}::uuid
    ON CONFLICT DO NOTHING`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

export async function linkedSignals(
  trx: Transaction<Tables>,
  incidentId: string,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('incident_signal')
    .select('signal_id')
    .where('incident_id', '=', incidentId)
    .$if(after !== undefined, (q) => q.where('signal_id', '>', after ?? ''))
    .orderBy('signal_id')
    .limit(limit)
    .execute();
  return rows.map(({ signal_id }) => signal_id);
}
