import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Body, callRoute } from '../route-caller.ts';
import { Stage } from './played/staged.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('commander', 'commander');
  await stage.person('owner', 'system-owner');
  await stage.person('admin', 'administrator');
  const { id: unitId } = await callRoute(stage.context('admin'), 'POST /api/prepare/units', {
    body: { name: '基盤部' },
  });
  await callRoute(stage.context('admin'), 'PUT /api/prepare/people/:id', {
    params: { id: stage.idOf('owner') },
    body: {
      name: '持ち主',
      language: 'ja',
      roles: ['system-owner'],
      unitId,
      seen: { name: 'system-owner', language: 'ja', roles: ['system-owner'] },
    },
  });
  const assets: Body<'PUT /api/prepare/assets'>[] = [
    { key: 'site-a', kind: 'site', name: '東工場' },
    {
      key: 'base',
      kind: 'system',
      name: '認証基盤',
      impact: 4,
      impactReason: '全社',
      rtoMinutes: 60,
      unitId,
    },
    { key: 'app', kind: 'system', name: '受付', edges: [{ kind: 'dependsOn', to: 'base' }] },
    ...['1', '2', '3'].map(
      (n): Body<'PUT /api/prepare/assets'> => ({
        key: `pc-${n}`,
        kind: 'host',
        name: `端末${n}`,
        class: 'endpoint',
        edges: [{ kind: 'hostedOn', to: 'site-a' }],
      }),
    ),
    { key: 'pc-9', kind: 'host', name: '別の端末', class: 'endpoint' },
  ];
  for (const body of assets) await callRoute(stage.context('commander'), 'PUT /api/prepare/assets', { body });
  await stage.declare('commander', { title: '更新の不具合', severity: 4, page: false });
  await stage.call('commander', 'POST /api/respond/incidents/:id/recovery', { class: 'endpoint' });
});
afterEach(() => stage.close());

