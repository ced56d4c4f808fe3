import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type Running, startSonae, until } from '../processes.ts';
import { Replicated } from '../replicated.ts';
import { rounds } from '../rounds.ts';
import { type Acknowledged, flood, nothingLostOrDoubled, openOutside, prepare } from './paging-ground.ts';

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
    const sent = outside.mailbox.mails.length + outside.gateway.unread.length;
    await until(async () => {
      const answer = await fetch(`${server.baseUrl}/api/v2/alerts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify([{ labels: { alertname: 'Page', severity: 'critical', n: `after-${round}` } }]),
        signal: AbortSignal.timeout(2_000),
      });
      if (answer.ok) acked.paged.add(`after-${round}`);
      return answer.ok;
    }, MOST_SECONDS);
    await until(
      async () => outside.mailbox.mails.length + outside.gateway.unread.length > sent,
      MOST_SECONDS,
    );
    await until(async () => (await fetch(`${server.baseUrl}/readyz`)).ok, MOST_SECONDS);
    expect(server.child.exitCode, server.output()).toBeNull();
    await both.heal();
  }
  expect(acked.paged.size).toBeGreaterThanOrEqual(ROUNDS);
  await nothingLostOrDoubled(server, acked, outside);
  await outside.mailbox.close();
  await outside.gateway.close();
});
