import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface ReadinessDay {
  readonly day: string;
  readonly ready: number;
  readonly asked: number;
}

/** Writes a day, or what it says now in the place of what it said before. */
export async function writeDay(
  trx: Transaction<Tables>,
  orgId: string,
  { day, ready, asked }: ReadinessDay,
  checks: Readonly<Record<string, { ready: number; asked: number }>>,
): Promise<void> {
  const row = { ready, asked, checks: JSON.stringify(checks) };
  await trx
    .insertInto('readiness_day')
    .values({ org_id: orgId, day, ...row })
    .onConflict((c) => c.columns(['org_id', 'day']).doUpdateSet(row))
    .execute();
}

/** The last days, oldest first. */
export async function lastDays(trx: Transaction<Tables>, limit: number): Promise<ReadinessDay[]> {
  const rows = await trx
    .selectFrom('readiness_day')
    .select(['day', 'ready', 'asked'])
    .orderBy('day', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse();
}
