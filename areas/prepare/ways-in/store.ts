import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { SIGN_IN_LINK } from './schema.ts';

/** Notes that somebody could read a link to an account; of several, what all of them might do counts. */
export async function noteHanded(
  trx: Kysely<Tables>,
  userId: string,
  { orgId, permissions }: { readonly orgId: string; readonly permissions: ReadonlySet<string> },
): Promise<void> {
  await sql`INSERT INTO auth.handed_link AS h (account, org_id, permissions)
    VALUES (${userId}::uuid, ${orgId}::uuid, ${[...permissions]}::text[])
    ON CONFLICT (account, org_id) DO UPDATE SET permissions =
      ARRAY(SELECT unnest(h.permissions) INTERSECT SELECT unnest(excluded.permissions))`.execute(trx);
}

/** Whether somebody could have opened the account who might not do all of this in this organisation. */
export async function wasHandedBelow(
  trx: Kysely<Tables>,
  userId: string,
  { orgId, permissions }: { readonly orgId: string; readonly permissions: ReadonlySet<string> },
): Promise<boolean> {
  const { rows } = await sql<{ below: boolean }>`SELECT EXISTS (SELECT 1 FROM auth.handed_link
    WHERE account = ${userId}::uuid AND (org_id <> ${orgId}::uuid OR NOT permissions @> ${[...permissions]}::text[])) AS below`.execute(
    trx,
  );
  return rows[0]?.below ?? false;
}

/**
 * Whoever is in by a session, or holds a link, is out. What a person knows or has goes on opening the account.
 * @param except a session that goes on
 */
export async function endSessions(trx: Kysely<Tables>, userId: string, except?: string): Promise<void> {
  await sql`WITH links AS (DELETE FROM auth."verification"
      WHERE "value" = ${userId} AND "identifier" LIKE ${`${SIGN_IN_LINK}%`})
    DELETE FROM auth."session" WHERE "userId" = ${userId}::uuid
      AND id::text IS DISTINCT FROM ${except ?? null}::text`.execute(trx);
}

/**
 * Nothing that was set within the account opens it any more: password, passkeys, second factor and whatever is in by
 * them. What an identity provider says of the person still does, for nobody else can make it say so.
 */
export async function clearWaysIn(trx: Kysely<Tables>, userId: string, except?: string): Promise<void> {
  await endSessions(trx, userId, except);
  await sql`WITH passwords AS (DELETE FROM auth."account" WHERE "userId" = ${userId}::uuid AND "providerId" = 'credential'),
      passkeys AS (DELETE FROM auth."passkey" WHERE "userId" = ${userId}::uuid),
      factors AS (DELETE FROM auth."twoFactor" WHERE "userId" = ${userId}::uuid),
      places AS (DELETE FROM auth.handed_link WHERE account = ${userId}::uuid)
    UPDATE auth."user" SET "twoFactorEnabled" = false WHERE id = ${userId}::uuid`.execute(trx);
}
