import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type Running, startSonae } from '../processes.ts';
import { Replicated } from '../replicated.ts';
import { rounds } from '../rounds.ts';
import {
  type Acknowledged,
  flood,
  goesOn,
  nothingLostOrDoubled,
  openOutside,
  prepare,
} from './paging-ground.ts';

const ROUNDS = rounds(5, 1);
/** From the promotion until alerts are taken and pages go out again. */
const MOST_SECONDS = 15;

let both: Replicated | undefined;
let running: Running | undefined;
afterEach(async () => {
  await running?.stop('SIGKILL');
  await both?.close();
  delete process.env['DATABASE_URL'];
});

test(`the primary is lost and its standby promoted ${ROUNDS} times: intake and pages go on, nothing acknowledged is lost`, async () => {
  both = await Replicated.open();
  // For the command line as well.
  process.env['DATABASE_URL'] = both.url;
  const outside = await openOutside();
  running = await startSonae();
  const server = running;
  const key = await prepare(server, outside);
  const acked: Acknowledged = { flood: 0, paged: new Set<string>() };
  for (let round = 0; round < ROUNDS; round += 1) {
    let going = true;
    const flooding = flood(server, key, round, acked, () => going);
    await pause(700);
    going = false;
    await both.failOver();
    await flooding;
    await goesOn(server, key, `after-${round}`, acked, outside, MOST_SECONDS);
    await both.heal();
  }
  expect(acked.paged.size).toBeGreaterThanOrEqual(ROUNDS);
  await nothingLostOrDoubled(server, acked, outside);
  await outside.mailbox.close();
  await outside.gateway.close();
});
