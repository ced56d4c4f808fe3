import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EmbeddedServer } from '../../database/embedded.ts';
import { openPool, withOptions } from '../../database/pool.ts';
import { type Running, startSonae } from '../processes.ts';
import { rounds } from '../rounds.ts';
import { SilentProxy } from '../silent-proxy.ts';
import { openNamed } from './named-database.ts';
import {
  type Acknowledged,
  flood,
  goesOn,
  nothingLostOrDoubled,
  openOutside,
  prepare,
} from './paging-ground.ts';

const ROUNDS = Number(process.env['SILENT_ROUNDS'] ?? rounds(5, 2));
/** From the moment the primary falls silent until alerts are taken and pages go out again. */
const MOST_SECONDS = 15;

let folder: string;
let database: EmbeddedServer;
let proxy: SilentProxy;
let server: Running | undefined;
let proxied: string;

beforeEach(async () => {
  const named = await openNamed();
  ({ folder, server: database } = named);
  proxy = await SilentProxy.open(path.join(folder, 'pg', '.s.PGSQL.5432'));
  proxied = `postgres://postgres:${named.url.password}@127.0.0.1:${proxy.port}/sonae`;
  // The command line is waited for with this process standing still, and with it the proxy: it goes straight.
  process.env['DATABASE_URL'] = named.url.toString();
});

afterEach(async () => {
  // One that ended by itself has a reason.
  expect(server?.child.exitCode ?? null, server?.output()).toBeNull();
  await server?.stop('SIGKILL');
  delete process.env['DATABASE_URL'];
  await proxy.close();
  await database.stop();
});

const secondsSince = (start: bigint): number => Number(process.hrtime.bigint() - start) / 1e9;

test(`the primary falls silent ${ROUNDS} times: intake and pages go on, nothing acknowledged is lost`, async () => {
  const outside = await openOutside();
  server = await startSonae({ folder, env: { DATABASE_URL: proxied } });
  const running = server;
  const key = await prepare(running, outside);
  const acked: Acknowledged = { flood: 0, paged: new Set<string>() };
  for (let round = 0; round < ROUNDS; round += 1) {
    let going = true;
    const flooding = flood(running, key, round, acked, () => going);
    await pause(700);
    proxy.silence();
    going = false;
    await goesOn(running, key, `after-${round}`, acked, outside, MOST_SECONDS);
    await flooding;
  }
  expect(acked.paged.size).toBeGreaterThanOrEqual(ROUNDS);
  await nothingLostOrDoubled(running, acked, outside);
  await outside.mailbox.close();
  await outside.gateway.close();
});

test('a process that freezes within a transaction holds its locks for seconds, not for hours', async () => {
  const url = withOptions(proxied, { idle_in_transaction_session_timeout: '2s' });
  const pool = openPool({ connectionString: url, max: 2 }, pino({ level: 'silent' }));
  const frozen = await pool.connect();
  frozen.on('error', () => undefined);
  await frozen.query('BEGIN');
  await frozen.query('SELECT pg_advisory_xact_lock(1)');
  const start = process.hrtime.bigint();
  await pool.query('SELECT pg_advisory_xact_lock(1)');
  expect(secondsSince(start)).toBeLessThan(MOST_SECONDS);
  await expect(frozen.query('SELECT 1')).rejects.toThrow();
  frozen.release(true);
  await pool.end();
});

test('a statement that takes long is waited for, for its server still works on it', async () => {
  const pool = openPool({ connectionString: proxied, max: 1 }, pino({ level: 'silent' }));
  const { rows } = await pool.query<{ done: boolean }>('SELECT pg_sleep(10) IS NOT NULL AS done');
  expect(rows).toEqual([{ done: true }]);
  await pool.end();
});
