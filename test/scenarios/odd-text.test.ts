import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contracts as accountContracts } from '../../apps/server/auth/contract.ts';
import { FILE_ROUTES } from '../../apps/server/http/file-routes.ts';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { LedgerTail } from '../../areas/ledger/index.ts';
import { verifyLedger } from '../../areas/ledger/verify-ledger.ts';
import { ROUTES } from '../../areas/routes.ts';
import { backUp, restore } from '../../database/backup.ts';
import { firstAdministrator, PASSWORD, Visitor } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { TestHouse } from '../house.ts';

let house: TestHouse;
let orgId: string;
let admin: Visitor;
beforeAll(async () => {
  const clock = new StoryClock(Temporal.Now.instant().toString());
  house = await TestHouse.open({ role: 'all', clock });
  orgId = await house.organisation();
  admin = await firstAdministrator(house);
});
afterAll(() => house.close());

const ID = '0190a1b2-0000-7000-8000-000000000000';
const ODD = ['a\u0000b', 'half an emoji \ud83d here', '\udc00'];
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const parts = (key: string) => key.split(' ') as [Method, string];
const fieldsOf = (body: Record<string, unknown>) =>
  (body['errors'] as { field: string }[] | undefined)?.map(({ field }) => field);
const form = (url: string, payload: string) =>
  house.assembly.http?.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('text that nothing can keep is refused by name, at every door', () => {
  test('every route: in its path, its query and at any depth of its body', async () => {
    const keys = [...ROUTES, ...FILE_ROUTES].map(({ key }) => key);
    // Their body is the file itself, kept byte by byte and never as text.
    const takesFile = new Set(FILE_ROUTES.filter((route) => route.takes).map(({ key }) => key));
    for (const key of [...keys, ...Object.keys(accountContracts)]) {
      const [method, pattern] = parts(key);
      const url = pattern.replace(/:\w+/g, ID);
      const query = await admin.send(method, `${url}?odd=a%00b`);
      expect([key, query.status, fieldsOf(query.body)]).toEqual([key, 422, ['odd']]);
      if (pattern.includes(':')) {
        const path = await admin.send(method, pattern.replace(/:\w+/g, 'a%00'));
        expect([key, path.status]).toEqual([key, 422]);
        expect(pattern).toContain(`:${fieldsOf(path.body)?.[0]}`);
      }
      if (method === 'GET' || takesFile.has(key)) continue;
      const deep = await admin.send(method, url, { odd: ODD, list: [{ 'k\u0000': { deeper: ['\udc00'] } }] });
      expect([key, deep.status, fieldsOf(deep.body)]).toEqual([
        key,
        422,
        ['odd.0', 'odd.1', 'odd.2', 'list.0.k\uFFFD', 'list.0.k\uFFFD.deeper.0'],
      ]);
    }
  });

  test('in the caller’s language, with the mend', async () => {
    const send = (language: string) =>
      admin.send('POST', '/api/respond/incidents', { title: 'a\u0000' }, { 'accept-language': language });
    expect((await send('ja')).body['errors']).toEqual([
      { field: 'title', name: '件名', mend: expect.stringMatching(/使用できない文字.*削除して/) },
    ]);
    expect((await send('en')).body['errors']).toEqual([
      { field: 'title', name: 'Title', mend: expect.stringMatching(/unsupported character.*Remove it/) },
    ]);
  });

  test('signing in, the first administrator, and the pages behind links', async () => {
    const visitor = new Visitor(house);
    for (const email of ODD)
      for (const url of ['/api/auth/sign-in/email', '/api/auth/two-factor/verify-totp', '/api/setup']) {
        const { status, body } = await visitor.send('POST', url, { email, password: PASSWORD });
        expect([url, status, fieldsOf(body)]).toEqual([url, 422, ['email']]);
      }
    for (const url of ['/reply/x', '/technician/x', `/status/${orgId}/subscribe`, '/status/subscription/x']) {
      const answer = await form(url, 'email=a%00b&find=c%00');
      expect([url, answer?.statusCode, fieldsOf(answer?.json() ?? {})]).toEqual([
        url,
        422,
        ['email', 'find'],
      ]);
      expect((await visitor.send('GET', `/reply/x?find=%00`)).status).toBe(422);
    }
    expect(await house.clone.query('SELECT 1 FROM auth.sign_in_lockout')).toEqual([]);
  });

  test('an alarm is taken whatever it says, and its line of the ledger is plain', async () => {
    const { key } = await addSource(house.system(orgId), { kind: 'alertmanager', name: 's', settings: {} });
    const answer = await house.assembly.http?.inject({
      method: 'POST',
      url: '/api/v2/alerts',
      payload: JSON.stringify([
        { labels: { alertname: 'a\u0000b \ud83d', severity: '\u0000' }, annotations: {} },
      ]),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });
    expect(answer?.statusCode).toBe(200);
    const lines = await house.clone.query<{ body: Record<string, unknown>; text: string }>(
      `SELECT body, body::text AS text FROM ledger WHERE kind = 'signal.appeared'`,
    );
    expect(lines.map(({ body }) => [body['title'], body['severity']])).toEqual([
      ['a\uFFFDb \uFFFD', '\uFFFD'],
    ]);
  });

  test('what a provider passes on is taken too: a refused signature is all that refuses it', async () => {
    const answer = await form(`/hooks/provider/${orgId}/sms`, 'Body=1234%00&From=%2B81');
    expect(answer?.statusCode).toBe(404);
  });
});

