import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../database/pool.ts';
import type { Tables } from '../../../database/tables.ts';

/** Tries so long after the last one begin anew. */
const FORGOTTEN = '1 day';

/** Counts a try before the password is checked, so that a burst of parallel guesses is no way around. */
export async function countTry(
  database: Database,
  account: string,
  allowed: number,
  now: Temporal.Instant,
): Promise<{ lockedForSeconds: number; failures: number }> {
  const at = now.toString();
  const rest = (
    failures: ReturnType<typeof sql>,
  ) => sql`CASE WHEN ${failures} >= ${allowed}::int THEN ${at}::timestamptz
        + least(interval '1 hour', interval '30 seconds' * power(2, least(${failures} - ${allowed}::int, 10))) END`;
  const counted = sql`(CASE WHEN l.counted_at < ${at}::timestamptz - ${FORGOTTEN}::interval THEN 1 ELSE l.failures + 1 END)`;
  const { rows } = await sql<{ failures: number }>`
    INSERT INTO auth.sign_in_lockout AS l (account, failures, locked_until, counted_at)
    VALUES (${account}, 1, ${rest(sql`1`)}, ${at}::timestamptz)
    ON CONFLICT (account) DO UPDATE SET failures = ${counted}, locked_until = ${rest(counted)}, counted_at = excluded.counted_at
    WHERE l.locked_until IS NULL OR l.locked_until <= ${at}::timestamptz
    RETURNING failures`.execute(database.kysely);
  if (rows[0]) return { lockedForSeconds: 0, failures: rows[0].failures };
  const locked = await sql<{ seconds: number; failures: number }>`
    SELECT ceil(extract(epoch FROM locked_until - ${at}::timestamptz))::int AS seconds, failures
    FROM auth.sign_in_lockout WHERE account = ${account}`.execute(database.kysely);
  const [row] = locked.rows;
  return { lockedForSeconds: Math.max(1, row?.seconds ?? 1), failures: row?.failures ?? 0 };
}

/** Whether somebody signed in to the account from one of these places before. */
export async function isKnown(
  database: Database,
  account: string,
  places: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`SELECT EXISTS (SELECT 1 FROM auth.known_place
    WHERE account = ${account} AND place = ANY (${places}::text[])) AS known`.execute(database.kysely);
  return rows[0]?.known ?? false;
}

/** So many places of an account are remembered, the latest ones. */
const MOST_PLACES = 30;

export async function rememberPlaces(
  database: Database,
  account: string,
  places: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await sql`INSERT INTO auth.known_place (account, place, seen_at)
    SELECT ${account}, place, ${now.toString()}::timestamptz FROM unnest(${places}::text[]) AS place
    ON CONFLICT (account, place) DO UPDATE SET seen_at = excluded.seen_at`.execute(database.kysely);
  await sql`DELETE FROM auth.known_place WHERE account = ${account} AND place IN (
    SELECT place FROM auth.known_place WHERE account = ${account}
    ORDER BY seen_at DESC, place OFFSET ${MOST_PLACES})`.execute(database.kysely);
}

/** Takes a code of an authenticator app for one use. @returns false when it was used already */
export async function spendCode(
  database: Database,
  userId: string,
  code: string,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Promise<boolean> {
  const at = now.toString();
  await sql`DELETE FROM auth.spent_code WHERE account = ${userId}::uuid AND until <= ${at}::timestamptz`.execute(
    database.kysely,
  );
  const { rows } = await sql`INSERT INTO auth.spent_code (account, code, until)
    VALUES (${userId}::uuid, ${code}, ${until.toString()}::timestamptz)
    ON CONFLICT DO NOTHING RETURNING 1`.execute(database.kysely);
  return rows.length === 1;
}

/** Whether an account is tied to a provider already. */
export async function isTied(
  kysely: Database['kysely'],
  userId: string,
  providerId: string,
): Promise<boolean> {
  const { rows } = await sql<{ tied: boolean }>`SELECT EXISTS (SELECT 1 FROM auth."account"
    WHERE "userId" = ${userId}::uuid AND "providerId" = ${providerId}) AS tied`.execute(kysely);
  return rows[0]?.tied ?? false;
}

export async function forgetTries(database: Database, accounts: readonly string[]): Promise<void> {
  await sql`DELETE FROM auth.sign_in_lockout WHERE account = ANY (${accounts}::text[])`.execute(
    database.kysely,
  );
}

export async function anybodyRegistered(database: Pick<Database, 'kysely'>): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`SELECT EXISTS (SELECT 1 FROM auth."user") AS any`.execute(
    database.kysely,
  );
  return rows[0]?.any ?? false;
}

/** All of them, in the order in which they came to be here. */
export async function organisationIds(database: Pick<Database, 'kysely'>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT organisation_ids() AS id`.execute(database.kysely);
  return rows.map(({ id }) => id);
}

/** Two who come for the first time with one address: the second waits here and then finds the first. */
export async function lockAdmission(trx: Kysely<Tables>, email: string): Promise<void> {
  const name = `admission ${email.toLowerCase()}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}

const SETUP = 'first-administrator:';

/** Keeps the hash of the set-up link; an earlier one stops working. */
export async function keepSetupLink(
  database: Database,
  hash: string,
  until: Temporal.Instant,
): Promise<void> {
  await sql`WITH gone AS (DELETE FROM auth."verification" WHERE "identifier" LIKE ${`${SETUP}%`})
    INSERT INTO auth."verification" ("identifier", "value", "expiresAt")
    VALUES (${`${SETUP}${hash}`}, 'administrator', ${until.toString()}::timestamptz)`.execute(
    database.kysely,
  );
}

/** @returns false when the link is unknown, used or expired */
export async function useSetupLink(
  database: Pick<Database, 'kysely'>,
  hash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`DELETE FROM auth."verification" WHERE "identifier" = ${`${SETUP}${hash}`}
    AND "expiresAt" > ${now.toString()}::timestamptz RETURNING 1`.execute(database.kysely);
  return rows.length === 1;
}

export async function userOfEmail(database: Database, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM auth."user" WHERE email = ${email}`.execute(
    database.kysely,
  );
  return rows[0]?.id;
}
