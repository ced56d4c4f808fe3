import pg from 'pg';
import { expect } from 'vitest';
import { atPrimary, readAddress } from '../../database/hosts.ts';
import { Gateway } from '../gateway.ts';
import { Mailbox } from '../mailbox.ts';
import { addAlertSource, call, registerOperator, sonae } from '../operator.ts';
import { ownerUrlOf, type Running, until } from '../processes.ts';

const PEOPLE = ['one@example.jp', 'two@example.jp', 'three@example.jp'];
const WAIT_SECONDS = 3;
const BUNDLE_SECONDS = 1;

/** What was acknowledged to whoever sent it: alerts by number, pages by name. */
export interface Acknowledged {
  flood: number;
  readonly paged: Set<string>;
}

/** As the owner: of the database that was named, or of the one in the folder. */
export const connect = async (folder: string): Promise<pg.Client> => {
  const named = process.env['DATABASE_URL'];
  const client = new pg.Client(named ? await atPrimary(readAddress(named)) : ownerUrlOf(folder));
  client.on('error', () => undefined);
  await client.connect();
  await client.query('SET search_path = sonae');
  return client;
};

/** Where messages go: real servers that outlive whatever is killed. */
export interface Outside {
  readonly mailbox: Mailbox;
  readonly gateway: Gateway;
}

export const openOutside = async (): Promise<Outside> => ({
  mailbox: await Mailbox.open(),
  gateway: await Gateway.open(),
});

/** Three people on duty, the first of them with a telephone; every critical alert pages. @returns a source's key */
export async function prepare(server: Running, { mailbox, gateway }: Outside): Promise<string> {
  registerOperator(server);
  const key = await addAlertSource(server);
  const people = PEOPLE.map((email) => String(sonae(server, 'user', 'add', email, '--name', email)['id']));
  await call(server, 'PUT /api/prepare/duty', { personIds: people });
  await call(server, 'PUT /api/respond/channels/email', {
    settings: { host: '127.0.0.1', port: mailbox.port, security: 'none', from: 'sonae@example.jp' },
  });
  const provider = { baseUrl: gateway.url, account: 'AC1', token: 'token', from: '+815012345678' };
  await call(server, 'PUT /api/respond/channels/sms', { settings: { ...provider, allowInner: true } });
  // Each alert is to have its own page, whatever is killed in between.
  await call(server, 'PUT /api/respond/storm-brake', { most: 100_000, minutes: 1 });
  await call(server, 'POST /api/respond/rules', {
    name: 'page',
    matchers: [{ field: 'severity', operator: 'is', values: ['critical'] }],
    groupBy: ['n'],
    severity: 3,
    page: true,
    enabled: true,
  });
  const sql = await connect(server.folder);
  // Shorter than the form allows, so that every page walks through all its steps in the rounds.
  await sql.query(
    'INSERT INTO paging_setting (org_id, wait_seconds, bundle_seconds) SELECT org_id, $1, $2 FROM organisation',
    [WAIT_SECONDS, BUNDLE_SECONDS],
  );
  await sql.query(
    `INSERT INTO contact_route (org_id, id, person_id, position, kind, address, note, verified_at)
     SELECT org_id, gen_random_uuid(), id, 0, 'sms', '+819011112222', '', now() FROM person WHERE id = $1`,
    [people[0]],
  );
  await sql.end();
  return key;
}

