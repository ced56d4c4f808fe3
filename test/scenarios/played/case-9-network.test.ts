import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDesk } from '../../../areas/respond/communications/read-desk.ts';
import { readHeadquarters } from '../../../areas/respond/headquarters/read-headquarters.ts';
import { readTimes } from '../../../areas/respond/timeline/read-times.ts';
import { callRoute } from '../../route-caller.ts';
import { Stage } from './staged.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('system', 'commander');
  await stage.person('site', 'site-staff');
  await stage.person('support', 'customer-desk');
  await stage.person('management', 'executive');
  for (const [key, kind, name, edges] of [
    ['host', 'system', 'ホスト', []],
    ['relay-1', 'interface', '中継サーバー1', [{ kind: 'dependsOn', to: 'host' }]],
    ['relay-2', 'interface', '中継サーバー2', [{ kind: 'dependsOn', to: 'host' }]],
    ['device-1', 'host', '産業機器1', [{ kind: 'connectsThrough', to: 'relay-1' }]],
    ['device-2', 'host', '産業機器2', [{ kind: 'connectsThrough', to: 'relay-2' }]],
  ] as const)
    await callRoute(stage.context('system'), 'PUT /api/prepare/assets', {
      body: { key, kind, name, edges: [...edges] },
    });
  await stage.publish('system', {
    key: 'network',
    name: '通信障害',
    situation: 'network',
    origin: '数年前の大規模障害（C9-B2）',
    activation: 'situation == "network"',
    roles: [
      { key: 'commander', name: '指揮者', personId: stage.idOf('management'), deputyIds: [stage.idOf('system')] },
      { key: 'site-lead', name: '現地責任者', personId: stage.idOf('site'), deputyIds: [stage.idOf('system')] },
    ],
    levels: [{ level: 2, name: '重大', when: 'severity >= 3', convene: 'headquarters' }],
    bodies: [
      { kind: 'headquarters', name: '対策本部', chair: 'commander', members: ['site-lead'], targetMinutes: 5 },
    ],
    steps: [
      { text: '中継サーバーを切り離す', role: 'commander', deputy: 'site-lead', limitMinutes: 30 },
      { text: '拠点で機器を再起動する', role: 'site-lead', deputy: 'commander', limitMinutes: 400, onTimeout: 'goOn' },
    ],
    samples: [
      { name: 's', inputs: [{ input: 'situation', value: 'network' }, { input: 'severity', value: '3' }], level: 2 },
    ],
  }); // biome-ignore format: a plan at one look
});
afterEach(() => stage.close());

const note = (by: string, text: string, more: Record<string, unknown> = {}) =>
  stage.call(by, 'POST /api/respond/incidents/:id/timeline', { text, ...more });

/** Up to the headquarters: the alarm is noticed, everything is told, and so many seconds later it stands. */
async function untilHeadquarters(seconds: number): Promise<void> {
  await stage.declare('system', {
    title: '中継サーバーの通信異常',
    situation: 'network',
    severity: 3,
    page: false,
  });
  await stage.told('headquarters.proposed');
  await note('support', '産業機器が使えないという問い合わせが多数', { is: 'event', figure: true });
  await note('system', '中継サーバー1の通信異常を検知', { is: 'event', figure: true });
  for (const [by, text] of [
    ['support', '運用支援会社が拠点管理部門へ連絡'],
    ['site', '拠点管理部門がシステム部門へ連絡'],
    ['system', '連絡と検知を突き合わせ、サービスへの影響を認識'],
    ['system', '経営層と関係部門へ直ちに報告'],
  ] as const)
    await note(by, text, { is: 'response', figure: true });
  stage.after({ seconds });
  await stage.call('system', 'POST /api/respond/incidents/:id/headquarters', {
    room: '第一会議室',
    briefMinutes: 0,
  });
}

