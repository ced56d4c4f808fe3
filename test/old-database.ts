import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Clone, cloneDatabase } from './database.ts';

const FOLDER = path.resolve(import.meta.dirname, '../database/migrations');

/** A database as a release left it: its migrations and its queues, and nothing that came later. */
export async function openOldDatabase(release: {
  readonly migrations: number;
  readonly queues: readonly string[];
}): Promise<Clone> {
  const old = await cloneDatabase('template0');
  await old.query(`CREATE SCHEMA sonae; CREATE TABLE sonae.migration (
    number integer PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  const files = fs.readdirSync(FOLDER).filter((file) => file.endsWith('.sql'));
  for (const [at, file] of files.sort().slice(0, release.migrations).entries()) {
    const sql = fs.readFileSync(path.join(FOLDER, file), 'utf8');
    await old.query(`BEGIN; SET LOCAL search_path = sonae;\n${sql}\n; COMMIT`);
    await old.query('INSERT INTO sonae.migration (number, name, hash) VALUES ($1, $2, $3)', [
      at + 1,
      file.slice(5, -4),
      createHash('sha256').update(sql).digest('hex'),
    ]);
  }
  for (const queue of release.queues)
    await old.query(`SELECT pgboss.create_queue($1, '{"policy":"standard"}')`, [queue]);
  return old;
}
