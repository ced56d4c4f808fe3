import zlib from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addHeartbeat } from '../../areas/detect/monitors/add-heartbeat.ts';
import { findSignals } from '../../areas/detect/signals/index.ts';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { replaceSourceKey } from '../../areas/detect/sources/replace-source-key.ts';
import { reading } from '../../database/transaction.ts';
import { TestHouse } from '../house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function door(kind: 'alertmanager' | 'generic', settings: Record<string, unknown> = {}) {
  const orgId = await house.organisation();
  const { id, key } = await addSource(house.system(orgId), { kind, name: kind, settings });
  const send = async (payload: string | Buffer, headers: Record<string, string> = {}, url = `/in/${kind}`) =>
    house.assembly.http?.inject({
      method: 'POST',
      url,
      payload,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    });
  const get = async (url: string) => {
    const answer = await house.assembly.http?.inject({
      method: 'GET',
      url,
      headers: { authorization: `Bearer ${key}` },
    });
    return { status: answer?.statusCode, type: answer?.headers['content-type'], body: answer?.json() };
  };
  const titles = async () =>
    (
      await house.clone.query<{ title: string }>(
        'SELECT title FROM signal WHERE org_id = $1 ORDER BY title',
        [orgId],
      )
    ).map(({ title }) => title);
  const refused = () =>
    house.clone.query<{ body: string; taken: number; reasons: { en: string }[] }>(
      'SELECT body, taken, reasons FROM refused_body WHERE org_id = $1 ORDER BY id',
      [orgId],
    );
  return { orgId, id, key, send, get, titles, refused };
}
const alert = (name: string) => JSON.stringify([{ labels: { alertname: name, 'service.name': '取水' } }]);

test('a body is read however it is packed and written, within bounds; what cannot be read says how to send it', async () => {
  const { send, titles } = await door('alertmanager');
  const packed = async (coding: string, bytes: Buffer) =>
    (await send(bytes, { 'content-encoding': coding }))?.statusCode;
  expect(await packed('gzip', zlib.gzipSync(alert('gzip')))).toBe(200);
  expect(await packed('X-GZIP', zlib.gzipSync(alert('x-gzip')))).toBe(200);
  expect(await packed('deflate', zlib.deflateSync(alert('deflate')))).toBe(200);
  expect(await packed('br', zlib.brotliCompressSync(alert('br')))).toBe(200);
  expect(await packed('identity', Buffer.from(alert('identity')))).toBe(200);
  expect((await send(Buffer.from(`\ufeff${alert('bom')}`)))?.statusCode).toBe(200);
  expect((await send(Buffer.from(`\ufeff${alert('utf-16')}`, 'utf16le')))?.statusCode).toBe(200);
  expect(await titles()).toEqual(['bom', 'br', 'deflate', 'gzip', 'identity', 'utf-16', 'x-gzip']);

  expect(await packed('gzip', zlib.gzipSync(Buffer.alloc(64 * 1024 * 1024, ' ')))).toBe(413);
  expect(await packed('compress', zlib.gzipSync(alert('x')))).toBe(415);
  expect(await packed('gzip, gzip', zlib.gzipSync(zlib.gzipSync(alert('x'))))).toBe(415);
  expect(await packed('gzip', zlib.gzipSync(alert('x')).subarray(0, 20))).toBe(400);
});

test('headers that are not so lose no alarm: packed or not, and in which letters, is told by the body', async () => {
  const { send, titles, refused } = await door('alertmanager');
  const taken = async (body: Buffer, headers: Record<string, string> = {}) =>
    expect((await send(body, headers))?.statusCode).toBe(200);
  await taken(Buffer.from(alert('plain')), { 'content-encoding': 'gzip' });
  await taken(Buffer.from(` ${alert('plain br')}`), { 'content-encoding': 'br' });
  await taken(Buffer.from(alert('plain utf-8')), { 'content-encoding': 'UTF-8' });
  await taken(Buffer.from(alert('plain deflate')), { 'content-encoding': 'deflate' });
  await taken(zlib.gzipSync(alert('unsaid')));
  await taken(zlib.gzipSync(alert('said br')), { 'content-encoding': 'br' });
  await taken(zlib.deflateRawSync(alert('raw')), { 'content-encoding': 'deflate' });
  const typed = (charset: string) => ({ 'content-type': `application/json; charset=${charset}` });
  await taken(Buffer.from(alert('濁度 1')), typed('ISO-8859-1'));
  await taken(Buffer.from(alert('濁度 2')), typed('utf8mb4'));
  await taken(Buffer.from(alert('é').replaceAll('取水', 'x'), 'latin1'), typed('ISO-8859-1'));
  // {"alertname":"ポンプ"} as JP1 and its like write it on older systems, without saying so.
  const shiftJis = Buffer.concat([
    Buffer.from('[{"labels":{"alertname":"'),
    Buffer.from([0x83, 0x7c, 0x83, 0x93, 0x83, 0x76]),
    Buffer.from('"}}]'),
  ]);
  await taken(shiftJis);
  await taken(shiftJis, typed('utf-8'));
  expect(await titles()).toEqual(
    [
      'plain',
      'plain br',
      'plain deflate',
      'plain utf-8',
      'raw',
      'said br',
      'unsaid',
      'é',
      'ポンプ',
      '濁度 1',
      '濁度 2',
    ].toSorted(),
  );
  const odd = Buffer.from(alert('odd ? one').replace('?', '\u0001'));
  odd[odd.indexOf(1)] = 0xff;
  await taken(odd);
  expect((await titles()).some((title) => title === 'odd \ufffd one')).toBe(true);
  expect(await refused()).toEqual([]);
});

