import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendWithin } from '../../areas/respond/notices/send-notice.ts';
import { closeSettings } from '../../areas/sending/channels/channel-secrets.ts';
import { JOB_KINDS } from '../../areas/work.ts';
import { email } from '../../channels/email/index.ts';
import { createQueuesAt } from '../../database/job-queue.ts';
import { migrate } from '../../database/migrate.ts';
import { inTransaction } from '../../database/transaction.ts';
import { newId } from '../../kernel/clock.ts';
import { derivedSecret, hashOf } from '../../kernel/secret.ts';
import { StoryClock } from '../clock.ts';
import type { Clone } from '../database.ts';
import { Gateway } from '../gateway.ts';
import { TestHouse } from '../house.ts';
import { Mailbox } from '../mailbox.ts';
import { openOldDatabase } from '../old-database.ts';

/** Version 0.1.0: three engines, each with its own table, links, timers and queues. */
const RELEASE = {
  migrations: 28,
  queues: [
    'deliver-attempt',
    'deliver-by-phone',
    'deliver-by-post',
    'deliver-notice',
    'deliver-confirmation',
  ],
} as const;
/** The instance's secret of a test house. */
const SECRET = Buffer.alloc(32, 7);

const clock = new StoryClock();
const now = clock.now();
const org = newId();
const ids = new Map<string, string>();
/** An id by the name the story calls something. */
const idOf = (name: string): string => {
  const id = ids.get(name) ?? newId();
  ids.set(name, id);
  return id;
};
const at = (seconds: number): string => now.add({ seconds }).toString();
const secretOf = (purpose: string, name: string): string => derivedSecret(SECRET, purpose, idOf(name));

let old: Clone;
let house: TestHouse;
let mailbox: Mailbox;
let gateway: Gateway;

const timer = (kind: string, key: string, seconds: number, body: object) =>
  old.query('INSERT INTO timer (id, org_id, kind, key, due_at, body) VALUES ($1, $2, $3, $4, $5, $6)', [
    newId(),
    org,
    kind,
    key,
    at(seconds),
    JSON.stringify(body),
  ]);
const job = (name: string, state: 'created' | 'active' | 'completed', body: object) =>
  old.query(`INSERT INTO pgboss.job (name, state, data) VALUES ($1, $2, $3)`, [
    name,
    state,
    JSON.stringify({ orgId: org, body }),
  ]);
const addressOf = (name: string): string => `${name}@example.jp`;

async function person(name: string): Promise<void> {
  await old.query(
    `INSERT INTO person (org_id, id, name, email, language, roles) VALUES ($1, $2, $3, $4, 'ja', '{responder}')`,
    [org, idOf(`person ${name}`), name, addressOf(name)],
  );
}

interface Attempt {
  readonly state: string;
  readonly tries?: number;
  readonly reason?: string;
  readonly channel?: string;
  readonly address?: string;
  readonly sent?: number;
  readonly used?: boolean;
  readonly page?: string;
}

/** A page of its own for a person, unless they have been called before. */
async function attempt(name: string, to: string, of: Attempt): Promise<void> {
  if (!ids.has(`person ${to}`)) await person(to);
  await old.query(
    `INSERT INTO page (org_id, id, subject_kind, subject, state, steps, step, wait_seconds, started_at)
     VALUES ($1, $2, 'break-glass', $3, $4, $5, 0, 300, $6)`,
    [
      org,
      idOf(`page ${name}`),
      name,
      of.page ?? 'seeking',
      JSON.stringify([[idOf(`person ${to}`)]]),
      at(-20),
    ],
  );
  await old.query(
    `INSERT INTO page_attempt (org_id, id, page_id, step, person_id, channel, address, state, reason, tries, created_at,
       changed_at, link_hash, link_until, link_used, sent_at)
     VALUES ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13, $14)`,
    [
      org,
      idOf(name),
      idOf(`page ${name}`),
      idOf(`person ${to}`),
      of.channel ?? 'email',
      of.address ?? addressOf(to),
      of.state,
      of.reason ?? null,
      of.tries ?? 0,
      at(-20),
      hashOf(secretOf('acknowledge', name)),
      at(40_000),
      of.used ?? false,
      of.sent === undefined ? null : at(of.sent),
    ],
  );
}

