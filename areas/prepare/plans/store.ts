import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface Publication {
  readonly key: string;
  readonly version: number;
  readonly publishedAt: Temporal.Instant;
  readonly publishedBy: string;
}

/** The version of each plan that is in force; plans that were taken out of the register have none. */
export async function latestPublications(trx: Transaction<Tables>): Promise<Publication[]> {
  return trx
    .selectFrom('plan_publication as p')
    .innerJoin('register_entry as e', (join) =>
      join.onRef('e.org_id', '=', 'p.org_id').onRef('e.key', '=', 'p.key').on('e.register', '=', 'plans'),
    )
    .distinctOn('p.key')
    .select(['p.key', 'p.version', 'p.published_at as publishedAt', 'p.published_by as publishedBy'])
    .orderBy('p.key')
    .orderBy('p.version', 'desc')
    .execute();
}

/** @returns false when that version was in force already */
export async function insertPublication(
  trx: Transaction<Tables>,
  orgId: string,
  { key, version, publishedAt, publishedBy }: Publication,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('plan_publication')
    .values({ org_id: orgId, key, version, published_at: publishedAt.toString(), published_by: publishedBy })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
