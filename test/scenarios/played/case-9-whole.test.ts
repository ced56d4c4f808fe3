import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Body, callRoute } from '../../route-caller.ts';
import { Stage } from './staged.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('admin', 'administrator');
  await stage.person('system', 'commander');
  await stage.person('owner', 'system-owner');
  await stage.person('site', 'site-staff');
  await stage.person('support', 'customer-desk');
  await stage.person('management', 'executive');
  await stage.unit('admin', 'システム部門', 'system');
  await stage.unit('admin', '拠点管理部門', 'site');
  await stage.unit('admin', '運用支援会社', 'support');
  for (const [key, kind, name, edges] of [
    ['p1', 'site', '拠点1', []],
    ['host', 'system', 'ホスト', []],
    ['relay-1', 'interface', '中継サーバー1', [{ kind: 'dependsOn', to: 'host' }]],
    ['relay-2', 'interface', '中継サーバー2', [{ kind: 'dependsOn', to: 'host' }]],
    ['device-1', 'host', '産業機器1', [{ kind: 'connectsThrough', to: 'relay-1' }, { kind: 'hostedOn', to: 'p1' }]],
    ['device-2', 'host', '産業機器2', [{ kind: 'connectsThrough', to: 'relay-1' }, { kind: 'hostedOn', to: 'p1' }]],
    ['device-3', 'host', '産業機器3', [{ kind: 'connectsThrough', to: 'relay-2' }]],
  ] as const) // biome-ignore format: the network at one look
    await callRoute(stage.context('system'), 'PUT /api/prepare/assets', {
      body: { key, kind, name, edges: [...edges] },
    });
});
afterEach(() => stage.close());

