import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { GroupRole, GroupsKept } from './schema.ts';

/** What was kept; undefined where nothing was. */
export const findGroups = async (trx: Transaction<Tables>): Promise<GroupsKept | undefined> =>
  trx
    .selectFrom('sign_on_groups')
    .select(['version', 'claim', 'admits'])
    .select(sql<GroupRole[]>`groups`.as('groups'))
    .executeTakeFirst();

/** @returns false where another version stands there by now */
export async function putGroups(
  trx: Transaction<Tables>,
  orgId: string,
  { version, claim, admits, groups }: GroupsKept,
): Promise<boolean> {
  const next = { version: version + 1, claim, admits, groups: JSON.stringify(groups) };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('sign_on_groups')
    .values({ org_id: orgId, ...next })
    .onConflict((c) => c.column('org_id').doUpdateSet(next).where('sign_on_groups.version', '=', version))
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
