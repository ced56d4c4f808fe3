import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Clone } from './database.ts';

const FOLDER = path.resolve(import.meta.dirname, '../database/migrations');

/** A database as a release left it: its migrations and its queues, and nothing that came later. */
export async function openOldDatabase(release: {
  readonly migrations: number;
  readonly queues: readonly string[];
}): Promise<Clone> {
  const admin = new pg.Client({ connectionString: inject('serverUrl') });
  await admin.connect();
  const name = `sonae_old_${process.pid}`;
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  const owner = new pg.Client({ connectionString: url.toString() });
  owner.on('error', () => {
    // drop() ends it by force.
  });
  await owner.connect();
  await owner.query(`CREATE SCHEMA sonae; CREATE TABLE sonae.migration (
    number integer PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  await owner.query('SET search_path = sonae');
  const files = fs.readdirSync(FOLDER).filter((file) => file.endsWith('.sql'));
  for (const [at, file] of files.sort().slice(0, release.migrations).entries()) {
    const sql = fs.readFileSync(path.join(FOLDER, file), 'utf8');
    await owner.query(`BEGIN; SET LOCAL search_path = sonae;\n${sql}\n; COMMIT`);
    await owner.query('INSERT INTO sonae.migration (number, name, hash) VALUES ($1, $2, $3)', [
      at + 1,
      file.slice(5, -4),
      createHash('sha256').update(sql).digest('hex'),
    ]);
  }
  for (const queue of release.queues)
    await owner.query(`SELECT pgboss.create_queue($1, '{"policy":"standard"}')`, [queue]);
  return {
    url: url.toString(),
    query: async (text, values) => (await owner.query(text, values)).rows,
    drop: async () => {
      await owner.end();
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
