import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILE_ROUTES } from '../../apps/server/http/file-routes.ts';
import { addHeartbeat } from '../../areas/detect/monitors/add-heartbeat.ts';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { ROLE_NAMES } from '../../areas/roles.ts';
import { ROUTES } from '../../areas/routes.ts';
import { firstAdministrator, Visitor } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { TestHouse } from '../house.ts';
import { until } from '../processes.ts';

let house: TestHouse;
let orgId: string;
let admin: Visitor;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  orgId = await house.organisation();
  admin = await firstAdministrator(house);
});
afterAll(() => house.close());

describe('errors are problem details that say how to mend', () => {
  test('a wrong field, in the caller’s language', async () => {
    const body = { title: '', severity: 9 };
    const english = await admin.send('POST', '/api/respond/incidents', body);
    expect(english.status).toBe(422);
    expect(english.headers['content-type']).toContain('application/problem+json');
    expect(english.body).toMatchObject({
      type: '/problems/invalid',
      status: 422,
      errors: [{ field: 'title' }, { field: 'severity' }],
    });
    const japanese = await admin.send('POST', '/api/respond/incidents', body, { 'accept-language': 'ja' });
    expect(japanese.body['title']).toBe('入力内容を確認してください');
    expect(JSON.stringify(japanese.body['errors'])).toMatch(/[ぁ-ん]/);
  });

  test('what is too large is refused with the limit', async () => {
    const answer = await admin.send('POST', '/api/respond/incidents', { title: 'x'.repeat(2_000_000) });
    expect(answer.body['detail']).toMatch(/At most \d+ (MB|kB) at a time/);
  });

  test.each([
    ['GET', '/api/nothing', undefined, 404, 'not-found'],
    ['GET', '/api/respond/incidents/not-an-id', undefined, 404, 'not-found'],
    ['GET', '/api/respond/incidents/0190a1b2-0000-7000-8000-000000000000', undefined, 404, 'not-found'],
    ['GET', '/api/detect/signals?limit=many', undefined, 422, 'invalid'],
    ['POST', '/api/respond/incidents', { title: 'x'.repeat(2_000_000) }, 413, 'too-large'],
  ] as const)('%s %s', async (method, url, body, status, code) => {
    const answer = await admin.send(method, url, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      type: `/problems/${code}`,
      status,
      instance: expect.stringMatching(/^urn:sonae:request:/),
    });
  });

  test('a body that is not JSON, and one of another kind', async () => {
    const send = async (payload: string, type: string) =>
      house.assembly.http?.inject({
        method: 'POST',
        url: '/api/respond/incidents',
        payload,
        headers: { 'content-type': type, cookie: admin.cookie, origin: 'http://localhost:8080' },
      });
    expect((await send('{', 'application/json'))?.json()).toMatchObject({ type: '/problems/malformed' });
    expect((await send('<x/>', 'application/xml'))?.json()).toMatchObject({
      type: '/problems/unsupported-media',
    });
  });

  test('what fails inside says so without its words', async () => {
    await house.clone.query('ALTER TABLE unit RENAME TO unit_away');
    const answer = await admin.send('GET', '/api/prepare/units');
    await house.clone.query('ALTER TABLE unit_away RENAME TO unit');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/unit|relation|SELECT/);
  });
});

