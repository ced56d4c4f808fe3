import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export async function readDuty(trx: Transaction<Tables>): Promise<string[]> {
  const rows = await trx.selectFrom('duty').select('person_id').orderBy('position').execute();
  return rows.map(({ person_id }) => person_id);
}

/** Whoever else writes the list waits, and reads it as it stands then. */
export async function lockDuty(trx: Transaction<Tables>, orgId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`duty ${orgId}`}, 0))`.execute(trx);
}

export async function writeDuty(
  trx: Transaction<Tables>,
  orgId: string,
  personIds: readonly string[],
): Promise<void> {
  await trx.deleteFrom('duty').where('org_id', '=', orgId).execute();
  if (personIds.length === 0) return;
  const rows = personIds.map((person_id, position) => ({ org_id: orgId, position, person_id }));
  await trx.insertInto('duty').values(rows).execute();
}
