import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../database/embedded.ts';
import { atPrimary, readAddress } from '../../database/hosts.ts';
import { StartupError } from '../../database/startup-error.ts';

export interface Connection {
  /** Address of the user that owns the tables. */
  readonly ownerUrl: string;
  readonly stop: () => Promise<void>;
}

const DATABASE = 'sonae';
const OLDEST = 15;
const CONNECT_MS = 5_000;

async function ensureDatabase(serverUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE}`;
  return url.toString();
}

/** What a failed connection means for whoever set DATABASE_URL. The address itself may hold a password: not shown. */
function explain(error: unknown): string {
  const { code = '', message } = error as Error & { code?: string };
  const causes: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nobody listens there: check host and port, and that PostgreSQL runs',
    ENOTFOUND: 'that host is unknown: check its name',
    EAI_AGAIN: 'that host is unknown: check its name',
    ENOENT: 'there is no such socket: check the host',
    ETIMEDOUT: 'it does not answer: check host, port and firewall',
    '28P01': 'user or password is wrong',
    '28000': 'this user may not sign in from here: check pg_hba.conf',
    '3D000': 'there is no such database: create it first',
  };
  return causes[code] ?? message;
}

async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; standby: boolean }>(
      'SELECT current_setting($1) AS version, pg_is_in_recovery() AS standby',
      ['server_version_num'],
    );
    if (rows[0]?.standby)
      throw new StartupError(
        'DATABASE_URL: the server is a standby, which takes no writes: give the primary, or all of them (postgres://user@one:5432,two:5432/database), and Sonae finds the primary',
      );
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST)
      throw new StartupError(
        `DATABASE_URL: the server is PostgreSQL ${major}; Sonae needs ${OLDEST} or newer`,
      );
  } finally {
    await client.end();
  }
}

/** The database to work with: the one of DATABASE_URL, or the embedded server of the data folder. */
export async function connect(
  dataFolder: string,
  databaseUrl: string | undefined,
  { join }: { readonly join: boolean },
): Promise<Connection> {
  if (databaseUrl === undefined) {
    const server = await startEmbedded(path.join(dataFolder, 'pg'), {}, { join });
    return { ownerUrl: await ensureDatabase(server.url), stop: () => server.stop() };
  }
  const address = readAddress(databaseUrl);
  let ownerUrl: string;
  try {
    ownerUrl = await atPrimary(address);
    await checkServer(ownerUrl);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`DATABASE_URL: the database cannot be reached: ${explain(error)}`);
  }
  return { ownerUrl, stop: async () => {} };
}
