import { type Kysely, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** For a query that is to find nothing while the installation keeps quiet. */
export const AWAKE: RawBuilder<boolean> = sql<boolean>`NOT EXISTS (SELECT FROM quiet)`;

/** Since when a restored copy keeps quiet; undefined where it is awake. */
export async function quietSince(kysely: Kysely<Tables>): Promise<Temporal.Instant | undefined> {
  const row = await kysely.selectFrom('quiet').select('since').executeTakeFirst();
  return row?.since;
}

/** In the transaction of a restore, whose structure may be older than the table. */
export async function keepQuiet(client: pg.Client, now: Temporal.Instant): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS sonae.quiet (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), since timestamptz NOT NULL)`);
  await client.query(
    `INSERT INTO sonae.quiet (since) VALUES ($1) ON CONFLICT (one) DO UPDATE SET since = excluded.since`,
    [now.toString()],
  );
}

/** Timers act and messages leave again. As the owner: no user of an organisation decides it for the others. */
export async function wake(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('DELETE FROM sonae.quiet');
  } finally {
    await client.end();
  }
}