async function notice(
  name: string,
  of: { state: string; kind?: string; tries?: number; reason?: string; address?: string; linked?: boolean },
): Promise<void> {
  await old.query(
    `INSERT INTO notice (org_id, id, kind, about, name, address, language, subject, text, state, reason, tries, link_hash,
       link_until, made_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'ja', $5, 'text', $7, $8, $9, $10, $11, $12, $12)`,
    [
      org,
      idOf(name),
      of.kind ?? 'task',
      idOf(`about ${name}`),
      name,
      of.address ?? addressOf(name),
      of.state,
      of.reason ?? '',
      of.tries ?? 0,
      of.linked ? hashOf(secretOf('notice', name)) : null,
      of.linked ? at(40_000) : null,
      at(-20),
    ],
  );
}

async function question(name: string, of: { state: string; reason?: string; answered?: boolean }) {
  await person(name);
  await old.query(
    `INSERT INTO contact_route (org_id, id, person_id, position, kind, address, note)
     VALUES ($1, $2, $3, 0, 'email', $4, '')`,
    [org, idOf(`route ${name}`), idOf(`person ${name}`), addressOf(name)],
  );
  await old.query(
    `INSERT INTO confirmation (org_id, id, kind, person_id, subject, digest, name, address, language, link_hash, asked_at,
       asked_by, send_at, until, state, reason, answered_at)
     VALUES ($1, $2, 'route', $3, $4, $5, $6, $5, 'ja', $7, $8, 'x', $8, $9, $10, $11, $12)`,
    [
      org,
      idOf(name),
      idOf(`person ${name}`),
      idOf(`route ${name}`),
      addressOf(name),
      name,
      hashOf(secretOf('confirm', name)),
      at(-20),
      at(40_000),
      of.state,
      of.reason ?? '',
      of.answered ? at(-5) : null,
    ],
  );
}

