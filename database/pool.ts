import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { withPlainText } from '../kernel/plain.ts';
import { JobQueue } from './job-queue.ts';
import type { Tables } from './tables.ts';
import { WatchedClient } from './watched-client.ts';

/** The least privileged role, made by the first migration; it owns nothing and cannot bypass row-level security. */
export const APP_ROLE = 'sonae_app';

/** Waiting longer for a connection is an outage: the caller is told so and may try again. */
export const PATIENCE_MS = 10_000;

const { builtins } = pg.types;
const types = new pg.TypeOverrides();
/** Only escapes can hold what is not plain: PostgreSQL takes neither U+0000 nor half a character as it stands. */
const MAYBE_ODD = /\\u(?:0000|d[89a-f])/i;
types.setTypeParser(builtins.JSON, (text) => {
  const value: unknown = JSON.parse(text);
  return MAYBE_ODD.test(text) ? withPlainText(value) : value;
});
types.setTypeParser(builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text));
// Our bigints are counts and ledger numbers, below 2^53 by any reckoning; a loud failure beats a rounded number.
types.setTypeParser(builtins.INT8, (text) => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint ${text} does not fit a number`);
  return number;
});

/** A way into the database as the application's role, shared by everything in one process. */
export interface Database {
  readonly kysely: Kysely<Tables>;
  readonly pool: pg.Pool;
  /** Address for connections that must be their own (LISTEN). */
  readonly url: string;
  /** Called after a commit that others may want to see; never inside a transaction. */
  readonly hints: Hints;
  readonly jobs: JobQueue;
  close(): Promise<void>;
}

/** "Look again": carries an organisation and a topic, never data. */
export interface Hints {
  send(topic: 'ledger' | 'signals' | 'timers', orgId: string): void;
}

export interface OpenOptions {
  readonly url: string;
  readonly hints: Hints;
  readonly log: Logger;
  readonly connections?: number;
  /** A worker runs jobs; a sender only enqueues them. */
  readonly role: 'sender' | 'worker';
}

/** Adds run-time settings to a connection address without disturbing what it holds. */
export function withOptions(url: string, settings: Readonly<Record<string, string>>): string {
  const parsed = new URL(url);
  const added = Object.entries(settings).map(([key, value]) => `-c ${key}=${value}`);
  const options = [parsed.searchParams.get('options'), ...added].filter(Boolean).join(' ');
  parsed.searchParams.set('options', options);
  return parsed.toString();
}

/**
 * What the server does about a process of ours that freezes or whose machine is lost: a transaction in which nobody says
 * anything is undone, so that its locks stop nobody else, and a machine that no longer answers counts as gone. No statement
 * of ours takes longer than this, waiting for locks included.
 */
const BOUNDS = {
  idle_in_transaction_session_timeout: '8s',
  statement_timeout: '60s',
  tcp_keepalives_idle: '4',
  tcp_keepalives_interval: '2',
  tcp_keepalives_count: '2',
  tcp_user_timeout: '8s',
} as const;

/** What every connection of the application begins with, whatever role it signed in as. */
export const APP_SETTINGS = { role: APP_ROLE, search_path: 'sonae', timezone: 'UTC', ...BOUNDS } as const;

/** A pool whose connections are watched: one that falls silent is thrown away and another takes its place. */
export function openPool(config: pg.PoolConfig, log: Logger): pg.Pool {
  const pool = new pg.Pool({ ...config, Client: WatchedClient, connectionTimeoutMillis: PATIENCE_MS });
  // A connection in use that breaks tells its user; without a listener of its own it would end the process as well.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ reason: error.message }, 'a database connection was lost'));
  });
  // A server restart breaks idle connections; without a listener that would end the process.
  pool.on('error', (error) => log.warn({ reason: error.message }, 'an idle database connection was lost'));
  return pool;
}

export function openDatabase({ url, hints, log, role, connections = 12 }: OpenOptions): Database {
  const pool = openPool({ connectionString: url, max: connections, types }, log);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const jobs = new JobQueue(pool, url, log, role);
  const close = async () => {
    await jobs.stop();
    await kysely.destroy();
  };
  return { kysely, pool, url, hints, jobs, close };
}
