import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { Mailbox } from '../mailbox.ts';
import { addAlertSource, call, registerOperator, sonae } from '../operator.ts';
import { type Running, startSonae, until } from '../processes.ts';

const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 20);
const SEED = Number(process.env['CRASH_SEED'] ?? 20_261_123);
const PEOPLE = ['one@example.jp', 'two@example.jp', 'three@example.jp'];

let state = SEED;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

let running: Running | undefined;
afterAll(() => running?.stop());

const connect = async (folder: string): Promise<pg.Client> => {
  const client = new pg.Client(
    `postgres://postgres@localhost/sonae?host=${encodeURIComponent(path.join(folder, 'pg'))}&port=5432`,
  );
  client.on('error', () => undefined);
  await client.connect();
  await client.query('SET search_path = sonae');
  return client;
};

async function prepare(server: Running, mailbox: Mailbox): Promise<string> {
  registerOperator(server);
  const key = await addAlertSource(server);
  const people = PEOPLE.map((email) => String(sonae(server, 'user', 'add', email, '--name', email)['id']));
  await call(server, 'PUT /api/prepare/duty', { personIds: people });
  await call(server, 'PUT /api/respond/channels/email', {
    settings: { host: '127.0.0.1', port: mailbox.port, security: 'none', from: 'sonae@example.jp' },
  });
  await call(server, 'POST /api/respond/rules', {
    name: 'page',
    matchers: [{ field: 'severity', operator: 'is', values: ['critical'] }],
    groupBy: ['n'],
    severity: 3,
    page: true,
    enabled: true,
  });
  const sql = await connect(server.folder);
  // Shorter than the form allows, so that every page walks through all its steps while we kill.
  await sql.query('INSERT INTO paging_setting SELECT org_id, 3 FROM organisation');
  await sql.end();
  return key;
}

/** Sends until the server dies. A batch counts only when its answer came. */
async function flood(
  server: Running,
  key: string,
  round: number,
  acked: { flood: number; paged: Set<string> },
): Promise<void> {
  const send = async (alerts: unknown[]): Promise<boolean> => {
    const answer = await fetch(`${server.baseUrl}/api/v2/alerts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(alerts),
    });
    return answer.ok && (await answer.json()) !== undefined;
  };
  const lane = async (lane: number): Promise<void> => {
    for (let i = 0; ; i += 1) {
      const paged = lane === 0 && i % 8 === 0 && i < 24 ? `${round}-${i}` : undefined;
      const batch = Array.from({ length: 50 }, (_, n) => ({ labels: { alertname: 'Flood', n: String(n) } }));
      const alerts = paged ? [{ labels: { alertname: 'Page', severity: 'critical', n: paged } }] : batch;
      try {
        if (!(await send(alerts))) return;
      } catch {
        return;
      }
      if (paged) acked.paged.add(paged);
      else acked.flood += alerts.length;
    }
  };
  await Promise.all([0, 1, 2, 3].map(lane));
}

test(`killed ${ROUNDS} times in flood and paging: nothing acknowledged is lost, no page or step is lost or doubled`, async () => {
  const mailbox = await Mailbox.open();
  running = await startSonae();
  const { folder } = running;
  const key = await prepare(running, mailbox);
  const acked = { flood: 0, paged: new Set<string>() };
  for (let round = 0; round < ROUNDS; round += 1) {
    const flooding = flood(running, key, round, acked);
    await pause(150 + random() * 900);
    // Every third time the database server dies with it, as in a power cut of the machine.
    if (round % 3 === 2) {
      const postmaster = Number(
        fs.readFileSync(path.join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0],
      );
      process.kill(postmaster, 'SIGKILL');
    }
    await running.stop('SIGKILL');
    await flooding;
    running = await startSonae({ folder });
  }
  expect(acked.flood).toBeGreaterThan(ROUNDS * 100);
  expect(acked.paged.size).toBeGreaterThan(ROUNDS);

  const sql = await connect(folder);
  const rows = async (text: string): Promise<Record<string, unknown>[]> => (await sql.query(text)).rows;
  const unsettled = `SELECT 1 FROM page WHERE state = 'seeking' UNION ALL SELECT 1 FROM page_attempt WHERE state IN ('queued', 'sending')`;
  await until(async () => (await rows(unsettled)).length === 0, 120);

  const [counted] = await rows(
    `SELECT sum(t.count)::int AS n FROM signal s JOIN signal_tally t USING (org_id, id) WHERE s.title = 'Flood'`,
  );
  expect(Number(counted?.['n'])).toBeGreaterThanOrEqual(acked.flood);

  const incidents = await rows(`SELECT group_key, count(*)::int AS n FROM incident GROUP BY group_key`);
  expect(incidents.every(({ n }) => n === 1)).toBe(true);
  const groups = new Set(incidents.map(({ group_key }) => String(group_key)));
  for (const n of acked.paged) expect(groups).toContain(JSON.stringify([n]));

  const pages =
    await rows(`SELECT p.id, p.state, array_agg(a.step ORDER BY a.step) AS steps, array_agg(a.state) AS states, array_agg(a.id) AS attempts
    FROM page p LEFT JOIN page_attempt a ON a.page_id = p.id GROUP BY p.id, p.state`);
  expect(pages).toHaveLength(incidents.length);
  const sent = new Set(mailbox.mails.map(({ source }) => /^message-id: <([^@]+)@/im.exec(source)?.[1]));
  for (const { state: ended, steps, states, attempts } of pages) {
    expect(ended).toBe('exhausted');
    expect(steps).toEqual([0, 1, 2]);
    expect(states).toEqual(['accepted', 'accepted', 'accepted']);
    for (const id of attempts as string[]) expect(sent).toContain(id);
  }
  for (const [kind, per] of [
    ['page.attempted', 3],
    ['page.accepted', 3],
    ['page.escalated', 2],
    ['page.exhausted', 1],
    ['page.started', 1],
  ] as const) {
    const told = await rows(
      `SELECT body->>'pageId' AS page, count(*)::int AS n FROM ledger WHERE kind = '${kind}' GROUP BY 1`,
    );
    expect([kind, told.length, told.every(({ n }) => n === per)]).toEqual([kind, pages.length, true]);
  }
  await sql.end();
  const report = sonae(running, 'ledger', 'verify');
  expect(JSON.stringify(report)).toContain('"firstBreak":"none"');
  await mailbox.close();
});