/** Pages, notices and questions in every state in which the old program may have stopped. */
async function fill(): Promise<void> {
  await old.query(`SELECT found_organisation($1, 'みなと水道', 'Asia/Tokyo', false, $2)`, [org, at(-100)]);
  const mail = { host: '127.0.0.1', port: mailbox.port, security: 'none', from: 'sonae@example.jp' };
  for (const [channel, { settings, secrets }] of [
    ['email', closeSettings(SECRET, email.fields, mail)],
    ['webhook', closeSettings(SECRET, [], { shape: 'lineworks', allowInner: true })],
  ] as const)
    await old.query(
      'INSERT INTO channel_setting (org_id, channel, settings, secrets) VALUES ($1, $2, $3, $4)',
      [org, channel, JSON.stringify(settings), secrets],
    );

  await attempt('p-queued', 'p-queued', { state: 'queued' });
  await job('deliver-attempt', 'created', { attemptId: idOf('p-queued') });
  await attempt('p-held', 'p-held', { state: 'held', reason: 'not-configured' });
  await attempt('p-retry', 'p-retry', { state: 'queued', tries: 2, reason: '451', sent: -2 });
  await timer('retry-attempt', idOf('p-retry'), 4, { attemptId: idOf('p-retry') });
  await attempt('p-sending', 'p-sending', { state: 'sending', tries: 1, sent: -1 });
  await job('deliver-attempt', 'active', { attemptId: idOf('p-sending') });
  await attempt('p-accepted', 'p-accepted', { state: 'accepted', tries: 1, sent: -15 });
  await job('deliver-attempt', 'completed', { attemptId: idOf('p-accepted') });
  await attempt('p-answered', 'p-answered', {
    state: 'acknowledged',
    tries: 1,
    used: true,
    page: 'acknowledged',
  });
  await attempt('p-ended', 'p-ended', { state: 'failed', reason: 'page-ended', page: 'stopped' });
  await attempt('p-first', 'busy', { state: 'accepted', tries: 1, sent: -10 });
  for (const name of ['p-second', 'p-third']) await attempt(name, 'busy', { state: 'queued' });
  const window = hashOf(`${idOf('person busy')} email ${addressOf('busy')}`).toString('hex');
  await timer('send-bundle', window, 20, { attemptId: idOf('p-second') });
  await attempt('p-chat', 'chatty', { state: 'queued', channel: 'webhook', address: `${gateway.url}/hook` });
  await job('deliver-by-post', 'created', { attemptId: idOf('p-chat') });
  await old.query(
    `INSERT INTO contact_route (org_id, id, person_id, position, kind, address, note) VALUES ($1, $2, $3, 0, 'chat', $4, '')`,
    [org, newId(), idOf('person chatty'), `${gateway.url}/hook`],
  );
  await attempt('p-gone', 'gone', { state: 'accepted', tries: 1, sent: -15 });
  await timer('forget-attempts', idOf('person gone'), 0, { personId: idOf('person gone') });
  await timer('forget-notices', idOf('person gone'), 0, { personId: idOf('person gone') });
  await timer('release-held', 'held', 0, {});

  await notice('n-queued', { state: 'queued' });
  await job('deliver-notice', 'created', { noticeId: idOf('n-queued') });
  await notice('n-held', { state: 'held', reason: 'not-configured' });
  await timer('release-notices', 'held', 0, {});
  await notice('n-letter', { state: 'held', reason: 'no-address', address: '東京都港区1-1' });
  await notice('n-retry', { state: 'queued', tries: 1 });
  await timer('retry-notice', idOf('n-retry'), 60, { noticeId: idOf('n-retry') });
  await notice('n-sending', { state: 'sending', tries: 1 });
  await job('deliver-notice', 'active', { noticeId: idOf('n-sending') });
  await notice('n-brief', { state: 'accepted', kind: 'brief', linked: true });
  await notice('n-answered', { state: 'answered', kind: 'request', linked: true });
  await notice('n-once', { state: 'accepted', kind: 'individual' });

  await question('c-due', { state: 'queued' });
  await timer('send-confirmation', idOf('c-due'), 0, { confirmationId: idOf('c-due') });
  await question('c-quiet', { state: 'queued' });
  await timer('send-confirmation', idOf('c-quiet'), 3_600, { confirmationId: idOf('c-quiet') });
  await question('c-job', { state: 'queued' });
  await job('deliver-confirmation', 'created', { confirmationId: idOf('c-job') });
  await question('c-held', { state: 'held', reason: 'not-configured' });
  await timer('release-questions', 'held', 0, {});
  await question('c-asked', { state: 'accepted' });
  await question('c-answered', { state: 'answered', answered: true });
}

beforeAll(async () => {
  mailbox = await Mailbox.open();
  gateway = await Gateway.open();
  old = await openOldDatabase(RELEASE);
  await fill();
  await migrate(old.url);
  await createQueuesAt(old.url, JOB_KINDS);
  house = await TestHouse.open({ role: 'all', clone: old, clock });
});
afterAll(async () => {
  await house.close();
  await old.drop();
  await mailbox.close();
  await gateway.close();
});

const stateOf = async (name: string): Promise<string | undefined> =>
  (await old.query<{ state: string }>('SELECT state FROM message WHERE id = $1', [idOf(name)]))[0]?.state;
const states = async (...names: string[]): Promise<Record<string, string | undefined>> => {
  const found: Record<string, string | undefined> = {};
  for (const name of names) found[name] = await stateOf(name);
  return found;
};
const accepted = (...names: string[]) =>
  house.until(async () => Object.values(await states(...names)).every((state) => state === 'accepted'));
const mailed = (): string[] => mailbox.mails.map(({ to }) => to.split('@')[0] ?? '').sort();
const open = async (method: 'GET' | 'POST', url: string): Promise<number | undefined> =>
  (await house.assembly.http?.inject({ method, url, headers: { origin: 'http://localhost:8080' } }))
    ?.statusCode;

const AT_ONCE = [
  'p-queued',
  'p-held',
  'p-sending',
  'n-queued',
  'n-held',
  'n-sending',
  // A program that starts does not wait for what its clock may have put off.
  'n-retry',
  'c-due',
  'c-job',
  'c-held',
] as const;

