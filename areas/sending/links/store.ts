import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../database/pool.ts';
import type { Tables } from '../../../database/tables.ts';
import type { Link, LinkHolder, LinkKind } from './schema.ts';

interface NewLink {
  readonly ownerId: string;
  readonly hash: Uint8Array;
  readonly personId: string | undefined;
  readonly until: Temporal.Instant | undefined;
}

/** One that is there already opens the same; only its time is set anew. */
export async function insertLinks(
  trx: Transaction<Tables>,
  orgId: string,
  { purpose }: LinkKind,
  links: readonly NewLink[],
): Promise<void> {
  if (links.length === 0) return;
  await trx
    .insertInto('link')
    .values(
      links.map(({ ownerId, hash, personId, until }) => ({
        org_id: orgId,
        purpose,
        owner_id: ownerId,
        hash,
        person_id: personId ?? null,
        until: until?.toString() ?? null,
      })),
    )
    .onConflict((c) =>
      c.columns(['org_id', 'purpose', 'owner_id']).doUpdateSet((e) => ({ until: e.ref('excluded.until') })),
    )
    .execute();
}

export async function readLinks(
  trx: Transaction<Tables>,
  { purpose }: LinkKind,
  ownerIds: readonly string[],
): Promise<ReadonlyMap<string, Link>> {
  if (ownerIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('link')
    .select(['owner_id', 'until', 'used_at'])
    .where('purpose', '=', purpose)
    .where(sql<boolean>`owner_id = ANY (${ownerIds}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [row.owner_id, { until: row.until ?? undefined, usedAt: row.used_at ?? undefined }]),
  );
}

/** Marks links as used. @returns how many were not before */
export async function markUsed(
  trx: Transaction<Tables>,
  { purpose }: LinkKind,
  ownerIds: readonly string[],
  at: Temporal.Instant,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('link')
    .set({ used_at: at.toString() })
    .where('purpose', '=', purpose)
    .where(sql<boolean>`owner_id = ANY (${ownerIds}::uuid[])`)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** These are good no more: what they open was taken back, or asked anew. */
export async function expireLinks(
  trx: Transaction<Tables>,
  { purpose }: LinkKind,
  ownerIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('link')
    .set({ until: at.toString() })
    .where('purpose', '=', purpose)
    .where(sql<boolean>`owner_id = ANY (${ownerIds}::uuid[])`)
    .where((e) =>
      e.or([e('until', 'is', null), e('until', '>', sql<Temporal.Instant>`${at.toString()}::timestamptz`)]),
    )
    .execute();
}

/** What they opened is gone. */
export async function dropLinks(
  trx: Transaction<Tables>,
  { purpose }: LinkKind,
  ownerIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('link')
    .where('purpose', '=', purpose)
    .where(sql<boolean>`owner_id = ANY (${ownerIds}::uuid[])`)
    .execute();
}

/** Asked by somebody who is not signed in, so it looks across organisations by the secret alone. */
export async function holderOf(
  database: Database,
  { purpose }: LinkKind,
  hash: Uint8Array,
): Promise<LinkHolder | undefined> {
  const { rows } = await sql<{ orgId: string; id: string; personId: string | null }>`
    SELECT org_id AS "orgId", owner_id AS id, person_id AS "personId"
    FROM link_of_hash(${hash}) WHERE purpose = ${purpose}`.execute(database.kysely);
  const [row] = rows;
  return row && { orgId: row.orgId, id: row.id, ...(row.personId !== null && { personId: row.personId }) };
}

/** Somebody was removed: no link that was sent to them opens anything any more. */
export async function expireLinksOf(
  trx: Transaction<Tables>,
  personId: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('link').set({ until: at.toString() }).where('person_id', '=', personId).execute();
}