const source = async (name: string): Promise<string> => {
  const made = await callRoute(stage.context('owner'), 'POST /api/detect/sources', {
    body: { kind: 'generic', name, settings: { title: 'name', labels: { relay: 'relay', kind: 'kind' } } },
  });
  return made.key;
};
const arrives = async (key: string, body: object): Promise<void> => {
  const answer = await stage.house.assembly.http?.inject({
    method: 'POST',
    url: '/in/generic',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
  expect(answer?.statusCode).toBe(200);
};

test('case 9 as it happened: report and detection are one incident, the relay is cut off, all devices are back after about seven hours', async () => {
  // C9-R3: what people ask and what a monitor sees come in by two ways and are put together.
  const inquiries = await source('問い合わせ');
  const monitor = await source('通信の監視');
  await callRoute(stage.context('owner'), 'POST /api/respond/rules', {
    body: {
      name: '中継',
      matchers: [{ field: 'relay', operator: 'present' }],
      groupBy: ['relay'],
      severity: 3,
      situation: 'network',
      page: false,
      enabled: true,
    },
  });
  await arrives(inquiries, { name: '産業機器が使えない', relay: 'relay-1', kind: 'inquiry' });
  stage.after({ seconds: 1 });
  await arrives(monitor, { name: '中継サーバー1の通信異常', relay: 'relay-1', kind: 'monitor' });
  stage.after({ seconds: 1 });
  const incidents = async () =>
    (await callRoute(stage.context('system'), 'GET /api/respond/incidents', { query: {} }))
      .incidents;
  await stage.house.until(async () => (await incidents())[0]?.signals === 2);
  expect(await incidents()).toHaveLength(1);
  stage.incidentId = (await incidents())[0]?.id ?? '';
  const noticed = stage.house.clock.now();
  type Time = Body<'POST /api/respond/incidents/:id/times'>;
  const state = (which: Time['which'], more: Partial<Time> = {}) =>
    stage.call('system', 'POST /api/respond/incidents/:id/times', {
      which,
      at: stage.house.clock.now().toString(),
      precision: 'minute',
      ...more,
    });
  await state('noticed', { precision: 'second' });

  // C9-E1, C9-E2; the blip before them is told and has no number.
  const blip = noticed.subtract({ minutes: 2 }).toString();
  await stage.call('system', 'POST /api/respond/incidents/:id/times', { which: 'occurred', at: blip, precision: 'minute' });
  await stage.note('system', '中継経路の瞬断', { is: 'event', at: blip });
  for (const n of [1, 2, 3])
    await stage.call('support', 'POST /api/respond/incidents/:id/inquiries', { cameFrom: `拠点${n}`, question: '機器が使えない' });
  const desk = await stage.call('support', 'GET /api/respond/incidents/:id/desk');
  expect(desk.inquiries).toHaveLength(3);
  await stage.event('system', '中継サーバー1の通信異常を検知');

  // C9-R1, C9-R2, C9-R3, C9-R4
  await stage.response('support', '運用支援会社が拠点管理部門へ連絡');
  await stage.response('site', '拠点管理部門がシステム部門へ連絡');
  await state('recognised');
  await stage.response('system', '連絡と検知を突き合わせ、サービスへの影響を認識');
  await stage.call('system', 'POST /api/respond/incidents/:id/briefs');
  const room = () => stage.call('system', 'GET /api/respond/incidents/:id/headquarters');
  const [brief] = (await room()).briefs;
  await stage.call('system', 'POST /api/respond/briefs/:id/send', { text: brief?.text ?? '', readerIds: [stage.idOf('management')] }, { id: brief?.id ?? '' });
  await stage.call('management', 'POST /api/respond/briefs/:id/read', undefined, { id: brief?.id ?? '' });
  expect((await room()).briefs[0]?.readers[0]?.readAt).not.toBeNull();
  await stage.response('system', '経営層と関係部門へ直ちに報告');

  // C9-R5, C9-N1: five minutes after detection, on the second.
  stage.after({ minutes: 5 });
  await stage.call('system', 'POST /api/respond/incidents/:id/headquarters', { briefMinutes: 0 });
  await stage.response('system', '検知から5分で対策本部を設置');
  expect((await room()).headquarters).toMatchObject({ state: 'standing', seconds: 300, met: true, targetMinutes: 5 });

  // C9-R6: the dead devices are those behind that relay, and no others.
  expect(await stage.call('system', 'POST /api/respond/incidents/:id/recovery', { behind: 'relay-1' })).toEqual({ added: 2, unknown: 0 });
  expect(await stage.call('system', 'POST /api/respond/incidents/:id/recovery/compare', { keys: ['device-1', 'device-2'] })).toEqual({
    affected: 2, reported: 2, both: 2, onlyReported: [], onlyAffected: 0,
  });

  // C9-R7: cut off; contained counts only when it was looked at again and no longer grows.
  await stage.call('system', 'PUT /api/respond/incidents/:id/systems', { asset: 'relay-1', state: 'affected' });
  const growth = () => stage.call('system', 'POST /api/respond/incidents/:id/recovery/growth', {});
  const plan = () => stage.call('system', 'GET /api/respond/incidents/:id/recovery/plan');
  await growth();
  stage.after({ minutes: 10 });
  await stage.call('system', 'PUT /api/respond/incidents/:id/systems', { asset: 'relay-1', state: 'contained' });
  await state('contained');
  expect((await plan()).containment).toBe('unconfirmed');
  stage.after({ minutes: 10 });
  await growth();
  expect(await plan()).toMatchObject({ containment: 'confirmed' });
  expect((await plan()).growth.map(({ affected }) => affected)).toEqual([2, 2]);
  await stage.response('system', '中継サーバー1を切り離し、止まった機器が増えないことを確認');

  // C9-R8: the site restarts its own, and says so.
  const { id: restart } = await stage.call('system', 'POST /api/respond/incidents/:id/tasks', { title: '拠点1で機器を再起動する', personId: stage.idOf('site'), minutes: 400, required: true });
  stage.after({ hours: 6 });
  expect(await stage.call('site', 'POST /api/respond/incidents/:id/recovery/move', { filter: { site: '拠点1' }, state: 'restored' })).toEqual({ moved: 2 });
  await stage.call('site', 'POST /api/respond/tasks/:id/end', { state: 'done', note: '2台とも起動した' }, { id: restart });
  await stage.response('site', '停止した機器を拠点で再起動');
  const { tasks } = await stage.call('system', 'GET /api/respond/incidents/:id/tasks');
  expect(tasks).toMatchObject([{ state: 'done', personId: stage.idOf('site'), note: '2台とも起動した' }]);

  // C9-R9, C9-N2: all are back, about seven hours after it began; «about» stays about.
  stage.after({ minutes: 33 });
  await state('restored', { precision: 'hour', note: '約7時間' });
  expect(await stage.call('system', 'GET /api/respond/incidents/:id/recovery')).toMatchObject({ total: 2, states: { restored: 2 }, forecast: { remaining: 0 } });
  const { times } = await stage.call('system', 'GET /api/respond/incidents/:id/times');
  const time = (which: string) => times.find((each) => each.which === which);
  expect(time('restored')).toMatchObject({ precision: 'hour', stated: true, note: '約7時間' });
  const hours = Temporal.Instant.from(time('restored')?.at ?? '').since(Temporal.Instant.from(time('occurred')?.at ?? '')).total('hours');
  expect(hours).toBeCloseTo(7, 1);
  expect(times.every(({ outOfOrder }) => !outOfOrder)).toBe(true);

  // Part 3: two events and seven responses; the blip carries no number.
  const figure = await stage.figure('system');
  expect(figure.event).toEqual(['1 中継サーバー1: 産業機器が使えない', '2 中継サーバー1: 中継サーバー1の通信異常を検知']);
  expect(figure.response).toEqual([
    '1 運用支援会社: 運用支援会社が拠点管理部門へ連絡',
    '2 拠点管理部門: 拠点管理部門がシステム部門へ連絡',
    '3 システム部門: 連絡と検知を突き合わせ、サービスへの影響を認識',
    '4 システム部門: 経営層と関係部門へ直ちに報告',
    '5 システム部門: 検知から5分で対策本部を設置',
    '6 システム部門: 中継サーバー1を切り離し、止まった機器が増えないことを確認',
    '7 拠点管理部門: 停止した機器を拠点で再起動',
  ]);
}); // biome-ignore format: acts at one look
