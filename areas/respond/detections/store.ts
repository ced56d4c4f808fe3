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

/**
 * Takes the one place from which what the ledger tells of signals is looked at; another worker that holds it is waited for.
 * @returns up to which number matches were weighed, and ends were heard
 */
export async function lockLooked(
  trx: Transaction<Tables>,
  orgId: string,
): Promise<{ readonly weighed: number; readonly ended: number }> {
  await trx
    .insertInto('weighed')
    .values({ org_id: orgId, seq: 0 })
    .onConflict((c) => c.doNothing())
    .execute();
  return trx
    .selectFrom('weighed')
    .select(['seq as weighed', 'ended_seq as ended'])
    .where('org_id', '=', orgId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function moveEndsHeard(trx: Transaction<Tables>, orgId: string, seq: number): Promise<void> {
  await trx.updateTable('weighed').set({ ended_seq: seq }).where('org_id', '=', orgId).execute();
}

/** The open incidents some signals belong to, each with those of them that are not firing now and how many of all are left. */
export async function incidentsOfSignals(
  trx: Transaction<Tables>,
  signalIds: readonly string[],
): Promise<{ incidentId: string; signalIds: string[]; left: number; byRule: boolean }[]> {
  if (signalIds.length === 0) return [];
  const { rows } = await sql<{ incidentId: string; signalIds: string[]; left: number; byRule: boolean }>`
    SELECT i.id AS "incidentId", array_agg(l.signal_id ORDER BY l.signal_id) AS "signalIds",
      (SELECT count(*)::int FROM incident_signal a JOIN signal s ON s.org_id = a.org_id AND s.id = a.signal_id
        WHERE a.org_id = i.org_id AND a.incident_id = i.id AND s.state <> 'resolved') AS left,
      i.rule_id IS NOT NULL OR EXISTS (SELECT 1 FROM storm t WHERE t.org_id = i.org_id AND t.id = i.id) AS "byRule"
    FROM incident_signal l JOIN incident i ON i.org_id = l.org_id AND i.id = l.incident_id AND i.state = 'open'
    JOIN signal e ON e.org_id = l.org_id AND e.id = l.signal_id AND e.state <> 'firing'
    WHERE l.signal_id = ANY (${signalIds}::uuid[])
    GROUP BY i.org_id, i.id, i.rule_id ORDER BY i.id`.execute(trx);
  return rows;
}

/** Whether an alarm of an incident goes on, or nobody knows that it is over. */
export async function alarmsGoOn(trx: Transaction<Tables>, incidentId: string): Promise<boolean> {
  const { rows } = await sql<{ goesOn: boolean }>`SELECT EXISTS (
    SELECT 1 FROM incident_signal a JOIN signal s ON s.org_id = a.org_id AND s.id = a.signal_id
    WHERE a.incident_id = ${incidentId}::uuid AND s.state <> 'resolved') AS "goesOn"`.execute(trx);
  return rows[0]?.goesOn === true;
}
