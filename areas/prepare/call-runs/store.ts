import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Band } from '../calendars/schema.ts';
import type { Cause } from '../calling/schema.ts';
import type { Outcome } from './schema.ts';

export interface StoredRun {
  readonly id: string;
  readonly cause: Cause;
  readonly band: Band;
  readonly tree: string | null;
  readonly drill: boolean;
  readonly site: string | null;
  readonly incidentId: string | null;
  readonly begunAt: Temporal.Instant;
  readonly begunBy: string;
  readonly endedAt: Temporal.Instant | null;
}
export interface StoredCall {
  readonly runId: string;
  readonly position: number;
  readonly personId: string;
  readonly deputyOf: string | null;
  readonly outcome: Outcome | null;
  readonly at: Temporal.Instant | null;
  readonly by: string | null;
}

export async function insertRun(
  trx: Transaction<Tables>,
  orgId: string,
  run: Omit<StoredRun, 'endedAt'>,
  calls: readonly { readonly personId: string; readonly deputyOf: string | null }[],
): Promise<void> {
  await trx
    .insertInto('call_run')
    .values({
      org_id: orgId,
      id: run.id,
      cause: run.cause,
      band: run.band,
      tree: run.tree,
      drill: run.drill,
      site: run.site,
      incident_id: run.incidentId,
      begun_at: run.begunAt.toString(),
      begun_by: run.begunBy,
    })
    .execute();
  await trx
    .insertInto('call_run_call')
    .values(
      calls.map(({ personId, deputyOf }, position) => ({
        org_id: orgId,
        run_id: run.id,
        position,
        person_id: personId,
        deputy_of: deputyOf,
      })),
    )
    .execute();
}

/** Whether an incident is there for the asker, and not over. */
export async function isRunningIncident(trx: Transaction<Tables>, id: string): Promise<boolean> {
  const { rows } = await sql<{
    running: boolean;
  }>`SELECT is_running_incident(${id}::uuid) AS running`.execute(trx);
  return rows[0]?.running === true;
}

export async function isDrillIncident(trx: Transaction<Tables>, id: string): Promise<boolean> {
  const { rows } = await sql<{ drill: boolean }>`SELECT is_drill_incident(${id}::uuid) AS drill`.execute(trx);
  return rows[0]?.drill === true;
}

const RUN = [
  'id',
  'cause',
  'band',
  'tree',
  'drill',
  'site',
  'incident_id as incidentId',
  'begun_at as begunAt',
  'begun_by as begunBy',
  'ended_at as endedAt',
] as const;

export async function recentRuns(
  trx: Transaction<Tables>,
  incidentId: string | undefined,
  limit: number,
): Promise<StoredRun[]> {
  const rows = await trx
    .selectFrom('call_run')
    .select(RUN)
    .$if(incidentId !== undefined, (q) => q.where('incident_id', '=', incidentId ?? ''))
    .orderBy('begun_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, cause: row.cause as Cause, band: row.band as Band }));
}

export async function lockRun(trx: Transaction<Tables>, id: string): Promise<StoredRun | undefined> {
  const row = await trx
    .selectFrom('call_run')
    .select(RUN)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, cause: row.cause as Cause, band: row.band as Band };
}

export async function callsOf(trx: Transaction<Tables>, runIds: readonly string[]): Promise<StoredCall[]> {
  if (runIds.length === 0) return [];
  const rows = await trx
    .selectFrom('call_run_call')
    .select([
      'run_id as runId',
      'position',
      'person_id as personId',
      'deputy_of as deputyOf',
      'outcome',
      'at',
      'by_person as by',
    ])
    .where('run_id', 'in', runIds)
    .orderBy('run_id')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome | null }));
}

/** @returns false where there is no such call */
export async function setOutcome(
  trx: Transaction<Tables>,
  runId: string,
  position: number,
  outcome: Outcome,
  at: Temporal.Instant,
  by: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('call_run_call')
    .set({ outcome, at: at.toString(), by_person: by })
    .where('run_id', '=', runId)
    .where('position', '=', position)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function endRun(trx: Transaction<Tables>, id: string, at: Temporal.Instant): Promise<void> {
  await trx.updateTable('call_run').set({ ended_at: at.toString() }).where('id', '=', id).execute();
}

/** Whom one call of a run was for, and about which incident. */
export async function calledPerson(
  trx: Transaction<Tables>,
  { runId, position }: { readonly runId: string; readonly position: number },
): Promise<{ personId: string; incidentId: string | null; drill: boolean } | undefined> {
  return trx
    .selectFrom('call_run_call as c')
    .innerJoin('call_run as r', (j) => j.onRef('r.org_id', '=', 'c.org_id').onRef('r.id', '=', 'c.run_id'))
    .select(['c.person_id as personId', 'r.incident_id as incidentId', 'r.drill'])
    .where('c.run_id', '=', runId)
    .where('c.position', '=', position)
    .executeTakeFirst();
}
