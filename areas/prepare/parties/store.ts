import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Foundation, NewUnit, OrganisationChange } from './schema.ts';

export async function foundOrganisation(
  trx: Transaction<Tables>,
  org: Foundation,
  at: Temporal.Instant,
): Promise<void> {
  await sql`SELECT found_organisation(${org.id}, ${org.name}, ${org.timeZone}, ${org.demo}, ${at.toString()})`.execute(
    trx,
  );
}

export async function readOrganisation(
  trx: Transaction<Tables>,
): Promise<{ id: string; name: string; timeZone: string; demo: boolean } | undefined> {
  return trx
    .selectFrom('organisation')
    .select(['org_id as id', 'name', 'time_zone as timeZone', 'demo'])
    .executeTakeFirst();
}

/** The zone in which the organisation's days begin and end. */
export const readZone = async (trx: Transaction<Tables>): Promise<string> =>
  (await readOrganisation(trx))?.timeZone ?? 'UTC';

/** Locks what can be changed of the organisation, and reads it. */
export async function lockOrganisation(
  trx: Transaction<Tables>,
): Promise<{ name: string; timeZone: string } | undefined> {
  return trx
    .selectFrom('organisation')
    .select(['name', 'time_zone as timeZone'])
    .forUpdate()
    .executeTakeFirst();
}

export async function updateOrganisation(
  trx: Transaction<Tables>,
  orgId: string,
  change: OrganisationChange,
): Promise<void> {
  await trx
    .updateTable('organisation')
    .set({ name: change.name, time_zone: change.timeZone })
    .where('org_id', '=', orgId)
    .execute();
}

export async function removeDemoOrganisation(trx: Transaction<Tables>): Promise<void> {
  await sql`SELECT remove_demo_organisation()`.execute(trx);
}

/** Units as a tree, parents before their children, with their depth. */
export async function unitTree(
  trx: Transaction<Tables>,
): Promise<{ id: string; parentId: string | null; name: string; depth: number }[]> {
  const { rows } = await sql<{ id: string; parentId: string | null; name: string; depth: number }>`
    WITH RECURSIVE tree AS (
      SELECT id, parent_id, name, 0 AS depth, ARRAY[name, id::text] AS path FROM unit WHERE parent_id IS NULL
      UNION ALL
      SELECT u.id, u.parent_id, u.name, t.depth + 1, t.path || ARRAY[u.name, u.id::text]
      FROM unit u JOIN tree t ON u.parent_id = t.id WHERE t.depth < 32
    ) SELECT id, parent_id AS "parentId", name, depth FROM tree ORDER BY path`.execute(trx);
  return rows;
}

export async function insertUnit(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  unit: NewUnit,
): Promise<void> {
  await trx
    .insertInto('unit')
    .values({ org_id: orgId, id, parent_id: unit.parentId, name: unit.name })
    .execute();
}