describe('doors', () => {
  test('every route refuses who is not signed in, and names its permission to who lacks it', async () => {
    const made = await admin.send('POST', '/api/account/keys', { name: 'narrow', scopes: ['account.own'] });
    const narrow = new Visitor(house, { authorization: `Bearer ${made.body['key']}` });
    const stranger = new Visitor(house);
    for (const { key, permission } of ROUTES) {
      const [method = 'GET', pattern = ''] = key.split(' ') as ['GET', string];
      const url = pattern.replace(/:\w+/g, '0190a1b2-0000-7000-8000-000000000000');
      expect([key, (await stranger.send(method, url)).status]).toEqual([key, 401]);
      const answer = await narrow.send(method, url);
      if (permission === 'account.own') expect([key, answer.status]).not.toEqual([key, 403]);
      else expect([key, answer.status, answer.body['detail']]).toEqual([key, 403, permission]);
    }
  });

  test('each role reads its own organisation over HTTP and never another’s', async () => {
    const other = await house.organisation('Other');
    const { id } = await declareIncident(house.system(other), {
      title: 'theirs',
      severity: 1,
      page: false,
      note: '',
    });
    for (const role of ROLE_NAMES) {
      const { body } = await admin.send('POST', '/api/prepare/people', {
        name: role,
        email: `${role}@example.jp`,
        roles: [role],
      });
      const { body: invitation } = await admin.send('POST', `/api/prepare/people/${body['id']}/invitation`);
      const visitor = new Visitor(house);
      await visitor.send('POST', '/api/auth/sign-in/link', {
        token: String(invitation['link']).split('#')[1],
      });
      // A rater has to do with candidates alone: no incident at all.
      const unseen = role === 'rater' ? 403 : 404;
      expect([role, (await visitor.send('GET', `/api/respond/incidents/${id}`)).status]).toEqual([
        role,
        unseen,
      ]);
      expect([role, (await visitor.send('GET', `/api/respond/incidents/${id}/timeline`)).status]).toEqual([
        role,
        unseen,
      ]);
      expect([
        role,
        (await visitor.send('POST', `/api/respond/incidents/${id}/timeline`, { text: 'x' })).status,
      ]).toEqual([
        role,
        ['secretariat', 'rater', 'reviewer', 'executive', 'register-keeper'].includes(role) ? 403 : 404,
      ]);
      expect([
        role,
        (await visitor.send('GET', '/api/respond/incidents', undefined, { 'sonae-organisation': other }))
          .status,
      ]).toEqual([role, 403]);
    }
  });

  test('pages carry what protects a browser, and no inline code may run', async () => {
    const { headers } = await admin.send('GET', '/api/account/me');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-request-id': expect.any(String),
    });
    const page = await admin.send('GET', '/', undefined, { accept: 'text/html' });
    expect(String(page.headers['content-security-policy'])).toMatch(/script-src 'self';/);
    expect(page.text).not.toContain('__CSP_NONCE__');
  });

  test('health, readiness, metrics, the OpenAPI document and its page', async () => {
    expect((await admin.send('GET', '/healthz')).status).toBe(200);
    // On a busy machine the stream is heard a moment later.
    await until(async () => (await admin.send('GET', '/readyz')).status === 200, 20);
    expect((await admin.send('GET', '/metrics')).text).toContain('sonae_http_request_seconds_bucket');
    const { body } = await admin.send('GET', '/openapi.json');
    expect(body['openapi']).toBe('3.1.0');
    for (const { key } of [...ROUTES, ...FILE_ROUTES]) {
      const [method = '', url = ''] = key.split(' ');
      expect(body['paths']).toHaveProperty([url.replace(/:(\w+)/g, '{$1}'), method.toLowerCase()]);
    }
    expect((await admin.send('GET', '/reference')).text).toContain('/api/respond/incidents');
  });
});

describe('signals come in', () => {
  const post = (url: string, key: string, payload: string) =>
    house.assembly.http?.inject({
      method: 'POST',
      url,
      payload,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });

  test('a malformed batch: the good are taken, each bad one is answered with index and reason', async () => {
    const { key } = await addSource(house.system(orgId), { kind: 'alertmanager', name: 's', settings: {} });
    const answer = await post(
      '/api/v2/alerts',
      key,
      JSON.stringify([{ labels: { a: 'good' } }, { labels: {} }, 7]),
    );
    expect(answer?.statusCode).toBe(207);
    expect(answer?.json()).toMatchObject({
      taken: 1,
      rejected: [{ index: 1, reason: expect.any(String) }, { index: 2 }],
    });
    expect((await post('/api/v2/alerts', key, '[{"labels":{}}]'))?.statusCode).toBe(422);
    expect((await post('/api/v2/alerts', key, 'not json'))?.statusCode).toBe(400);
    expect((await post('/api/v2/alerts', 'sns_wrong', '[]'))?.statusCode).toBe(401);
    expect((await post('/in/generic', key, '{}'))?.statusCode).toBe(401);
    // Clients of Alertmanager read a text in JSON; whoever else sends reads problem details.
    for (const [secret, payload, said] of [
      [key, 'not json', 'JSON'],
      [key, `[{"labels":{"a":"${'x'.repeat(17 * 1_048_576)}"}}]`, '16 MB'],
      ['sns_wrong', '[]', ''],
    ] as const) {
      const refused = await post('/api/v2/alerts', secret, payload);
      expect(refused?.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(refused?.json()).toEqual(expect.stringContaining(said));
    }
    const problem = await post('/in/alertmanager', 'sns_wrong', '[]');
    expect(problem?.headers['content-type']).toContain('application/problem+json');
  });

  test('any JSON, with numbers beyond 2^53 as they were written', async () => {
    const settings = { title: 'name', labels: { id: 'id' } };
    const { key } = await addSource(house.system(orgId), { kind: 'generic', name: 'g', settings });
    expect((await post('/in/generic', key, '{"name":"big","id":9007199254740993}'))?.statusCode).toBe(200);
    const { body } = await admin.send('GET', '/api/detect/signals?search=9007199254740993');
    expect(body['signals']).toMatchObject([{ title: 'big', labels: { id: '9007199254740993' } }]);
  });

  test('a heartbeat by GET, with the key as a password', async () => {
    const { key } = await addHeartbeat(house.system(orgId), { name: 'b', everySeconds: 60, graceSeconds: 0 });
    const basic = Buffer.from(`x:${key}`).toString('base64');
    const answer = await house.assembly.http?.inject({
      method: 'GET',
      url: '/in/heartbeat',
      headers: { authorization: `Basic ${basic}` },
    });
    expect(answer?.statusCode).toBe(200);
    expect((await admin.send('GET', '/api/detect/heartbeats')).body).toMatchObject({
      heartbeats: [{ state: 'beating' }],
    });
  });
});
