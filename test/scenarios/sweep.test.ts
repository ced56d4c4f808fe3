import { afterEach, beforeEach, expect, test } from 'vitest';
import { CONTRACTS } from '../../areas/contracts.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { Mailbox } from '../mailbox.ts';
import { type Body, callRoute, type Input } from '../route-caller.ts';
import { Stage } from './played/staged.ts';

type Asset = Body<'PUT /api/prepare/assets'>;

/** C1-R5: both maintenance contractors scan every server and terminal of the system. */
let stage: Stage;
let mailbox: Mailbox;
beforeEach(async () => {
  stage = await Stage.open();
  mailbox = await Mailbox.open();
  await stage.person('commander', 'commander');
  await stage.person('responder', 'responder');
  await configureChannel(stage.house.system(stage.orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
  await stage.keep('commander', 'parties', {
    key: 'maker',
    name: '装置メーカー',
    kind: 'contractor',
    contact: '保守の佐藤',
    email: 'service@maker.example.jp',
  });
  const host = (key: string, name: string, edges: Asset['edges'] = []): Asset => ({
    key,
    kind: 'host',
    name,
    edges,
  });
  const assets: Asset[] = [
    { key: 'plant', kind: 'site', name: '南工場' },
    host('term-1', '管理端末', [{ kind: 'hostedOn', to: 'plant' }]),
    host('term-2', '予備端末', [{ kind: 'hostedOn', to: 'plant' }]),
    host('srv-1', '制御サーバー'),
    host('srv-2', '基盤サーバー'),
    host('other-1', '別系統の端末'),
    { key: 'other', kind: 'system', name: '別系統', edges: [{ kind: 'composedOf', to: 'other-1' }] },
    { key: 'control', kind: 'system', name: '制御', edges: [{ kind: 'hostedOn', to: 'srv-2' }] },
    {
      key: 'equipment',
      kind: 'system',
      name: '装置',
      edges: [
        ...['term-1', 'term-2', 'srv-1', 'control'].map((to) => ({ kind: 'composedOf' as const, to })),
        { kind: 'dependsOn', to: 'other' },
      ],
    },
  ];
  for (const body of assets) await callRoute(stage.context('commander'), 'PUT /api/prepare/assets', { body });
  await stage.declare('commander', { title: '端末からマルウェアを検出', severity: 3, page: false });
});
afterEach(async () => {
  await stage.close();
  await mailbox.close();
});

const tasks = async () => (await stage.call('commander', 'GET /api/respond/incidents/:id/tasks')).tasks;
const counts = async () => (await tasks()).find(({ kind }) => kind === 'sweep')?.sweep;
const begin = (body: Omit<Body<'POST /api/respond/incidents/:id/sweeps'>, 'title'>) =>
  stage.call('commander', 'POST /api/respond/incidents/:id/sweeps', {
    title: 'すべての機器のウイルススキャン',
    ...body,
  });
const report = (id: string, body: Body<'POST /api/respond/sweeps/:id/report'>) =>
  stage.call('responder', 'POST /api/respond/sweeps/:id/report', body, { id });
const hosts = async (id: string, query: Input<'GET /api/respond/sweeps/:id/hosts'>['query'] = {}) =>
  (
    await callRoute(stage.context('commander'), 'GET /api/respond/sweeps/:id/hosts', {
      params: { id },
      query,
    })
  ).hosts;
const end = (id: string, state: 'done' | 'cancelled' = 'done') =>
  stage.call('responder', 'POST /api/respond/tasks/:id/end', { state }, { id });
const ledger = () =>
  stage.house.clone.query(`SELECT body FROM ledger WHERE incident_id = '${stage.incidentId}'`);
const board = () => stage.call('commander', 'GET /api/respond/incidents/:id/recovery');

test('every host of a system and of what it is made of, none of what it depends on; done only when each has a result', async () => {
  const { id, added } = await begin({ hosts: { of: 'equipment' }, required: true });
  expect(added).toBe(4);
  expect((await hosts(id)).map(({ key }) => key)).toEqual(['srv-1', 'srv-2', 'term-1', 'term-2']);
  expect(await report(id, { keys: ['term-1', 'srv-1', 'nowhere'], result: 'clean' })).toEqual({
    changed: 2,
    unknown: 1,
  });
  await expect(end(id)).rejects.toThrow('2 of 4');
  await expect(report(id, { keys: ['term-2'], result: 'excluded' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await report(id, { keys: ['term-2'], result: 'excluded', note: '倉庫にあり電源を入れていない' });
  await report(id, { filter: { result: 'pending' }, result: 'clean' });
  expect(await counts()).toEqual({ pending: 0, clean: 3, found: 0, excluded: 1 });
  // The same again is no news.
  expect(await report(id, { keys: ['srv-1'], result: 'clean' })).toEqual({ changed: 0, unknown: 0 });
  await end(id);
  expect((await tasks())[0]).toMatchObject({ state: 'done' });
  await expect(report(id, { keys: ['srv-1'], result: 'found' })).rejects.toMatchObject({ code: 'conflict' });
  expect((await board()).total).toBe(0);
  expect((await stage.kinds()).filter((kind) => kind.startsWith('sweep.'))).toEqual([
    'sweep.hosts-added',
    'sweep.reported',
    'sweep.reported',
    'sweep.reported',
  ]);
});

test('where something is found the host is to be recovered, also one that was thought to be done', async () => {
  await stage.call('commander', 'POST /api/respond/incidents/:id/recovery', { keys: ['srv-1'] });
  await stage.call('commander', 'POST /api/respond/incidents/:id/recovery/move', {
    keys: ['srv-1'],
    state: 'restored',
  });
  const { id } = await begin({ hosts: { of: 'plant' } });
  expect((await hosts(id)).map(({ key }) => key)).toEqual(['term-1', 'term-2']);
  await stage.call('commander', 'POST /api/respond/sweeps/:id/hosts', { keys: ['srv-1', 'term-1'] }, { id });
  await report(id, { keys: ['srv-1', 'term-2'], result: 'found', note: '同じ検体' });
  expect((await board()).states).toMatchObject({ waiting: 2, restored: 0 });
  expect(await hosts(id, { result: 'found' })).toMatchObject([
    { key: 'srv-1', note: '同じ検体', by: 'responder' },
    { key: 'term-2' },
  ]);
  // Looked at again, and it was not that: the result is corrected, the board is for whoever decides it.
  await report(id, { keys: ['term-2'], result: 'clean', note: '誤検知' });
  expect([await counts(), (await board()).total]).toEqual([
    { pending: 1, clean: 1, found: 1, excluded: 0 },
    2,
  ]);
});

test('a sweep is begun with its hosts, of known systems, while the incident goes on', async () => {
  await expect(begin({ hosts: {} })).rejects.toMatchObject({ code: 'invalid' });
  await expect(begin({ hosts: { of: 'nowhere' } })).rejects.toMatchObject({ code: 'invalid' });
  await expect(begin({ hosts: { of: 'plant', keys: ['srv-1'] } })).rejects.toMatchObject({ code: 'invalid' });
  const { body: task } = CONTRACTS['POST /api/respond/incidents/:id/tasks'];
  expect(task.safeParse({ title: '点検', kind: 'sweep' }).error?.issues[0]?.path).toEqual(['kind']);
  expect(await tasks()).toEqual([]);
  const { id } = await begin({ hosts: { of: 'plant' } });
  await expect(report(id, { result: 'clean' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(report(id, { result: 'clean', filter: {} })).rejects.toMatchObject({ code: 'invalid' });
  await expect(end(id, 'cancelled')).rejects.toMatchObject({ code: 'forbidden' });
  await stage.call(
    'commander',
    'POST /api/respond/tasks/:id/end',
    { state: 'cancelled', note: '別の手段で調べた' },
    { id },
  );
});

test('the contractor tells of each host by the link of the request, and cannot call it done before', async () => {
  const mail = mailbox.next(({ source }) => source.includes('service@maker.example.jp'));
  const { id } = await begin({ hosts: { of: 'equipment' }, party: 'maker', minutes: 240 });
  const link = new URL(/http\S+\/reply\/[\w-]+/.exec((await mail).text)?.[0] ?? '');
  const { http } = stage.house.assembly;
  if (!http) throw new Error('no server');
  const look = (find = '') => http.inject({ url: `${link.pathname}?find=${find}` });
  const send = (fields: Record<string, string>) =>
    http.inject({
      method: 'POST',
      url: link.pathname,
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const shown = (await look()).body;
  expect([shown.includes('管理端末'), shown.includes('別系統の端末')]).toEqual([true, false]);
  const early = await send({ done: 'yes', answer: 'スキャンしました' });
  expect([
    early.statusCode,
    early.body.includes('4台のうち4台'),
    early.body.includes('スキャンしました'),
  ]).toEqual([409, true, true]);
  expect((await send({ keys: 'term-1', result: 'found', note: 'USB経由の検体' })).statusCode).toBe(200);
  const many = await send({ keys: 'TERM-2\nｓｒｖ－１, other-1', result: 'clean' });
  expect(many.body).toContain('2台を記録しました。対象外のキーが1件あります');
  expect((await send({ keys: 'srv-2', result: 'excluded' })).statusCode).toBe(422);
  expect((await send({ keys: '端末', result: 'clean' })).statusCode).toBe(422);
  await send({ rest: 'yes', result: 'clean' });
  expect(await counts()).toEqual({ pending: 0, clean: 3, found: 1, excluded: 0 });
  expect((await look('term-1')).body).toContain('USB経由の検体');
  expect((await hosts(id, { result: 'found' }))[0]).toMatchObject({ key: 'term-1', by: '装置メーカー' });
  expect((await send({ done: 'yes', answer: '終わりました' })).statusCode).toBe(200);
  expect((await tasks())[0]).toMatchObject({ state: 'done' });
  expect((await send({ keys: 'term-1', result: 'clean' })).statusCode).toBe(410);
  // Whom to ask at the maker is a person's name, and stays out of the ledger.
  expect(JSON.stringify(await ledger())).not.toContain('佐藤');
});
