import pg from 'pg';
import { expect } from 'vitest';
import { Fault } from '../kernel/errors.ts';
import type { Clone } from './database.ts';

type Act = () => Promise<unknown>;

/** A look takes a fraction of a millisecond; an act that reads a file on a thread of its own may take seconds. */
const MOST_LOOKS = 200_000;
const BROKEN = 'the ledger is broken';

/** Connections of this database that wait for somebody else's lock. */
async function waiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`
    SELECT count(DISTINCT w.pid) FROM pg_locks w
      JOIN pg_locks d ON d.pid = w.pid AND d.database = (SELECT oid FROM pg_database WHERE datname = current_database())
     WHERE NOT w.granted`);
  return Number(rows[0]?.count ?? 0);
}

/**
 * Two or more at once, each in a transaction of its own. All of them are kept from writing their lines until each has
 * gone as far as it can: whoever decides without a lock has decided by then on what the other is about to change.
 * @returns how many held, and with which code the others were refused
 */
export async function race(
  clone: Clone,
  orgIds: readonly string[],
  ...acts: readonly Act[]
): Promise<{ won: number; lost: string[] }> {
  let settled = 0;
  const holder = new pg.Client({ connectionString: clone.url });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM sonae.ledger_head WHERE org_id = ANY($1) FOR UPDATE', [orgIds]);
  const outcomes = Promise.allSettled(
    acts.map((act) =>
      act().finally(() => {
        settled += 1;
      }),
    ),
  );
  try {
    for (let looks = 0; settled + (await waiting(holder)) < acts.length; looks += 1)
      if (looks > MOST_LOOKS) throw new Error('an act of a race neither ends nor waits');
  } finally {
    await holder.end();
  }
  const all = await outcomes;
  const lost = all.flatMap((each) => {
    if (each.status === 'fulfilled') return [];
    if (each.reason instanceof Fault) return [each.reason.code];
    throw each.reason;
  });
  return { won: all.length - lost.length, lost };
}

/** A hash of each table, and of what waits to be done: nothing of ours stands anywhere else. */
async function everything(clone: Clone): Promise<Record<string, string>> {
  const tables = await clone.query<{ name: string }>(`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'sonae' OR (schemaname = 'pgboss' AND tablename LIKE 'job%') ORDER BY 1`);
  const looks = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(string_agg(row::text, E'\\n' ORDER BY row::text)) AS hash FROM ${name} AS row`,
  );
  const rows = await clone.query<{ name: string; hash: string | null }>(looks.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash ?? '']));
}

/**
 * The act does everything it does, and the last of it fails: its lines cannot be written. Then nothing it did stands, in
 * any table, in the ledger, among timers and jobs.
 * @param orgId in whose ledger nothing can be written
 */
export async function asItWas(clone: Clone, orgId: string, act: Act): Promise<void> {
  const before = await everything(clone);
  await clone.query(`
    CREATE OR REPLACE FUNCTION break_ledger() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '${BROKEN}'; END $$;
    CREATE TRIGGER broken BEFORE INSERT ON ledger FOR EACH ROW
      WHEN (NEW.org_id = '${orgId}') EXECUTE FUNCTION break_ledger()`);
  try {
    // An act that writes no line, or is refused before, proves nothing here.
    await expect(act()).rejects.toThrow(BROKEN);
  } finally {
    await clone.query('DROP TRIGGER broken ON ledger');
  }
  expect(await everything(clone)).toEqual(before);
}