test('what the old program had under way leaves once each: nothing is lost, nothing doubled, nothing before its time', async () => {
  await accepted(...AT_ONCE, 'p-chat');
  expect(mailed()).toEqual([...AT_ONCE].sort());
  expect(JSON.parse((await gateway.next()).body)).toMatchObject({ title: expect.stringContaining('p-chat') });
  expect(gateway.unread).toEqual([]);

  clock.advance({ seconds: 20 });
  await accepted('p-retry', 'p-second', 'p-third');
  // Two pages in one message.
  expect(mailed()).toEqual([...AT_ONCE, 'p-retry', 'busy'].sort());
  clock.advance({ hours: 1 });
  await accepted('c-quiet');
  expect(mailed()).toEqual([...AT_ONCE, 'p-retry', 'busy', 'c-quiet'].sort());
  // Nothing else is on its way.
  const unfinished = `SELECT 1 FROM pgboss.job WHERE name LIKE 'deliver-%' AND state < 'completed'`;
  while ((await old.query(unfinished)).length > 0);
  expect(mailbox.mails).toHaveLength(AT_ONCE.length + 3);
  const queues = await old.query('SELECT name FROM pgboss.queue WHERE name = ANY ($1)', [
    [...RELEASE.queues],
  ]);
  expect(queues).toEqual([]);
  const kinds = await old.query<{ kind: string }>('SELECT kind FROM timer');
  expect(kinds.filter(({ kind }) => /attempt|notice|confirmation|question/.test(kind))).toEqual([]);
});

test('what was settled stays as it was', async () => {
  expect(await states('p-answered', 'p-ended', 'n-letter', 'n-answered', 'n-once', 'c-answered')).toEqual({
    'p-answered': 'acknowledged',
    'p-ended': 'withdrawn',
    'n-letter': 'held',
    'n-answered': 'acknowledged',
    'n-once': 'accepted',
    'c-answered': 'acknowledged',
  });
  const wanted = {
    incidentId: null,
    kind: 'individual' as const,
    about: idOf('about n-once'),
    personId: null,
    name: 'n-once',
    address: addressOf('n-once'),
    language: 'ja' as const,
    subject: 'x',
    text: 'x',
  };
  expect(await inTransaction(house.system(org), (tx) => sendWithin(tx, [wanted], { linked: false }))).toEqual(
    [],
  );
});

test('links in mailboxes go on working, each once', async () => {
  expect(await open('POST', `/answer/${secretOf('acknowledge', 'p-accepted')}`)).toBe(200);
  expect(await stateOf('p-accepted')).toBe('acknowledged');
  expect(await open('POST', `/answer/${secretOf('acknowledge', 'p-accepted')}`)).toBe(410);
  expect(await open('POST', `/answer/${secretOf('acknowledge', 'p-answered')}`)).toBe(410);
  expect(await open('POST', `/confirm/${secretOf('confirm', 'c-asked')}`)).toBe(200);
  expect(await open('POST', `/confirm/${secretOf('confirm', 'c-answered')}`)).toBe(410);
  expect(await open('GET', `/reply/${secretOf('notice', 'n-brief')}`)).toBe(200);
  expect(await open('GET', `/reply/${secretOf('notice', 'p-accepted')}`)).toBe(410);
});

test('who was to be forgotten is, and whose chat was LINE WORKS has it as a channel of its own', async () => {
  const [gone] = await old.query('SELECT name, address, state FROM message WHERE id = $1', [idOf('p-gone')]);
  expect(gone).toEqual({ name: '', address: '', state: 'accepted' });
  expect(await open('POST', `/answer/${secretOf('acknowledge', 'p-gone')}`)).toBe(410);
  expect(await old.query(`SELECT channel, settings FROM channel_setting ORDER BY channel`)).toMatchObject([
    { channel: 'email' },
    { channel: 'line-works', settings: { allowInner: true } },
  ]);
  const routes = await old.query('SELECT kind FROM contact_route WHERE person_id = $1', [
    idOf('person chatty'),
  ]);
  expect(routes).toEqual([{ kind: 'line-works' }]);
});
