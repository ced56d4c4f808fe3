import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../database/pool.ts';
import type { Tables } from '../../../database/tables.ts';

export interface StoredFeed {
  readonly id: string;
  readonly personId: string;
  readonly roster: string;
  readonly madeAt: Temporal.Instant;
}
const COLUMNS = ['id', 'person_id as personId', 'roster', 'made_at as madeAt'] as const;

export async function insertFeed(
  trx: Transaction<Tables>,
  orgId: string,
  feed: StoredFeed & { readonly tokenHash: Uint8Array },
): Promise<void> {
  await trx
    .insertInto('calendar_feed')
    .values({
      org_id: orgId,
      id: feed.id,
      person_id: feed.personId,
      roster: feed.roster,
      token_hash: feed.tokenHash,
      made_at: feed.madeAt.toString(),
    })
    .execute();
}

export async function feedsOf(trx: Transaction<Tables>, personId: string): Promise<StoredFeed[]> {
  return trx
    .selectFrom('calendar_feed')
    .select(COLUMNS)
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .execute();
}

export async function findFeed(trx: Transaction<Tables>, id: string): Promise<StoredFeed | undefined> {
  return trx.selectFrom('calendar_feed').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

export async function deleteFeed(trx: Transaction<Tables>, id: string, personId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('calendar_feed')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Whose feed it is; asked before anybody is known, so it looks across organisations by the secret alone. */
export async function feedOfToken(
  database: Database,
  hash: Uint8Array,
): Promise<{ orgId: string; id: string } | undefined> {
  const { rows } = await sql<{ orgId: string; id: string }>`
    SELECT org_id AS "orgId", id FROM feed_of_token(${hash})`.execute(database.kysely);
  return rows[0];
}
