import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { ListView } from './schema.ts';

/** Whose they are: the policy of the table shows nobody else's. */
interface Of {
  readonly orgId: string;
  readonly personId: string;
  readonly list: string;
}

/** The views of a list, the first saved first. */
export const viewsOf = async (trx: Transaction<Tables>, { personId, list }: Of): Promise<ListView[]> =>
  trx
    .selectFrom('list_view')
    .select(['name', 'search'])
    .select(sql<ListView['view']>`look`.as('view'))
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .orderBy('kept_at')
    .orderBy('name')
    .execute();

/** Two that are saved at once are counted one after the other. */
export async function lockViews(trx: Transaction<Tables>, { personId, list }: Of): Promise<void> {
  const name = `list views ${personId} ${list}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}

export async function putView(
  trx: Transaction<Tables>,
  { orgId, personId, list }: Of,
  { name, search, view }: ListView,
  at: Temporal.Instant,
): Promise<void> {
  const set = { search, look: JSON.stringify(view) };
  await trx
    .insertInto('list_view')
    .values({ org_id: orgId, person_id: personId, list, name, ...set, kept_at: at.toString() })
    .onConflict((c) => c.columns(['org_id', 'person_id', 'list', 'name']).doUpdateSet(set))
    .execute();
}

/** @returns whether there was one */
export async function dropView(
  trx: Transaction<Tables>,
  { personId, list }: Of,
  name: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('list_view')
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
