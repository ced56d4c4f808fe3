import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHeadquarters } from '../../../areas/respond/headquarters/read-headquarters.ts';
import type { Body } from '../../route-caller.ts';
import { overloadPlan } from './overload-plan.ts';
import { Stage } from './staged.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('system', 'commander');
  await stage.person('monitoring', 'responder');
  await stage.person('customer', 'customer-desk');
  await stage.person('pr', 'public-relations');
  await stage.person('head', 'executive');
  await stage.keep('system', 'outlets', {
    key: 'website',
    name: 'ウェブサイト',
    audiences: ['public', 'customers'],
  });
  await stage.publish('system', overloadPlan(stage));
  await stage.declare('monitoring', {
    title: '検索のエラー多発',
    situation: 'overload',
    severity: 2,
    page: false,
  });
});
afterEach(() => stage.close());

type Draft = Body<'POST /api/respond/incidents/:id/statements'>;
const approved = async (audience: Draft['audience'], kind: Draft['kind'], text: string): Promise<string> => {
  const { id } = await stage.call('pr', 'POST /api/respond/incidents/:id/statements', {
    audience,
    kind,
    text,
    outlet: 'website',
  });
  for (const by of ['pr', 'system'])
    await stage.call(by, 'POST /api/respond/statements/:id/approve', { text, outlet: 'website' }, { id });
  return id;
};

test('case 8: the estimate rises over the limit and the headquarters is proposed; the stop-gap waits for its approval', async () => {
  const standing = async () =>
    (await readHeadquarters(stage.context('system'), stage.incidentId)).headquarters;
  await stage.call('system', 'PUT /api/respond/incidents/:id/estimate', {
    input: 'expectedOutageMinutes',
    value: '30',
  });
  await stage.call('monitoring', 'POST /api/respond/incidents/:id/timeline', {
    text: 'タイムアウトを含む多数のエラーを検知',
    is: 'event',
    figure: true,
  });
  await stage.call('system', 'POST /api/respond/incidents/:id/decisions', {
    question: '方針',
    options: ['待つ', '調べる'],
    decision: '原因と影響を調べる',
    basis: 'エラー件数',
    deciderId: stage.idOf('system'),
  });
  expect(await standing()).toBeNull();
  await stage.call('system', 'PUT /api/respond/incidents/:id/estimate', {
    input: 'expectedOutageMinutes',
    value: '90',
  });
  await stage.told('headquarters.proposed');
  expect(await standing()).toMatchObject({
    state: 'proposed',
    level: 2,
    inputs: { expectedOutageMinutes: 90 },
  });
  await stage.call('system', 'POST /api/respond/incidents/:id/headquarters', { briefMinutes: 30 });
  expect(await standing()).toMatchObject({ state: 'standing' });

  // C8-R5 to R7: the stop-gap is proposed, refused to be applied, approved, applied; it has an end.
  const { id } = await stage.call('monitoring', 'POST /api/respond/incidents/:id/changes', {
    title: 'データベースの一部の処理を飛ばす',
    skipped: '通常の試験',
    sideEffects: '一部の検索結果が出ない',
    rollback: '元のプログラムに戻す',
    expiresAt: stage.house.clock.now().add({ hours: 48 }).toString(),
    permanentFix: '検索条件を追加する',
  });
  const turn = (by: string, what: Body<'POST /api/respond/changes/:id/turn'>['turn']) =>
    stage.call(by, 'POST /api/respond/changes/:id/turn', { turn: what }, { id });
  await expect(turn('monitoring', 'apply')).rejects.toMatchObject({ code: 'conflict' });
  await expect(turn('monitoring', 'approve')).rejects.toMatchObject({ code: 'forbidden' });
  await turn('system', 'approve');
  await turn('monitoring', 'apply');
  stage.after({ hours: 48, seconds: 1 });
  await stage.told('change.expired');
  await turn('system', 'replace');

  // A brief for executives is drafted at its hour, sent, and read.
  await stage.told('brief.due');
  const { briefs } = await readHeadquarters(stage.context('system'), stage.incidentId);
  const brief = briefs[0];
  expect(brief?.text).toContain('検索のエラー多発');
  await stage.call(
    'system',
    'POST /api/respond/briefs/:id/send',
    { text: brief?.text ?? '', readerIds: [stage.idOf('head')] },
    { id: brief?.id ?? '' },
  );
  await stage.call('head', 'POST /api/respond/briefs/:id/read', undefined, { id: brief?.id ?? '' });
  const after = await readHeadquarters(stage.context('system'), stage.incidentId);
  expect(after.briefs[0]?.readers).toMatchObject([{ id: stage.idOf('head'), readAt: expect.any(String) }]);
});

