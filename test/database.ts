import pg from 'pg';
import { inject } from 'vitest';

let made = 0;

export interface Clone {
  readonly url: string;
  /** As the owner, past row-level security: for looking, and for tampering. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of its own, cloned from the migrated template in a few milliseconds. */
export async function cloneDatabase(): Promise<Clone> {
  const serverUrl = inject('serverUrl');
  made += 1;
  const name = `sonae_test_${process.pid}_${made}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject('template')}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const owner = new pg.Client({ connectionString: url.toString() });
  owner.on('error', () => {
    // drop() ends it by force.
  });
  await owner.connect();
  await owner.query('SET search_path = sonae');
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
