import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EmbeddedServer } from '../../database/embedded.ts';
import { type Running, startSonae, until } from '../processes.ts';
import { rounds } from '../rounds.ts';
import { openNamed } from './named-database.ts';
import { type Acknowledged, flood, nothingLostOrDoubled, openOutside, prepare } from './paging-ground.ts';

const ROUNDS = rounds(5, 2);
/** From the moment one machine stands still until everything due is out by way of the other. */
const MOST_SECONDS = 15;
const SEED = Number(process.env['CRASH_SEED'] ?? 20_261_129);
const SECRET = 'one secret for both machines, which share a database';

let state = SEED;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

let folder: string;
let database: EmbeddedServer;
let running: Running[];

beforeEach(async () => {
  const named = await openNamed();
  ({ folder, server: database } = named);
  // For the command line as well.
  process.env['DATABASE_URL'] = named.url.toString();
  process.env['SONAE_SECRET'] = SECRET;
  running = [];
});

afterEach(async () => {
  for (const { child, stop } of running) {
    child.kill('SIGCONT');
    await stop('SIGKILL');
  }
  delete process.env['DATABASE_URL'];
  delete process.env['SONAE_SECRET'];
  await database.stop();
});

test(`one of two machines stands still in mid-send ${ROUNDS} times: the other's messages leave, and nobody's are late`, async () => {
  const outside = await openOutside();
  const healthy = await startSonae({ folder });
  running.push(healthy);
  const key = await prepare(healthy, outside);
  const other = await startSonae();
  running.push(other);
  const acked: Acknowledged = { flood: 0, paged: new Set<string>() };
  const watching = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await watching.connect();
  const late = async (seconds: number): Promise<number> => {
    const { rows } = await watching.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM sonae.message WHERE state IN ('queued', 'sending') AND made_at < now() - make_interval(secs => $1)`,
      [seconds],
    );
    return rows[0]?.n ?? 0;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    let going = true;
    const flooding = flood(healthy, key, round, acked, () => going);
    await pause(300 + random() * 900);
    other.child.kill('SIGSTOP');
    await pause(2_000);
    going = false;
    await flooding;
    // Whatever was there when it stood still has left by then, to whomever it goes.
    await pause(MOST_SECONDS * 1_000 - 2_000);
    expect(await late(MOST_SECONDS), `round ${round}`).toBe(0);
    const answer = await fetch(`${healthy.baseUrl}/readyz`);
    expect(answer.status).toBe(200);
    other.child.kill('SIGCONT');
    await until(async () => (await fetch(`${other.baseUrl}/readyz`)).ok, MOST_SECONDS);
  }
  await watching.end();
  expect(acked.paged.size).toBeGreaterThanOrEqual(ROUNDS);
  await nothingLostOrDoubled(healthy, acked, outside);
  await outside.mailbox.close();
  await outside.gateway.close();
});