test('case 8: who was told of the delay is told of its end, or the incident stays open', async () => {
  const begin = await approved('public', 'start', '検索がつながりにくくなっています');
  await stage.call('pr', 'POST /api/respond/statements/:id/send', { nextUpdateMinutes: 60 }, { id: begin });
  stage.after({ minutes: 61 });
  await stage.told('statement.update-missed');
  await stage.call('system', 'POST /api/respond/incidents/:id/resolve', {});
  const close = () =>
    stage.call('system', 'POST /api/respond/incidents/:id/close', {
      cyber: { was: 'excluded', how: '想定外の大量データ' },
      left: { ministry: '別の担当が連絡済み' },
    });
  const refused = await close().catch((error) => error);
  expect(refused.details.fields).toMatchObject([{ field: expect.stringMatching(/^statements\.public\./) }]);
  const end = await approved('public', 'end', '解消しました');
  await stage.call('pr', 'POST /api/respond/statements/:id/send', {}, { id: end });
  await close();
  expect(await stage.kinds()).toContain('incident.closed');
});

test('case 8: the public page says what was approved for it, and nothing of a drill', async () => {
  await stage.keep('system', 'outlets', {
    key: 'status-page',
    name: '公開の状況ページ',
    audiences: ['public'],
  });
  const look = async (path = '') =>
    stage.house.assembly.http?.inject({ method: 'GET', url: `/status/${stage.orgId}${path}` });
  expect((await look())?.body).toContain('ありません');
  const publish = async (kind: Draft['kind'], text: string) => {
    const { id } = await stage.call('pr', 'POST /api/respond/incidents/:id/statements', {
      audience: 'public',
      kind,
      text,
      outlet: 'status-page',
    });
    for (const by of ['pr', 'system'])
      await stage.call(
        by,
        'POST /api/respond/statements/:id/approve',
        { text, outlet: 'status-page' },
        { id },
      );
    await stage.call('pr', 'POST /api/respond/statements/:id/send', { nextUpdateMinutes: 60 }, { id });
  };
  await publish('start', '検索が<遅れて>います');
  const shown = await look();
  expect(shown?.body).toContain('検索が&#60;遅れて&#62;います');
  expect(shown?.body).toContain('障害が発生しています');
  expect(shown?.headers['cache-control']).toContain('stale-if-error');
  expect((await look('/feed.xml'))?.body).toContain('<item>');
  stage.after({ minutes: 5 });
  await publish('end', '解消しました');
  expect((await look())?.body).toContain('現在、障害情報はありません');

  await stage.declare('monitoring', { title: '訓練', severity: 2, page: false, drill: true });
  await publish('start', '訓練の発表');
  expect((await look())?.body).not.toContain('訓練の発表');
  const nobody = await stage.house.assembly.http?.inject({
    url: '/status/00000000-0000-4000-8000-000000000000',
  });
  expect(nobody?.statusCode).toBe(404);
});

test('case 8: one person as contractor window and site lead is warned of; a task out of time asks who decides', async () => {
  for (const [role, name] of [
    ['contractor-window', '委託先との窓口'],
    ['site-lead', '現地責任者'],
  ] as const)
    await stage.call('system', 'PUT /api/respond/incidents/:id/roles', {
      role,
      name,
      personId: stage.idOf('monitoring'),
    });
  await stage.call('system', 'PUT /api/respond/incidents/:id/roles', {
    role: 'commander',
    personId: stage.idOf('head'),
  });
  const { load } = await stage.call('system', 'GET /api/respond/incidents/:id/roles');
  expect(load[0]).toMatchObject({ personId: stage.idOf('monitoring'), strains: ['apart'] });
  expect(load[0]?.relief).not.toBeNull();

  await stage.call('system', 'POST /api/respond/incidents/:id/tasks/run-plan');
  stage.after({ minutes: 30, seconds: 1 });
  await stage.told('task.timed-out');
  const { tasks } = await stage.call('system', 'GET /api/respond/incidents/:id/tasks');
  expect(tasks[0]).toMatchObject({ timedOutAt: expect.any(String) });
  expect(tasks[1]).toMatchObject({ role: 'commander', personId: stage.idOf('head') });

  // A shift ends: the role is offered, and only who was asked takes it.
  await stage.call('monitoring', 'POST /api/respond/incidents/:id/roles/offer', {
    role: 'site-lead',
    toId: stage.idOf('customer'),
    note: '夜間交代',
  });
  const take = (by: string) =>
    stage.call(by, 'POST /api/respond/incidents/:id/roles/take', { role: 'site-lead' });
  await expect(take('system')).rejects.toMatchObject({ code: 'forbidden' });
  await take('customer');
  const { load: lighter } = await stage.call('system', 'GET /api/respond/incidents/:id/roles');
  expect(lighter.flatMap(({ strains }) => strains)).toEqual([]);
});
