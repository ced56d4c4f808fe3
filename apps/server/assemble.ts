import type { FastifyInstance } from 'fastify';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { startJobs } from '../../areas/run-jobs.ts';
import { TimerRunner } from '../../areas/run-timers.ts';
import type { House } from '../../areas/system-context.ts';
import { closeMailConnections } from '../../channels/email/index.ts';
import { closeOutgoingConnections } from '../../channels/outgoing.ts';
import { Live } from '../../database/live.ts';
import { openDatabase, openPool } from '../../database/pool.ts';
import type { Tables } from '../../database/tables.ts';
import { type Clock, newId } from '../../kernel/clock.ts';
import type { AuthAccess } from './auth/auth-access.ts';
import { type Auth, createAuth } from './auth/library.ts';
import { signInEvents } from './auth/sign-in-events.ts';
import type { IdentityProvider } from './auth/single-sign-on.ts';
import { buildServer } from './http/server.ts';
import { signingKeyOf } from './signing-key.ts';

export interface AssembleOptions {
  /** The application's address (`database/login.ts`): nothing here knows the owner's. */
  readonly appUrl: string;
  readonly role: 'web' | 'worker' | 'all';
  readonly secret: Uint8Array;
  /** A file with the key proofs of the ledger are signed with; undefined: one is derived from the secret. */
  readonly signingKeyFile: string | undefined;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly trustProxy: string | false;
  readonly identityProvider: IdentityProvider | undefined;
  readonly requestsPerMinute: number;
  readonly bodyPatienceMs?: number;
  readonly clock: Clock;
  readonly log: Logger;
  readonly version: string;
  /** What must have happened before the door is built and work begins. */
  readonly beforeDoor?: (house: House) => Promise<void>;
}

/** A running process of ours, without its socket: what main.ts starts and the scenarios drive. */
export interface Assembly {
  readonly house: House;
  readonly access: AuthAccess;
  readonly live: Live;
  readonly timers: TimerRunner;
  /** Undefined for a pure worker. */
  readonly http: FastifyInstance | undefined;
  stop(): Promise<void>;
}

/** The sign-in library reads plain dates and small numbers, so it has connections of its own. */
function signInPool(url: string, log: Logger): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return openPool({ connectionString: url, max: 4, types }, log);
}

/** Discovery runs when the library starts; a provider that was down then is looked for again this often. */
const REDISCOVER_MS = 30_000;

export async function assemble(options: AssembleOptions): Promise<Assembly> {
  const { clock, log, role, secret, baseUrl } = options;
  const url = options.appUrl;
  const live = new Live(url, log);
  const database = openDatabase({ url, hints: live, log, role: role === 'web' ? 'sender' : 'worker' });
  const signingKey = signingKeyOf(secret, options.signingKeyFile);
  const house: House = { database, instance: { baseUrl, secret, signingKey }, newId };
  const pool = signInPool(url, log);
  const within: AuthAccess['within'] = (tx) => make(tx.sql, undefined);
  const events = signInEvents(house, clock, within);
  const make = (kysely: Kysely<Tables>, identityProvider: IdentityProvider | undefined): Auth =>
    createAuth({
      database,
      kysely,
      baseUrl,
      trustedOrigins: options.trustedOrigins,
      secret,
      clock,
      log,
      events,
      identityProvider,
      requestsPerMinute: options.requestsPerMinute,
      checkTables: kysely === ownKysely,
    });
  const ownKysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  let current = make(ownKysely, options.identityProvider);
  const rediscover =
    options.identityProvider &&
    setInterval(() => {
      current = make(ownKysely, options.identityProvider);
    }, REDISCOVER_MS).unref();
  const access: AuthAccess = { auth: () => current, within };

  await live.start();
  const timers = new TimerRunner(house, clock, log);
  const unhint = live.onHint(({ topic }) => {
    if (topic === 'timers') timers.wake();
  });
  const close = async () => {
    clearInterval(rediscover);
    unhint();
    await timers.stop();
    await live.close();
    await database.close();
    await ownKysely.destroy();
    closeMailConnections();
    closeOutgoingConnections();
  };
  try {
    await options.beforeDoor?.(house);
    const http =
      role === 'worker' ? undefined : await buildServer({ ...options, house, access, live, timers });
    const giveUp = role === 'web' ? undefined : await startJobs(house, clock, log);
    const stop = async () => {
      await giveUp?.();
      await http?.close();
      await close();
    };
    return { house, access, live, timers, http, stop };
  } catch (error) {
    await close();
    throw error;
  }
}
