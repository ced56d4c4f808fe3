import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { ContactRoute, QuietHours, StoredRoute } from './schema.ts';

const routes = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('contact_route')
    .select(['id', 'person_id as personId', 'kind', 'address', 'note', 'verified_at as verifiedAt'])
    .orderBy('person_id')
    .orderBy('position');

export async function routesOf(
  trx: Transaction<Tables>,
  personIds: readonly string[],
): Promise<StoredRoute[]> {
  if (personIds.length === 0) return [];
  return routes(trx).where(sql<boolean>`person_id = ANY (${personIds}::uuid[])`).execute();
}

/** The last time somebody answered a test message, and who; undefined where nobody ever did. */
export async function lastVerified(
  trx: Transaction<Tables>,
): Promise<{ personId: string; at: Temporal.Instant } | undefined> {
  const row = await trx
    .selectFrom('contact_route')
    .select(['person_id as personId', 'verified_at as at'])
    .where('verified_at', 'is not', null)
    .orderBy('verified_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ? { personId: row.personId, at: row.at } : undefined;
}

export async function quietOf(trx: Transaction<Tables>, personId: string): Promise<QuietHours> {
  const row = await trx
    .selectFrom('quiet_hours')
    .select(['from_time as from', 'until_time as until'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

export async function replaceRoutes(
  trx: Transaction<Tables>,
  orgId: string,
  personId: string,
  kept: readonly (ContactRoute & { readonly id: string; readonly verifiedAt: Temporal.Instant | null })[],
): Promise<void> {
  await trx.deleteFrom('contact_route').where('person_id', '=', personId).execute();
  if (kept.length === 0) return;
  await trx
    .insertInto('contact_route')
    .values(
      kept.map(({ id, kind, address, note, verifiedAt }, position) => ({
        org_id: orgId,
        id,
        person_id: personId,
        position,
        kind,
        address,
        note,
        verified_at: verifiedAt?.toString() ?? null,
      })),
    )
    .execute();
}

export async function setQuiet(
  trx: Transaction<Tables>,
  orgId: string,
  personId: string,
  quiet: QuietHours,
): Promise<void> {
  await trx.deleteFrom('quiet_hours').where('person_id', '=', personId).execute();
  if (quiet)
    await trx
      .insertInto('quiet_hours')
      .values({ org_id: orgId, person_id: personId, from_time: quiet.from, until_time: quiet.until })
      .execute();
}

/** @returns false where that route is gone or its address changed since */
export async function setVerified(
  trx: Transaction<Tables>,
  id: string,
  address: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('contact_route')
    .set({ verified_at: at.toString() })
    .where('id', '=', id)
    .where('address', '=', address)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Takes the proof of routes away. @returns those that had one */
async function lapse(
  trx: Transaction<Tables>,
  which: RawBuilder<boolean>,
): Promise<{ id: string; personId: string }[]> {
  return trx
    .updateTable('contact_route')
    .set({ verified_at: null })
    .where('verified_at', 'is not', null)
    .where(which)
    .returning(['id', 'person_id as personId'])
    .execute();
}

/** An address of somebody that was proven before a moment, and is known not to be there since. */
export const lapseAddress = (
  trx: Transaction<Tables>,
  { personId, address }: { readonly personId: string; readonly address: string },
  before: Temporal.Instant,
) =>
  lapse(
    trx,
    sql<boolean>`person_id = ${personId}::uuid AND address = ${address} AND verified_at <= ${before.toString()}::timestamptz`,
  );

/** One after the other: of two who prove a device at the same moment, neither would see the other's proof. */
export async function lockDevice(
  trx: Transaction<Tables>,
  orgId: string,
  { kind, address }: Pick<StoredRoute, 'kind' | 'address'>,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(
    ${`device ${orgId} ${kind} `} || (${address}::jsonb->>'endpoint'), 0))`.execute(trx);
}

/** Routes of others to the device that a route leads to, by where it is pushed to. */
export const lapseElsewhere = (
  trx: Transaction<Tables>,
  { id, personId, kind, address }: Pick<StoredRoute, 'id' | 'personId' | 'kind' | 'address'>,
) =>
  lapse(
    trx,
    sql<boolean>`id <> ${id}::uuid AND person_id <> ${personId}::uuid AND kind = ${kind}
      AND address::jsonb->>'endpoint' = ${address}::jsonb->>'endpoint'`,
  );

export async function forgetRoutes(trx: Transaction<Tables>, personId: string): Promise<void> {
  await trx.deleteFrom('contact_route').where('person_id', '=', personId).execute();
  await trx.deleteFrom('quiet_hours').where('person_id', '=', personId).execute();
}
