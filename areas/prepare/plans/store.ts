import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface Publication {
  readonly key: string;
  readonly version: number;
  readonly publishedAt: Temporal.Instant;
  readonly publishedBy: string;
}

/** The version of each plan that was published last; one that was taken out of the register since has none. */
export async function latestPublications(trx: Transaction<Tables>): Promise<Publication[]> {
  return trx
    .selectFrom('plan_publication as p')
    .innerJoin('register_entry as e', (join) =>
      join.onRef('e.org_id', '=', 'p.org_id').onRef('e.key', '=', 'p.key').on('e.register', '=', 'plans'),
    )
    .distinctOn('p.key')
    .select(['p.key', 'p.version', 'p.published_at as publishedAt', 'p.published_by as publishedBy'])
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('register_version as v')
            .whereRef('v.org_id', '=', 'p.org_id')
            .where('v.register', '=', 'plans')
            .whereRef('v.key', '=', 'p.key')
            .whereRef('v.version', '>', 'p.version')
            .where('v.entry', 'is', null),
        ),
      ),
    )
    .orderBy('p.key')
    .orderBy('p.number', 'desc')
    .execute();
}

/** Incidents that are handled by a plan and not closed, by their numbers as people say them. */
export async function incidentsBy(trx: Transaction<Tables>, plan: string): Promise<string[]> {
  const { rows } = await sql<{ number: number }>`
    SELECT incidents_by_plan AS number FROM incidents_by_plan(${plan})`.execute(trx);
  return rows.map(({ number }) => `#${number}`);
}

/** Whether any incident that is not closed is handled by a plan, one the caller may not see included. */
export async function isPlanInUse(trx: Transaction<Tables>, plan: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`SELECT is_plan_in_use(${plan}) AS used`.execute(trx);
  return rows[0]?.used === true;
}

/** The versions of plans that incidents which are not closed are handled by, whether the caller may see them or not. */
export async function versionsInUse(
  trx: Transaction<Tables>,
): Promise<{ readonly key: string; readonly version: number }[]> {
  const { rows } = await sql<{
    key: string;
    version: number;
  }>`SELECT key, version FROM plan_versions_in_use() ORDER BY key, version`.execute(trx);
  return rows;
}

/** The caller has locked the plan. */
export async function insertPublication(
  trx: Transaction<Tables>,
  orgId: string,
  { key, version, publishedAt, publishedBy }: Publication,
): Promise<void> {
  const last = await trx
    .selectFrom('plan_publication')
    .select((e) => e.fn.max('number').as('number'))
    .where('key', '=', key)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto('plan_publication')
    .values({
      org_id: orgId,
      key,
      number,
      version,
      published_at: publishedAt.toString(),
      published_by: publishedBy,
    })
    .execute();
}