test('a form, JSON sent as a form, and an object a line are read by the mapping as JSON is', async () => {
  const { send, titles, refused } = await door('generic', {
    title: 'Name',
    state: 'Status',
    labels: { check: 'Name' },
  });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const codes = [
    await send(
      'Token=a1&Status=Down&StatusCode=0&URL=https%3A%2F%2Fexample.jp%2F&Name=%E6%B0%B4%E9%81%93+1',
      form,
    ),
    await send('{"Name":"curl -d","Status":"CRITICAL"}', form),
    await send('{"Name":"line 1"}\n{"Name":"line 2"}\r\n', { 'content-type': 'application/x-ndjson' }),
  ].map((answer) => answer?.statusCode);
  expect(codes).toEqual([200, 200, 200]);
  expect((await titles()).toSorted()).toEqual(['curl -d', 'line 1', 'line 2', '水道 1']);
  expect((await send('<alarm>x=1</alarm>'))?.statusCode).toBe(400);
  expect((await send('{"Name":"a"}\n{"Name":'))?.statusCode).toBe(400);
  expect((await send('Status is=down'))?.statusCode).toBe(400);
  expect(await refused()).toHaveLength(3);
});

test('a sender that cannot set a header has its key in the address, until the key is replaced', async () => {
  const { orgId, id, key, titles } = await door('alertmanager');
  const post = async (path: string) =>
    (await house.assembly.http?.inject({ method: 'POST', url: path, payload: alert('sns') }))?.statusCode;
  expect(await post(`/in/alertmanager/${key}`)).toBe(200);
  expect(await titles()).toEqual(['sns']);
  expect([
    await post('/in/alertmanager/sns_wrong'),
    await post('/in/alertmanager'),
    await post(`/in/generic/${key}`),
  ]).toEqual([401, 401, 401]);
  for (const odd of ['%zz', '%00', '/x', '?']) {
    const answer = await house.assembly.http?.inject({ method: 'POST', url: `/in/alertmanagr/${key}${odd}` });
    expect([
      (answer?.statusCode ?? 500) < 500,
      answer?.headers['content-type'],
      answer?.body.includes(key),
    ]).toEqual([true, 'application/problem+json; charset=utf-8', false]);
  }
  const metrics = await house.assembly.http?.inject({ method: 'GET', url: '/metrics' });
  expect(metrics?.body).not.toContain(key);
  await replaceSourceKey(house.system(orgId), id);
  house.clock.advance({ seconds: 6 });
  expect(await post(`/in/alertmanager/${key}`)).toBe(401);

  const beat = await addHeartbeat(house.system(orgId), { name: 'wget', everySeconds: 60, page: false });
  const answer = await house.assembly.http?.inject({ method: 'GET', url: `/in/heartbeat/${beat.key}` });
  expect(answer?.statusCode).toBe(200);
});

test('what could not be taken is kept, with what was wrong, also where the rest was taken; the oldest go', async () => {
  const { orgId, id, send, refused } = await door('alertmanager');
  expect((await send('[{"labels":{"a":"1"}},{"labels":{}}]'))?.statusCode).toBe(207);
  expect((await send('not json'))?.statusCode).toBe(400);
  expect(
    (await send('{"truncatedAlerts":7,"alerts":[{"status":"firing","labels":{"a":"2"}}]}'))?.statusCode,
  ).toBe(200);
  const kept = await refused();
  expect(kept.map(({ body, taken }) => [body.slice(0, 8), taken])).toEqual([
    ['[{"label', 1],
    ['not json', 0],
    ['{"trunca', 1],
  ]);
  expect(kept.map(({ reasons }) => reasons[0]?.en)).toEqual([
    expect.stringContaining('#1'),
    expect.stringContaining('not valid JSON'),
    expect.stringContaining('7 alerts'),
  ]);
  for (let n = 0; n < 60; n += 1) {
    house.clock.advance({ seconds: 3 });
    await send(`bad ${n}`);
  }
  const last = await refused();
  expect([last.length, last.at(-1)?.body]).toEqual([20, 'bad 59']);
  // What was taken, however odd, is not refused, and is not kept as if it had been.
  await send('[{"labels":{"a":"odd"},"startsAt":"yesterday"}]');
  expect((await refused()).at(-1)?.body).toBe('bad 59');
  const [row] = await house.clone.query<{ id: string }>(
    `SELECT id FROM signal WHERE org_id = $1 AND labels->>'a' = 'odd'`,
    [orgId],
  );
  const [signal] = await reading(house.system(orgId), (trx) => findSignals(trx, [row?.id ?? '']));
  expect(signal?.remarks[0]?.ja).toContain('yesterday');
  const { titles: others, refused: theirs } = await door('alertmanager');
  expect([await others(), await theirs()]).toEqual([[], []]);
  expect(id).toBeTruthy();
});

