import { setTimeout as pause } from 'node:timers/promises';
import { Mailbox } from '../test/mailbox.ts';
import { addAlertSource, call, registerOperator, sonae } from '../test/operator.ts';
import { databaseOf, type Running, startSonae, until } from '../test/processes.ts';
import { quantile, told } from './quantile.ts';

const ALERTS = 5_000;
const SECONDS = 10;
const TRIALS = Number(process.env['TRIALS'] ?? 200);
const ESCALATING = Number(process.env['ESCALATING'] ?? 2_000);
const BEATS = 100;
const LIVE = 1_000;
const EXPIRING = Number(process.env['EXPIRING'] ?? 50_000);

interface Ground {
  readonly server: Running;
  readonly mailbox: Mailbox;
  readonly send: (alerts: readonly object[]) => Promise<number>;
}

/** A Sonae with somebody on duty, and what it is sent; each answer's milliseconds. */
async function ground(mailbox: Mailbox, bundleSeconds: number): Promise<Ground> {
  const server = await startSonae();
  registerOperator(server);
  const key = await addAlertSource(server);
  const { id } = sonae(server, 'user', 'add', 'duty@example.jp', '--name', 'Duty');
  await call(server, 'PUT /api/prepare/duty', { personIds: [id] });
  await call(server, 'PUT /api/respond/channels/email', {
    settings: { host: '127.0.0.1', port: mailbox.port, security: 'none', from: 'sonae@example.jp' },
  });
  await call(server, 'PUT /api/respond/paging-settings', { waitSeconds: 300, bundleSeconds });
  await rule(server, 'Storm', 2, ['instance']);
  const send = async (alerts: readonly object[]) => {
    const began = performance.now();
    const answer = await fetch(`${server.baseUrl}/api/v2/alerts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(alerts),
    });
    if (!answer.ok) throw new Error(`refused: ${answer.status}`);
    return performance.now() - began;
  };
  return { server, mailbox, send };
}

const rule = (server: Running, alertname: string, severity: number, groupBy: string[] = []) =>
  call(server, 'POST /api/respond/rules', {
    name: alertname,
    matchers: [{ field: 'alertname', operator: 'is', values: [alertname] }],
    groupBy,
    severity,
    page: true,
    enabled: true,
  });

async function storm({ send }: Ground): Promise<void> {
  const each = ALERTS / SECONDS / 10;
  for (let slice = 0; slice < SECONDS * 10; slice += 1) {
    const next = pause(100);
    await send(
      Array.from({ length: each }, (_, n) => ({
        labels: { alertname: 'Storm', instance: `h${slice * each + n}` },
      })),
    );
    await next;
  }
}

/** Five thousand alerts in ten seconds, each a group of its own; how many incidents and messages come of it, and how soon. */
async function countStorm(): Promise<void> {
  const mailbox = await Mailbox.open();
  const place = await ground(mailbox, 30);
  const sql = databaseOf(place.server);
  await sql.connect();
  try {
    const began = performance.now();
    const first = mailbox.next().then(() => performance.now() - began);
    await storm(place);
    await until(async () => {
      const { rows } = await sql.query('SELECT count(*)::int AS n FROM incident_signal');
      return rows[0].n === ALERTS;
    }, 120);
    await pause(45_000);
    const { rows } = await sql.query('SELECT count(*)::int AS n FROM incident');
    console.log(
      `storm, ${ALERTS} alerts in ${SECONDS} s: incidents ${rows[0].n}, messages ${mailbox.mails.length}`,
    );
    console.log(`  first message after      ${Math.round(await first)} ms`);
    if (rows[0].n > 11 || mailbox.mails.length > 2) process.exitCode = 1;
  } finally {
    await sql.end();
    await place.server.stop();
    await mailbox.close();
  }
}

/** One alarm after the other of other, grave rules: accepted until the mail server has the message. */
async function trials({ send, mailbox }: Ground, what: string): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < TRIALS; n += 1) {
    const name = `Unrelated-${n}-x`;
    const arrived = mailbox.next(({ source, text }) => source.includes(name) || text.includes(name));
    await send([{ labels: { alertname: name } }]);
    const accepted = performance.now();
    await arrived;
    times.push(Math.max(0, performance.now() - accepted));
  }
  console.log(`unrelated alarms ${what}, ${TRIALS} trials: accepted → mail`);
  told('Sonae', times);
  if (quantile(times, 0.99) > 3_000) process.exitCode = 1;
}

/** Unrelated alarms in the middle of storms. */
async function unrelated(): Promise<void> {
  const mailbox = await Mailbox.open();
  const place = await ground(mailbox, 0);
  try {
    for (let n = 0; n < TRIALS; n += 1) await rule(place.server, `Unrelated-${n}-x`, 4);
    let goes = true;
    const storming = (async () => {
      while (goes) await storm(place);
    })();
    await pause(2_000);
    await trials(place, 'in the middle of storms');
    goes = false;
    await storming;
  } finally {
    await place.server.stop();
    await mailbox.close();
  }
}

/** Unrelated alarms while two thousand pages, each an incident of its own, go from one person to the next. */
async function besideEscalations(): Promise<void> {
  const mailbox = await Mailbox.open();
  const place = await ground(mailbox, 0);
  const { server, send } = place;
  const sql = databaseOf(server);
  await sql.connect();
  try {
    const people = ['second', 'third', 'fourth'].map((name) =>
      String(sonae(server, 'user', 'add', `${name}@example.jp`, '--name', name)['id']),
    );
    const { rows: duty } = await sql.query('SELECT person_id AS id FROM duty ORDER BY position');
    const before = duty.map(({ id }) => String(id));
    await call(server, 'PUT /api/prepare/duty', { personIds: [...before, ...people], seen: before });
    // Each alert is to be an incident and a page of its own; a page waits the least there is.
    await call(server, 'PUT /api/respond/storm-brake', { most: 100_000, minutes: 1 });
    await sql.query('UPDATE paging_setting SET wait_seconds = 30');
    await rule(server, 'Escalating', 2, ['n']);
    for (let n = 0; n < TRIALS; n += 1) await rule(server, `Unrelated-${n}-x`, 4);
    for (let from = 0; from < ESCALATING; from += 50)
      await send(
        Array.from({ length: 50 }, (_, n) => ({ labels: { alertname: 'Escalating', n: `${from + n}` } })),
      );
    await until(async () => {
      const { rows } = await sql.query('SELECT count(*)::int AS n FROM page');
      return rows[0].n >= ESCALATING;
    }, 300);
    await trials(place, `beside ${ESCALATING} pages that escalate`);
    const { rows } = await sql.query('SELECT count(*)::int AS n FROM page WHERE step > 0 OR rounds > 1');
    console.log(`  pages that had gone on to another person by then: ${rows[0].n}`);
  } finally {
    await sql.end();
    await server.stop();
    await mailbox.close();
  }
}

/** Sonae is away for a minute; then many signals expire at once. */
async function silences(): Promise<void> {
  const mailbox = await Mailbox.open();
  const place = await ground(mailbox, 30);
  const { server, send } = place;
  const sql = databaseOf(server);
  let again: Running | undefined;
  try {
    const keys: string[] = [];
    for (let n = 0; n < BEATS; n += 1) {
      const body = { name: `h${n}`, everySeconds: 20, graceSeconds: 10, page: true };
      keys.push(String((await call(server, 'POST /api/detect/heartbeats', body))['key']));
    }
    for (const key of keys) await fetch(`${server.baseUrl}/in/heartbeat/${key}`);
    const endsAt = Temporal.Now.instant().add({ seconds: 50 }).toString();
    await send(
      Array.from({ length: LIVE }, (_, n) => ({ labels: { alertname: 'Live', n: `${n}` }, endsAt })),
    );
    await server.stop();
    await pause(60_000);
    again = await startSonae({ folder: server.folder, port: Number(new URL(server.baseUrl).port) });
    await pause(15_000);
    for (const key of keys) await fetch(`${again.baseUrl}/in/heartbeat/${key}`);
    const { lines } = { lines: await counted(again) };
    console.log(`away for 60 s, ${BEATS} heartbeats and ${LIVE} signals: ${JSON.stringify(lines)}`);
    if (Object.keys(lines).length > 0) process.exitCode = 1;
    const soon = Temporal.Now.instant().add({ seconds: 60 }).toString();
    for (let from = 0; from < EXPIRING; from += 1_000)
      await send(
        Array.from({ length: 1_000 }, (_, n) => ({
          labels: { alertname: 'Flood', n: `${from + n}` },
          endsAt: soon,
        })),
      );
    const times: number[] = [];
    for (let n = 0; (await counted(again))['signal.fell-silent'] !== EXPIRING + LIVE && n < 3_000; n += 1) {
      times.push(await send([{ labels: { alertname: 'Fresh', n: `${n}` } }]));
      await pause(50);
    }
    console.log(`${EXPIRING} signals expire: how long a new alert waits for its answer`);
    told('Sonae', times);
    if (Math.max(...times) > 1_000) process.exitCode = 1;
  } finally {
    await sql.end();
    await server.stop();
    await again?.stop();
    await mailbox.close();
  }
}

/** Lines of silence and of pages, by kind. */
async function counted(server: Running): Promise<Record<string, number>> {
  const sql = databaseOf(server);
  await sql.connect();
  try {
    const { rows } = await sql.query<{ kind: string; n: number }>(
      `SELECT kind, count(*)::int AS n FROM ledger WHERE kind IN ('heartbeat.missed', 'signal.fell-silent', 'page.started') GROUP BY kind`,
    );
    return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
  } finally {
    await sql.end();
  }
}

const PARTS = { count: countStorm, unrelated, escalations: besideEscalations, silences };

/** All of it, or the part that PART names. */
export async function benchStorm(): Promise<void> {
  for (const [name, part] of Object.entries(PARTS)) if ((process.env['PART'] ?? name) === name) await part();
}
