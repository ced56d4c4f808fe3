import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { StartupError } from './startup-error.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** Any fixed number: all instances of ours take the same lock, one migrates and the others wait. */
const LOCK = 7_311_954_021n;
const FOLDER = path.join(import.meta.dirname, 'migrations');

function readMigrations(): Migration[] {
  return fs
    .readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file, index) => {
      const [, digits, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
      if (Number(digits) !== index + 1 || !name) throw new Error(`migration ${file} breaks the numbering`);
      const sql = fs.readFileSync(path.join(FOLDER, file), 'utf8');
      return { number: index + 1, name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

async function appliedMigrations(
  client: pg.Client,
): Promise<{ number: number; name: string; hash: string }[]> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS sonae`);
  await client.query(`CREATE TABLE IF NOT EXISTS sonae.migration (
    number integer PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  const { rows } = await client.query('SELECT number, name, hash FROM sonae.migration ORDER BY number');
  return rows;
}

/** Refuses a database that this program does not know: newer than it, or made by other migrations. */
function checkHistory(
  applied: readonly { number: number; name: string; hash: string }[],
  known: readonly Migration[],
): void {
  for (const row of applied) {
    const mine = known[row.number - 1];
    if (!mine) {
      throw new StartupError(
        `the database is newer than this program (it has migration ${row.number} "${row.name}", this program knows ${known.length}): start the newer Sonae, or restore a backup made by this version`,
      );
    }
    if (mine.hash !== row.hash) {
      throw new StartupError(
        `migration ${row.number} of the database ("${row.name}") is not the one of this program ("${mine.name}"): use the Sonae version that made this database`,
      );
    }
  }
}

export interface MigrationResult {
  readonly applied: readonly string[];
  readonly version: number;
}

/**
 * Brings the database to this program's version in one transaction; safe when several instances start at once.
 * @param ownerUrl address of a user that may create schemas and roles
 * @param upTo the last migration to apply, where an older structure is wanted: a backup of it is to be restored
 * @throws StartupError when the database is newer or was made by another program
 */
export async function migrate(
  ownerUrl: string,
  { upTo = Number.POSITIVE_INFINITY }: { readonly upTo?: number } = {},
): Promise<MigrationResult> {
  const known = readMigrations();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const applied = await appliedMigrations(client);
    checkHistory(applied, known);
    const missing = known.slice(applied.length, upTo);
    for (const migration of missing) {
      await client.query('SET LOCAL search_path = sonae');
      await client.query(migration.sql);
      await client.query('INSERT INTO sonae.migration (number, name, hash) VALUES ($1, $2, $3)', [
        migration.number,
        migration.name,
        migration.hash,
      ]);
    }
    // On a server with passwords the application signs in as the owner and steps down to the lesser role.
    // PostgreSQL 16 tells "may become it" (SET) from mere membership; 15 knows only the latter.
    await client.query(`DO $$ BEGIN
      IF NOT pg_has_role(current_user, 'sonae_app',
        CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)
      THEN GRANT sonae_app TO CURRENT_USER; END IF; END $$`);
    await client.query('COMMIT');
    return { applied: missing.map((m) => m.name), version: known.length };
  } finally {
    await client.end();
  }
}