test('an id in capital letters is the one it is in small letters, in every address', async () => {
  const loud = orgId.toUpperCase();
  for (const url of [`/hooks/provider/${loud}/sms`, `/hooks/provider/${loud}/sms/${ID.toUpperCase()}`])
    expect([url, (await form(url, 'Body=1'))?.statusCode]).toEqual([url, 404]);
  const page = (org: string) => new Visitor(house).send('GET', `/status/${org}`);
  expect((await page(loud)).status).toBe((await page(orgId)).status);
  const all = (value: string, pattern: string) =>
    Object.fromEntries([...pattern.matchAll(/:(\w+)/g)].map(([, name]) => [name, value]));
  const kept = [...ROUTES, ...FILE_ROUTES].flatMap(({ key, params }) => {
    // Where any word is taken it is no id.
    if (!params || params.safeParse(all('x', key)).success) return [];
    const read = params.safeParse(all(ID.toUpperCase(), key));
    return read.success ? [[key, Object.values(read.data as object)] as const] : [];
  });
  expect(kept.length).toBeGreaterThan(100);
  const others = kept.filter(([, ids]) => ids.includes(ID.toUpperCase()));
  expect(others.map(([key]) => key)).toEqual([]);
});

describe('a record that holds such text already', () => {
  /** As an earlier version wrote it: past the doors of today, in its chain. */
  async function plant(incidentId: string, kind: string, body: Record<string, unknown>): Promise<void> {
    const at = house.clock.now().toString();
    const line = {
      chain: `incident:${incidentId}`,
      kind,
      incident_id: incidentId,
      at,
      precision: 'second',
      recorded_at: at,
      actor_kind: 'person',
      actor_id: ID,
      corrects: null,
      body: JSON.stringify(body),
    };
    await house.clone.query(`SELECT set_config('sonae.org', $1, false), append_ledger($2::json)`, [
      orgId,
      JSON.stringify([line]),
    ]);
  }
  const post = async (url: string, body: Record<string, unknown> = {}, method: Method = 'POST') => {
    const answer = await admin.send(method, url, body);
    expect([url, answer.status, answer.text]).toEqual([url, 200, expect.anything()]);
    return answer.body;
  };
  const uuid = (text: string) => {
    const hex = createHash('sha256').update(text).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };

  test('opens, takes entries, tasks and decisions, is briefed, verified, read out, closed and drafted', async () => {
    const deciderId = String((await admin.send('GET', '/api/account/me')).body['personId']);
    const { id } = await post('/api/respond/incidents', {
      title: 'poisoned',
      severity: 1,
      page: false,
      note: '',
    });
    const at = `/api/respond/incidents/${id}`;
    const typed = uuid('typed before');
    await plant(String(id), 'timeline.noted', {
      text: ODD.join(' '),
      figure: true,
      is: 'event',
      clientId: typed,
    });
    await plant(String(id), 'timeline.noted', { text: `"clientId":"${uuid('said')}" \u0000` });
    await plant(String(id), 'decision.recorded', {
      question: 'a\u0000b',
      decision: 'half \ud83d',
      options: [],
      reason: '',
      deciderId: ID,
    });

    const opened = await admin.send('GET', `${at}/timeline`);
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('half an emoji \uFFFD here');
    expect(opened.text).not.toContain('\\u0000');
    const written = async () =>
      ((await admin.send('GET', `${at}/timeline?limit=500`)).body['lines'] as unknown[]).length;
    const before = await written();
    // Sent again after a lost answer it is one, whatever lies beside it; a text that spells an id is no id.
    await post(`${at}/timeline`, { text: 'again', clientId: typed });
    expect(await written()).toBe(before);
    for (const name of ['said', 'one']) {
      await post(`${at}/timeline`, { text: name, clientId: uuid(name) });
      await post(`${at}/timeline`, { text: name, clientId: uuid(name) });
    }
    expect(await written()).toBe(before + 2);
    await post(`${at}/tasks`, { title: 'a task', clientId: uuid('task') });
    await post(`${at}/decisions`, { question: 'q', decision: 'd', deciderId, clientId: uuid('decision') });
    await post(`${at}/headquarters`, { bridge: 'b', briefMinutes: 0 });
    await post(`${at}/briefs`);
    expect((await admin.send('GET', `${at}/headquarters`)).text).toContain('a\uFFFDb');
    for (const url of [
      '',
      '/facts',
      '/tasks',
      '/links',
      '/systems',
      '/desk',
      '/plan',
      '/investigation',
      '/reports',
    ])
      expect([url, (await admin.send('GET', `${at}${url}`)).status]).toEqual([url, 200]);
    expect((await admin.send('GET', '/api/ledger/lines?limit=500')).text).toContain(
      'half an emoji \uFFFD here',
    );
    expect((await verifyLedger(house.system(orgId))).firstBreak).toBeUndefined();
    const { lines } = await new LedgerTail().after(house.system(orgId), 0, 'now');
    expect(JSON.stringify(lines)).toContain('half an emoji \uFFFD here');
    const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-odd-')), 'backup');
    await backUp(house.clone.url, folder, house.clock.now());
    const elsewhere = await TestHouse.open();
    await restore(elsewhere.clone.url, folder, house.clock.now());
    expect((await verifyLedger(elsewhere.system(orgId))).firstBreak).toBeUndefined();
    await elsewhere.close();

    const { tasks } = (await admin.send('GET', `${at}/tasks`)).body as {
      tasks: { id: string; state: string }[];
    };
    for (const task of tasks.filter(({ state }) => state === 'open'))
      await post(`/api/respond/tasks/${task.id}/end`, { state: 'done', note: 'x' });
    await post(`${at}/headquarters/end`, { reason: 'over' });
    await post(`${at}/resolve`, { note: '' });
    await post(`${at}/close`, {
      note: '',
      cyber: { was: 'excluded', how: 'looked', certainty: 'confirmed' },
      left: { ministry: 'told', privacy: 'told', police: 'told', csirt: 'told' },
    });
    const [drafted] = await house.until(async () => {
      const rows = await house.clone.query<{ id: string; document: string }>(
        'SELECT id, document::text AS document FROM learn_case WHERE incident_id = $1',
        [id],
      );
      return rows.length > 0 && rows;
    });
    expect(drafted?.document).toContain('half an emoji \uFFFD here');
    expect((await admin.send('GET', `/api/learn/cases/${drafted?.id}/document?format=json`)).status).toBe(
      200,
    );
  });

  test('a file that was checked by an earlier version is shown again', async () => {
    const report = {
      headers: ['a\u0000\u0000b', String.raw`\u0000 is no escape`],
      counts: { new: 0, changed: 0, same: 0, faulty: 1 },
      failure: null,
      outcomes: [{ row: 2, key: '\ud83d', change: 'faulty', fields: [], faults: [] }],
    };
    await house.clone.query(
      `INSERT INTO asset_import (org_id, id, file_name, format, content, mapping, state, done, total, report, made_at, made_by)
       VALUES ($1, $2, 'old.json', 'cyclonedx', '', '{}', 'checked', 0, 1, $3, now(), '')`,
      [orgId, ID, JSON.stringify(report)],
    );
    const migration = new URL('../../database/migrations/0029-plain-imports.sql', import.meta.url);
    await house.clone.query(fs.readFileSync(migration, 'utf8'));
    const { body, status } = await admin.send('GET', '/api/prepare/imports');
    expect(status).toBe(200);
    expect(body['imports']).toMatchObject([
      { headers: ['a\uFFFD\uFFFDb', String.raw`\u0000 is no escape`], counts: { faulty: 1 } },
    ]);
    expect((await admin.send('GET', `/api/prepare/imports/${ID}/rows`)).body['rows']).toMatchObject([
      { row: 2, key: '\uFFFD' },
    ]);
  });
});
