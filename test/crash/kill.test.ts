import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type Running, startSonae, until } from '../processes.ts';
import { rounds } from '../rounds.ts';
import { type Acknowledged, flood, nothingLostOrDoubled, openOutside, prepare } from './paging-ground.ts';

/** Three at least: every third time the database dies too. */
const ROUNDS = rounds(20, 3);
const HANGS_SECONDS = 300;
const SEED = Number(process.env['CRASH_SEED'] ?? 20_261_123);

let state = SEED;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

let running: Running | undefined;
afterEach(() => running?.stop());

const postmasterOf = (folder: string): number =>
  Number(fs.readFileSync(path.join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);

test(`killed ${ROUNDS} times in flood and paging: nothing acknowledged is lost, no page or step is lost or doubled`, async () => {
  const outside = await openOutside();
  running = await startSonae();
  const { folder } = running;
  const key = await prepare(running, outside);
  const acked: Acknowledged = { flood: 0, paged: new Set<string>() };
  for (let round = 0; round < ROUNDS; round += 1) {
    const flooding = flood(running, key, round, acked);
    await pause(150 + random() * 900);
    // Every third time the database server dies with it, as in a power cut of the machine.
    if (round % 3 === 2) process.kill(postmasterOf(folder), 'SIGKILL');
    await running.stop('SIGKILL');
    await flooding;
    running = await startSonae({ folder });
  }
  expect(acked.flood).toBeGreaterThan(ROUNDS * 100);
  expect(acked.paged.size).toBeGreaterThan(ROUNDS / 2);
  await nothingLostOrDoubled(running, acked, outside);
  await outside.mailbox.close();
  await outside.gateway.close();
});

test(`the database dies ${ROUNDS} times under a running server: it comes back by itself, and nothing acknowledged is lost`, async () => {
  const outside = await openOutside();
  running = await startSonae();
  const server = running;
  const key = await prepare(server, outside);
  const acked: Acknowledged = { flood: 0, paged: new Set<string>() };
  for (let round = 0; round < ROUNDS; round += 1) {
    let going = true;
    const flooding = flood(server, key, round, acked, () => going);
    await pause(150 + random() * 900);
    const killed = postmasterOf(server.folder);
    process.kill(killed, 'SIGKILL');
    going = false;
    await flooding;
    expect(server.child.exitCode).toBeNull();
    await until(async () => postmasterOf(server.folder) !== killed, HANGS_SECONDS).catch((error: unknown) => {
      throw new Error(`the database stayed away: ${server.child.exitCode} ${server.output()}`, {
        cause: error,
      });
    });
    await until(async () => (await fetch(`${server.baseUrl}/readyz`)).ok, HANGS_SECONDS);
  }
  expect(acked.paged.size).toBeGreaterThan(ROUNDS / 2);
  await nothingLostOrDoubled(server, acked, outside);
  await outside.mailbox.close();
  await outside.gateway.close();
});