test('case 9: the headquarters stands at 5:00, the relay is cut off, devices come back, and it all reads back', async () => {
  await untilHeadquarters(300);
  const { headquarters } = await readHeadquarters(stage.context('system'), stage.incidentId);
  expect(headquarters).toMatchObject({ state: 'standing', seconds: 300, met: true, level: 2 });
  expect(headquarters?.inputs).toMatchObject({ severity: 3, situation: 'network' });

  const roles = await stage.call('system', 'GET /api/respond/incidents/:id/roles');
  expect(roles.roles).toMatchObject([
    { role: 'commander', personId: stage.idOf('management') },
    { role: 'site-lead', personId: stage.idOf('site') },
  ]);
  await stage.call('management', 'POST /api/respond/incidents/:id/roles/attend', { role: 'commander' });

  // R6: the devices that died are those that reach the host through that relay.
  await stage.call('system', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'relay-1',
    state: 'affected',
  });
  const assets = await callRoute(stage.context('system'), 'GET /api/prepare/assets', {
    query: { search: 'relay-1' },
  });
  const relay = assets.assets.find(({ key }) => key === 'relay-1');
  const behind = await callRoute(stage.context('system'), 'GET /api/prepare/assets/:id/behind', {
    params: { id: relay?.id ?? '' },
  });
  expect(behind.reached.map(({ key }) => key)).toEqual(['device-1']);

  const { opened } = await stage.call('system', 'POST /api/respond/incidents/:id/tasks/run-plan');
  expect(opened).toBe(2);
  expect(await stage.call('system', 'POST /api/respond/incidents/:id/tasks/run-plan')).toEqual({ opened: 0 });
  const { tasks } = await stage.call('system', 'GET /api/respond/incidents/:id/tasks');
  expect(tasks.map(({ personId }) => personId)).toEqual([stage.idOf('management'), stage.idOf('site')]);
  await note('system', '中継サーバー1を切り離し、増えないことを確認', { is: 'response', figure: true });
  await stage.call(
    'system',
    'POST /api/respond/tasks/:id/end',
    { state: 'done' },
    { id: tasks[0]?.id ?? '' },
  );
  await stage.call('system', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'relay-1',
    state: 'contained',
  });
  stage.after({ hours: 1 });
  await note('site', '停止した機器を拠点で再起動', { is: 'response', figure: true });
  stage.after({ hours: 6 });
  await stage.call('site', 'POST /api/respond/tasks/:id/end', { state: 'done' }, { id: tasks[1]?.id ?? '' });
  await stage.call('system', 'POST /api/respond/incidents/:id/times', {
    which: 'restored',
    at: stage.house.clock.now().toString(),
    precision: 'hour',
    note: '約7時間',
  });
  await stage.call('management', 'POST /api/respond/incidents/:id/headquarters/end', { reason: 'x' }).then(
    () => expect.unreachable('an executive does not command'),
    (error: Error) => expect(error.message).toContain('incident.command'),
  );
  await stage.call('system', 'POST /api/respond/incidents/:id/resolve', {
    note: '全台復旧',
    left: { systems: '台帳の印はこの後に直す' },
  });

  // Closing names everything that is still open.
  const refused = await stage.call('system', 'POST /api/respond/incidents/:id/close', {}).catch((e) => e);
  expect(refused.details.fields.map(({ field }: { field: string }) => field)).toEqual([
    'cyber',
    'headquarters',
    'left.systems',
    'left.ministry',
  ]);
  await stage.call('system', 'POST /api/respond/incidents/:id/headquarters/end', { reason: '復旧を確認' });
  await stage.call('system', 'POST /api/respond/incidents/:id/close', {
    cyber: { was: 'excluded', how: '中継経路のネットワーク機器の瞬断' },
    left: { systems: '台帳の印はこの後に直す', ministry: '別の担当が連絡済み' },
  });

  const { times } = await readTimes(stage.context('system'), stage.incidentId);
  const at = (which: string) => Temporal.Instant.from(times.find((time) => time.which === which)?.at ?? '');
  expect(at('restored').since(at('noticed')).total('hours')).toBeCloseTo(7, 0);
  expect(times.every(({ outOfOrder }) => !outOfOrder)).toBe(true);
  expect((await stage.kinds()).filter((kind) => kind.startsWith('headquarters.'))).toEqual([
    'headquarters.proposed',
    'headquarters.set-up',
    'headquarters.stood-down',
  ]);
});

test('case 9: a second later it is late; a time that is corrected moves the clock', async () => {
  await untilHeadquarters(301);
  const look = async () => (await readHeadquarters(stage.context('system'), stage.incidentId)).headquarters;
  expect(await look()).toMatchObject({ seconds: 301, met: false });
  await stage.call('system', 'POST /api/respond/incidents/:id/times', {
    which: 'noticed',
    at: stage.house.clock.now().subtract({ seconds: 240 }).toString(),
    precision: 'second',
  });
  expect(await look()).toMatchObject({ seconds: 240, met: true });
  expect((await readDesk(stage.context('system'), stage.incidentId)).statements).toEqual([]);
});
