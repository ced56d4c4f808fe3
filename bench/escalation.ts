import { PgBoss } from 'pg-boss';
import { Mailbox } from '../test/mailbox.ts';
import { addAlertSource, call, registerOperator, sonae } from '../test/operator.ts';
import { databaseOf, startSonae, until } from '../test/processes.ts';
import { quantile, told } from './quantile.ts';

const PAGES = 1_000;
const WAIT_SECONDS = 40;
/** Two on duty, and whoever administers after them. */
const STEPS = 3;
const BAR_MS = 1_000;

/** How late a widely used job queue starts as many delayed jobs, in the same database. */
async function peerLateness(connectionString: string): Promise<number[]> {
  const boss = new PgBoss({ connectionString, schema: 'peer', max: 6 });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue('escalate');
  // Due one after the other, as pages that began one after the other.
  const begin = Date.now() + 10_000;
  const dueOf = (n: number): number => begin + n * 30;
  const late: number[] = [];
  for (let lane = 0; lane < 4; lane++)
    await boss.work<{ n: number }>(
      'escalate',
      { pollingIntervalSeconds: 0.5, batchSize: 10 },
      async (jobs) => {
        for (const { data } of jobs) late.push(Date.now() - dueOf(data.n));
      },
    );
  await boss.insert(
    'escalate',
    Array.from({ length: PAGES }, (_, n) => ({ data: { n }, startAfter: new Date(dueOf(n)) })),
  );
  await until(async () => late.length >= PAGES, 120);
  await boss.stop();
  return late;
}

/**
 * A thousand pages seek an answer at the same time and nobody answers. How late is the next person asked? Every step is
 * its own transaction with a line in the ledger and a mail; the peer only starts as many jobs that do nothing.
 */
export async function benchEscalation(): Promise<void> {
  const mailbox = await Mailbox.open();
  const server = await startSonae();
  const sql = databaseOf(server);
  try {
    registerOperator(server);
    const key = await addAlertSource(server);
    const people = ['one', 'two'].map((name) =>
      String(sonae(server, 'user', 'add', `${name}@example.jp`, '--name', name)['id']),
    );
    await call(server, 'PUT /api/prepare/duty', { personIds: people });
    await call(server, 'PUT /api/respond/channels/email', {
      settings: { host: '127.0.0.1', port: mailbox.port, security: 'none', from: 'sonae@example.jp' },
    });
    // Each alert is to be an incident of its own.
    await call(server, 'PUT /api/respond/storm-brake', { most: 100_000, minutes: 1 });
    await call(server, 'POST /api/respond/rules', {
      name: 'all',
      matchers: [{ field: 'severity', operator: 'is', values: ['critical'] }],
      groupBy: ['n'],
      severity: 3,
      page: true,
      enabled: true,
    });
    await sql.connect();
    // Shorter than the form allows, and no bundles: every page escalates, and every message is one of its own.
    await sql.query(
      'INSERT INTO paging_setting (org_id, wait_seconds, bundle_seconds) SELECT org_id, $1, 0 FROM organisation',
      [WAIT_SECONDS],
    );
    for (let from = 0; from < PAGES; from += 50) {
      const alerts = Array.from({ length: 50 }, (_, n) => ({
        labels: { alertname: 'Stopped', severity: 'critical', n: String(from + n) },
      }));
      const answer = await fetch(`${server.baseUrl}/api/v2/alerts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(alerts),
      });
      if (!answer.ok) throw new Error(`refused: ${answer.status}`);
    }
    const count = async (state: string): Promise<number> =>
      (await sql.query('SELECT count(*)::int AS n FROM page WHERE state = $1', [state])).rows[0].n;
    let most = 0;
    await until(async () => {
      most = Math.max(most, await count('seeking'));
      return (await count('exhausted')) === PAGES;
    }, 300);
    // By the record: when a step was begun, and when the next one should have been.
    const { rows } = await sql.query<{ late: number }>(
      `SELECT late FROM (
         SELECT kind, extract(epoch FROM recorded_at - lag(recorded_at) OVER (PARTITION BY body->>'pageId' ORDER BY seq))::float8
           * 1000 - $1 * 1000 AS late
         FROM ledger WHERE kind IN ('page.started', 'page.escalated', 'page.exhausted')) AS step
       WHERE kind <> 'page.started'`,
      [WAIT_SECONDS],
    );
    const ours = rows.map(({ late }) => late);
    const { host, port, password } = sql;
    const theirs = await peerLateness(
      `postgres://postgres:${password}@localhost/sonae?host=${encodeURIComponent(host)}&port=${port}`,
    );
    console.log(
      `escalation, ${PAGES} pages (at most ${most} seeking at once), three steps each (bar ${BAR_MS} ms)`,
    );
    told('Sonae, how late the next step is', ours);
    told('pg-boss, how late an empty job starts', theirs);
    const p99 = quantile(ours, 0.99);
    console.log(`  ratio of p99                             ${(p99 / quantile(theirs, 0.99)).toFixed(2)}×`);
    console.log(`  mails                                    ${mailbox.mails.length} of ${STEPS * PAGES}`);
    if (p99 > BAR_MS || ours.length !== STEPS * PAGES || mailbox.mails.length < STEPS * PAGES)
      process.exitCode = 1;
  } finally {
    await sql.end();
    await server.stop();
    await mailbox.close();
  }
}
