import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { JOB_KINDS } from '../areas/work.ts';
import { startEmbedded } from '../database/embedded.ts';
import { createQueuesAt } from '../database/job-queue.ts';
import { openLogin } from '../database/login.ts';
import { migrate } from '../database/migrate.ts';
import { TEST_SECRET } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A real PostgreSQL server; its user may create databases. */
    serverUrl: string;
    template: string;
  }
}

const onDatabase = (url: string, name: string): string => {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
};

/** One server for the run, and a migrated template that every test file clones: real PostgreSQL, nothing shared. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-test-'));
  fs.chmodSync(folder, 0o711);
  // Durability is proven by its own suite; here it would only cost time.
  const server = given
    ? undefined
    : await startEmbedded(path.join(folder, 'pg'), {
        fsync: 'off',
        synchronous_commit: 'off',
        max_connections: '200',
      });
  const serverUrl = given ?? server?.url ?? '';
  const template = `sonae_template_${process.pid}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${template}`);
  await client.query(`CREATE DATABASE ${template}`);
  await migrate(onDatabase(serverUrl, template));
  await openLogin(onDatabase(serverUrl, template), TEST_SECRET);
  await createQueuesAt(onDatabase(serverUrl, template), JOB_KINDS);
  project.provide('serverUrl', serverUrl);
  project.provide('template', template);
  return async () => {
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await client.end();
    await server?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
