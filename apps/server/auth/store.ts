import { sql } from 'kysely';
import type { Database } from '../../../database/pool.ts';

/** Counts a try before the password is checked, so that a burst of parallel guesses is no way around. */
export async function countTry(
  database: Database,
  account: string,
  allowed: number,
  now: Temporal.Instant,
): Promise<{ lockedForSeconds: number; failures: number }> {
  const at = now.toString();
  const { rows } = await sql<{ failures: number }>`
    INSERT INTO auth.sign_in_lockout AS l (account, failures) VALUES (${account}, 1)
    ON CONFLICT (account) DO UPDATE SET failures = l.failures + 1,
      locked_until = CASE WHEN l.failures + 1 >= ${allowed}::int THEN ${at}::timestamptz
        + least(interval '1 hour', interval '30 seconds' * power(2, least(l.failures + 1 - ${allowed}::int, 10))) END
    WHERE l.locked_until IS NULL OR l.locked_until <= ${at}::timestamptz
    RETURNING failures`.execute(database.kysely);
  if (rows[0]) return { lockedForSeconds: 0, failures: rows[0].failures };
  const locked = await sql<{ seconds: number; failures: number }>`
    SELECT ceil(extract(epoch FROM locked_until - ${at}::timestamptz))::int AS seconds, failures
    FROM auth.sign_in_lockout WHERE account = ${account}`.execute(database.kysely);
  const [row] = locked.rows;
  return { lockedForSeconds: Math.max(1, row?.seconds ?? 1), failures: row?.failures ?? 0 };
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

export async function organisationIds(database: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT organisation_ids() AS id`.execute(database.kysely);
  return rows.map(({ id }) => id);
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
