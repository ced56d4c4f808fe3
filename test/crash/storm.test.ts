import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { addAlertSource, call, registerOperator } from '../operator.ts';
import { type Running, startSonae, until } from '../processes.ts';
import { rounds } from '../rounds.ts';
import { connect } from './paging-ground.ts';

const ROUNDS = rounds(10, 3);
const BATCH = 100;
/** Each batch is sent until it was acknowledged; the same alarm twice is one signal. */
const BATCHES = 12;
const HANGS_SECONDS = 120;

let running: Running | undefined;
afterEach(() => running?.stop());

test(`killed ${ROUNDS} times in a storm: one storm collects all of it, each match once, and one page is out for it`, async () => {
  running = await startSonae();
  const { folder } = running;
  registerOperator(running);
  const key = await addAlertSource(running);
  for (const [name, severity] of [
    ['Storm', 2],
    ['Grave', 4],
  ] as const)
    await call(running, 'POST /api/respond/rules', {
      name,
      matchers: [{ field: 'alertname', operator: 'is', values: [name] }],
      groupBy: ['instance'],
      severity,
      page: true,
      enabled: true,
    });
  const send = async (server: Running, batch: number): Promise<boolean> => {
    const alertname = batch % 4 === 3 ? 'Grave' : 'Storm';
    const body = Array.from({ length: BATCH }, (_, n) => ({
      labels: { alertname, instance: `h${batch * BATCH + n}` },
    }));
    const answer = await fetch(`${server.baseUrl}/api/v2/alerts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    return answer?.ok === true && (await answer.json().catch(() => undefined)) !== undefined;
  };
  let batch = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const upTo = Math.floor((BATCHES * (round + 1)) / ROUNDS);
    const server: Running = running;
    const flooding = (async () => {
      while (batch < upTo && (await send(server, batch))) batch += 1;
    })();
    await pause(60 + 90 * round);
    await server.stop('SIGKILL');
    await flooding;
    running = await startSonae({ folder });
  }
  while (batch < BATCHES) if (await send(running, batch)) batch += 1;

  const sql = await connect(folder);
  const one = async (text: string): Promise<number> => Number((await sql.query(text)).rows[0]?.n);
  const all = BATCHES * BATCH;
  await until(
    async () => (await one('SELECT count(DISTINCT signal_id) AS n FROM incident_signal')) === all,
    HANGS_SECONDS,
  );
  expect(await one('SELECT count(*) AS n FROM incident_signal')).toBe(all);
  expect(await one('SELECT count(*) AS n FROM storm')).toBe(1);
  // Ten by themselves, the first of the grave rule, and the storm.
  const incidents = await one('SELECT count(*) AS n FROM incident');
  expect(incidents).toBe(12);
  expect(await one('SELECT count(*) AS n FROM storm_group')).toBe(all - incidents + 1);
  expect(await one('SELECT count(*) AS n FROM storm_signal')).toBe(all - incidents + 1);
  await until(async () => (await one('SELECT count(*) AS n FROM page')) === incidents, HANGS_SECONDS);
  expect(await one('SELECT count(DISTINCT incident_id) AS n FROM page')).toBe(incidents);
  await sql.end();
});