test('an event in binary mode is taken by the mapping made for structured ones', async () => {
  const { send, titles } = await door('generic', { title: 'data.name', labels: { n: 'data.name' } });
  const headers = { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-source': '/a', 'ce-type': 't' };
  expect((await send('{"name":"binary"}', headers))?.statusCode).toBe(200);
  expect(
    (await send('{"specversion":"1.0","id":"2","source":"/a","type":"t","data":{"name":"structured"}}'))
      ?.statusCode,
  ).toBe(200);
  expect(await titles()).toEqual(['binary', 'structured']);
});

test('clients of Alertmanager are answered in what they can read, and see what they themselves sent', async () => {
  const { send, get } = await door('alertmanager');
  const other = await door('alertmanager');
  await other.send(alert('theirs'));
  await send(
    JSON.stringify([
      { labels: { alertname: 'Down', host: 'db-1' } },
      { labels: { alertname: 'Slow', host: 'db-2' } },
    ]),
  );
  await send(JSON.stringify([{ labels: { alertname: 'Over' }, endsAt: '2026-11-01T00:00:00Z' }]));
  const names = async (query = '') =>
    ((await get(`/api/v2/alerts${query}`)).body as { labels: Record<string, string> }[])
      .map(({ labels }) => labels['alertname'])
      .toSorted();
  expect(await names()).toEqual(['Down', 'Slow']);
  expect(await names(`?filter=${encodeURIComponent('alertname="Down"')}`)).toEqual(['Down']);
  expect(
    await names(
      `?filter=${encodeURIComponent('host=~"db-.*"')}&filter=${encodeURIComponent('alertname!="Down"')}`,
    ),
  ).toEqual(['Slow']);
  expect(await names('?active=false')).toEqual([]);
  for (const [receiver, found] of [
    ['so.*', ['Down', 'Slow']],
    ['other|sonae', ['Down', 'Slow']],
    ['sona', []],
    ['nobody', []],
  ] as const)
    expect(await names(`?receiver=${encodeURIComponent(receiver)}`), receiver).toEqual(found);
  expect((await get('/api/v2/alerts?receiver=(')).status).toBe(400);
  const bad = await get(`/api/v2/alerts?filter=${encodeURIComponent('host=~"("')}`);
  expect([bad.status, bad.type, typeof bad.body]).toEqual([400, 'application/json; charset=utf-8', 'string']);
  const { body: groups } = await get('/api/v2/alerts/groups');
  expect(groups).toHaveLength(2);
  expect(groups[0].alerts[0]).toMatchObject({ status: { state: 'active' }, receivers: [{ name: 'sonae' }] });
  expect((await get('/api/v2/silences')).body).toEqual([]);
  expect((await get('/api/v2/receivers')).body).toEqual([{ name: 'sonae' }]);
  const { body: status } = await get('/api/v2/status');
  expect(status.config.original).toContain('receiver: sonae');
  house.clock.advance({ minutes: 5 });
  expect((await get('/api/v2/status')).body.uptime).toBe(status.uptime);
  const silence = await send('{}', {}, '/api/v2/silences');
  expect([silence?.statusCode, typeof silence?.json()]).toEqual([404, 'string']);
});

test('an alarm keeps the start and the end its sender says, and none is lost for a time nobody can keep', async () => {
  const { send, get } = await door('alertmanager');
  const odd = '9999-12-31T23:59:59-12:00';
  expect(
    (
      await send(
        JSON.stringify([
          {
            labels: { alertname: 'Told' },
            startsAt: '2026-11-01T09:00:00+09:00',
            endsAt: '2030-01-01T00:00:00Z',
          },
          { labels: { alertname: 'Odd' }, startsAt: odd, endsAt: odd },
        ]),
      )
    )?.statusCode,
  ).toBe(200);
  const alerts = (await get('/api/v2/alerts')).body as {
    labels: { alertname: string };
    startsAt: string;
    endsAt: string;
  }[];
  const of = (name: string) => alerts.find(({ labels }) => labels.alertname === name);
  expect(of('Told')).toMatchObject({ startsAt: '2026-11-01T00:00:00Z', endsAt: '2030-01-01T00:00:00Z' });
  expect(of('Odd')?.startsAt).toBe(house.clock.now().toString());
  const started = async () =>
    (await house.clone.query(`SELECT started_at FROM signal WHERE title = 'Told'`))[0]?.['started_at'];
  // The end says nothing of the start: it stays. Back again without one, there is none.
  await send(JSON.stringify([{ labels: { alertname: 'Told' }, endsAt: '2026-11-01T00:00:01Z' }]));
  expect(await started()).not.toBeNull();
  await send(JSON.stringify([{ labels: { alertname: 'Told' } }]));
  expect(await started()).toBeNull();
});
