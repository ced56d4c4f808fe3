import pg from 'pg';
import { inject } from 'vitest';
import { appUrl } from '../database/login.ts';

let made = 0;

/** The secret of every house on stage: their login role belongs to the whole server and is made once. */
export const TEST_SECRET = Buffer.alloc(32, 7);

export interface Clone {
  readonly name: string;
  readonly url: string;
  /** As the application. */
  readonly appUrl: string;
  /** As the owner, past row-level security: for looking, and for tampering. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
  /** Lets go of it and leaves it there, so that it can be cloned in its turn. */
  leave(): Promise<void>;
}

/** A database of its own, cloned in a few milliseconds from the migrated template or from one that a test prepared. */
export async function cloneDatabase(template = inject('template')): Promise<Clone> {
  const serverUrl = inject('serverUrl');
  made += 1;
  const name = `sonae_test_${process.pid}_${made}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const owner = new pg.Client({ connectionString: url.toString() });
  owner.on('error', () => {
    // drop() ends it by force.
  });
  await owner.connect();
  await owner.query('SET search_path = sonae');
  return {
    name,
    url: url.toString(),
    appUrl: appUrl(url.toString(), TEST_SECRET),
    query: async (text, values) => (await owner.query(text, values)).rows,
    drop: async () => {
      await owner.end();
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
    },
    leave: async () => {
      await owner.end();
      await admin.end();
    },
  };
}