/** Sends until `going` says no or the server dies. A batch counts only when its answer came. */
export async function flood(
  server: Running,
  key: string,
  round: number,
  acked: Acknowledged,
  going: () => boolean = () => true,
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
    for (let i = 0; going(); i += 1) {
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

/**
 * An alert is taken and its page goes out, and the server says that it stands, all within so many seconds.
 * @param n what the alert is called
 */
export async function goesOn(
  server: Running,
  key: string,
  n: string,
  acked: Acknowledged,
  { mailbox, gateway }: Outside,
  mostSeconds: number,
): Promise<void> {
  const end = process.hrtime.bigint() + BigInt(Math.round(mostSeconds * 1e9));
  const left = () => Math.max(0, Number(end - process.hrtime.bigint()) / 1e9);
  const went = () => mailbox.mails.length + gateway.unread.length;
  const before = went();
  await until(async () => {
    const answer = await fetch(`${server.baseUrl}/api/v2/alerts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify([{ labels: { alertname: 'Page', severity: 'critical', n } }]),
      signal: AbortSignal.timeout(2_000),
    });
    if (answer.ok) acked.paged.add(n);
    return answer.ok;
  }, left());
  await until(async () => went() > before, left());
  await until(async () => (await fetch(`${server.baseUrl}/readyz`)).ok, left());
  expect(server.child.exitCode, server.output()).toBeNull();
}

/** Waits until every page has ended, then holds the record against what was acknowledged and what was sent. */
export async function nothingLostOrDoubled(
  server: Running,
  acked: Acknowledged,
  { mailbox, gateway }: Outside,
): Promise<void> {
  const sql = await connect(server.folder);
  const rows = async (text: string): Promise<Record<string, unknown>[]> => (await sql.query(text)).rows;
  const unsettled = `SELECT 1 FROM page WHERE state = 'seeking' UNION ALL SELECT 1 FROM message WHERE state IN ('queued', 'sending')
    UNION ALL SELECT 1 FROM timer WHERE kind IN ('start-page', 'escalate-page', 'weigh-signals')`;
  await until(async () => (await rows(unsettled)).length === 0, 300);

  const [counted] = await rows(
    `SELECT sum(t.count)::int AS n FROM signal s JOIN signal_tally t USING (org_id, id) WHERE s.title = 'Flood'`,
  );
  expect(Number(counted?.['n'])).toBeGreaterThanOrEqual(acked.flood);

  const incidents = await rows(`SELECT group_key, count(*)::int AS n FROM incident GROUP BY group_key`);
  expect(incidents.every(({ n }) => n === 1)).toBe(true);
  const groups = new Set(incidents.map(({ group_key }) => String(group_key)));
  for (const n of acked.paged) expect(groups).toContain(JSON.stringify([n]));

  const pages =
    await rows(`SELECT p.id, p.state, array_agg(DISTINCT a.step ORDER BY a.step) AS steps, array_agg(DISTINCT m.state) AS states,
      array_agg(coalesce(m.bundle_id, m.id) || ' ' || m.channel) AS messages,
      count(*)::int AS attempts, count(DISTINCT (a.step, m.person_id, m.channel, m.address))::int AS different
    FROM page p LEFT JOIN page_attempt a ON a.page_id = p.id LEFT JOIN message m ON m.id = a.id GROUP BY p.id, p.state`);
  expect(pages).toHaveLength(incidents.length);
  const mailed = new Set(mailbox.mails.map(({ source }) => /^message-id: <([^@]+)@/im.exec(source)?.[1]));
  const texted = new Set(gateway.unread.map(({ params }) => params['StatusCallback']?.split('/').at(-1)));
  for (const { state: ended, steps, states, messages, attempts, different } of pages) {
    expect(ended).toBe('exhausted');
    // Three on duty, and whoever administers after them.
    expect(steps).toEqual([0, 1, 2, 3]);
    expect(states).toEqual(['accepted']);
    expect(different).toBe(attempts);
    for (const message of messages as string[]) {
      const [id, channel] = message.split(' ');
      expect(channel === 'sms' ? texted : mailed).toContain(id);
    }
  }
  const attempts = await rows('SELECT count(*)::int AS n FROM page_attempt');
  for (const kind of ['page.attempted', 'page.accepted']) {
    const told = await rows(
      `SELECT count(*)::int AS n, count(DISTINCT body->>'attemptId')::int AS different FROM ledger WHERE kind = '${kind}'`,
    );
    expect([kind, told[0]]).toEqual([kind, { n: attempts[0]?.['n'], different: attempts[0]?.['n'] }]);
  }
  for (const [kind, per] of [
    ['page.escalated', 3],
    ['page.exhausted', 1],
    ['page.started', 1],
  ] as const) {
    const told = await rows(
      `SELECT body->>'pageId' AS page, count(*)::int AS n FROM ledger WHERE kind = '${kind}' GROUP BY 1`,
    );
    expect([kind, told.length, told.every(({ n }) => n === per)]).toEqual([kind, pages.length, true]);
  }
  await sql.end();
  expect(JSON.stringify(sonae(server, 'ledger', 'verify'))).toContain('"firstBreak":"none"');
}