const plan = () => stage.call('commander', 'GET /api/respond/incidents/:id/recovery/plan');
const board = () => stage.call('commander', 'GET /api/respond/incidents/:id/recovery');
const http = (options: { method?: 'GET' | 'POST'; url: string; fields?: Record<string, string> }) => {
  const { http: app } = stage.house.assembly;
  if (!app) throw new Error('no server');
  return app.inject({
    method: options.method ?? 'GET',
    url: options.url,
    ...(options.fields && {
      payload: new URLSearchParams(options.fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  });
};

test('contained is confirmed only when it was looked at again and no longer grows', async () => {
  const look = (affected?: number) =>
    stage.call('commander', 'POST /api/respond/incidents/:id/recovery/growth', { affected });
  await look(10);
  stage.after({ minutes: 10 });
  await look(25);
  expect((await plan()).containment).toBe('growing');
  await stage.call('commander', 'POST /api/respond/incidents/:id/times', {
    which: 'contained',
    at: stage.house.clock.now().toString(),
  });
  stage.after({ minutes: 10 });
  await look(25);
  expect((await plan()).containment).toBe('confirmed');
  stage.after({ minutes: 10 });
  // Nothing counted by hand: the board counts.
  await look();
  expect((await plan()).growth.map(({ affected }) => affected)).toEqual([10, 25, 25, 4]);
  expect((await stage.kinds()).filter((kind) => kind === 'recovery.growth-checked')).toHaveLength(4);
});

test('affected systems stand in the order of the registers; the owner answers as owner, anybody else in their place', async () => {
  await stage.call('commander', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'base',
    state: 'affected',
  });
  expect((await plan()).order).toMatchObject([
    { key: 'base', rank: 1, needsOwner: false, answer: null },
    { key: 'app', rank: 2, needsOwner: true, answer: null },
  ]);
  const answer = (
    name: string,
    asset: string,
    body: Body<'PUT /api/respond/incidents/:id/recovery/order/:asset'>,
  ) =>
    stage.call(name, 'PUT /api/respond/incidents/:id/recovery/order/:asset', body, {
      id: stage.incidentId,
      asset,
    });
  await answer('owner', 'base', { agreed: true });
  await answer('commander', 'app', { agreed: false, note: '夜間は使わない' });
  expect((await plan()).order).toMatchObject([
    { answer: { agreed: true, asOwner: true } },
    { answer: { agreed: false, asOwner: false } },
  ]);
  await expect(answer('owner', 'app', { agreed: false })).rejects.toMatchObject({ code: 'invalid' });
  await expect(answer('owner', 'nothing', { agreed: true })).rejects.toMatchObject({ code: 'invalid' });
});

test('the way of restoring is chosen with its criteria, for all and for one system; the reason it is over is told', async () => {
  const choose = (name: string, body: Body<'PUT /api/respond/incidents/:id/recovery/strategy'>) =>
    stage.call(name, 'PUT /api/respond/incidents/:id/recovery/strategy', body);
  await choose('commander', { method: 'restore', criteria: '感染の痕跡がない世代から戻す' });
  await choose('commander', { asset: 'base', method: 'rebuild', criteria: '管理者権限を奪われたもの' });
  await choose('commander', { method: 'clean', criteria: '痕跡が限られる端末' });
  expect((await plan()).strategies).toMatchObject([
    { asset: '', method: 'clean' },
    { asset: 'base', method: 'rebuild' },
  ]);
  await expect(choose('commander', { method: 'restore', criteria: '' })).rejects.toThrow();
  await expect(choose('owner', { method: 'restore', criteria: 'x' })).rejects.toThrow('incident.command');
  await stage.call('commander', 'PUT /api/respond/incidents/:id/recovery/cause', {
    cause: 'attackEnded',
    note: '対処の効果ではない',
  });
  expect((await plan()).cause).toEqual({ cause: 'attackEnded', note: '対処の効果ではない' });
});

test('a technician moves machines of their site by a page without an account, and no others', async () => {
  const { id, url } = await stage.call('commander', 'POST /api/respond/incidents/:id/recovery/pages', {
    name: '東工場',
    filter: { site: '東工場' },
    hours: 8,
  });
  const path = new URL(url).pathname;
  const shown = (await http({ url: path })).body;
  expect([shown.includes('端末1'), shown.includes('別の端末')]).toEqual([true, false]);
  expect((await http({ url: `${path}?find=${encodeURIComponent('端末2')}` })).body).not.toContain('端末1');
  const move = (fields: Record<string, string>) => http({ method: 'POST', url: path, fields });
  expect((await move({ key: 'pc-1', state: 'restored' })).statusCode).toBe(200);
  await move({ key: 'pc-2', state: 'blocked', blocker: '起動しない' });
  await move({ key: 'pc-9', state: 'restored' });
  expect(await board()).toMatchObject({
    states: { restored: 1, blocked: 1, waiting: 2 },
    blockers: [{ name: '起動しない', count: 1 }],
  });
  expect((await plan()).pages).toHaveLength(1);
  await stage.call('commander', 'DELETE /api/respond/recovery-pages/:id', undefined, { id });
  expect((await move({ key: 'pc-3', state: 'restored' })).statusCode).toBe(410);
  expect((await http({ url: path })).body).not.toContain('端末1');
  // A page of everything is nobody's part.
  await expect(
    stage.call('commander', 'POST /api/respond/incidents/:id/recovery/pages', { name: 'x', filter: {} }),
  ).rejects.toThrow();
});

test('the board goes out as a table and comes back changed; one wrong line and nothing is changed', async () => {
  const csv = (text: string) =>
    stage.call('commander', 'POST /api/respond/incidents/:id/recovery/csv', { csv: text });
  await expect(csv('key,state\npc-1,restored\nnone,restored\npc-2,fixed\n')).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: [{ field: 'csv.3.key' }, { field: 'csv.4.state' }] },
  });
  expect((await board()).states['restored']).toBe(0);
  await expect(csv('機器\npc-1\n')).rejects.toMatchObject({ details: { fields: [{ field: 'csv' }] } });
  expect(
    await csv(
      '\uFEFFKey,State,Blocker,Wave\npc-1,restored,,\npc-2,ｂｌｏｃｋｅｄ,電源が入らない,2\npc-3,,,3\n',
    ),
  ).toEqual({ moved: 3 });
  expect(await board()).toMatchObject({
    states: { restored: 1, blocked: 1, waiting: 2 },
    blockers: [{ name: '電源が入らない', count: 1 }],
  });

  // A table of ours says what each line was: what nobody changed in it undoes nothing that came back meanwhile.
  expect(await csv('key,state,was\npc-1,waiting,waiting\npc-3,restored,waiting\n')).toEqual({ moved: 1 });
  expect((await board()).states['restored']).toBe(2);
});
