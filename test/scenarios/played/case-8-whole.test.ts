import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Body, callRoute } from '../../route-caller.ts';
import { overloadPlan } from './overload-plan.ts';
import { Stage } from './staged.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('admin', 'administrator');
  await stage.person('system', 'commander');
  await stage.person('monitoring', 'responder');
  await stage.person('customer', 'customer-desk');
  await stage.person('pr', 'public-relations');
  await stage.person('head', 'executive');
  await stage.person('contractor', 'contractor');
  await stage.unit('admin', 'システム部門', 'system', 'monitoring');
  await stage.unit('admin', '広報部門', 'pr');
  await callRoute(stage.context('system'), 'PUT /api/prepare/assets', {
    body: { key: 'db', kind: 'system', name: 'データベース', edges: [] },
  });
  for (const [key, name, audiences] of [
    ['website', 'ウェブサイト', ['public', 'customers']],
    ['sns', 'SNS', ['public', 'customers']],
    ['internal', '社内連絡', ['staff']],
  ] as const)
    await stage.keep('system', 'outlets', { key, name, audiences: [...audiences] });
  await stage.publish('system', overloadPlan(stage));
  await stage.declare('system', {
    title: '検索のエラー多発',
    situation: 'overload',
    severity: 2,
    page: false,
  });
});
afterEach(() => stage.close());

/** Writes, has two people approve, and publishes. */
type Draft = Body<'POST /api/respond/incidents/:id/statements'>;
async function publish(
  audience: Draft['audience'],
  kind: Draft['kind'],
  outlet: string,
  text: string,
): Promise<void> {
  const by = audience === 'staff' ? 'system' : 'pr';
  const { id } = await stage.call(by, 'POST /api/respond/incidents/:id/statements', {
    audience,
    kind,
    text,
    outlet,
  });
  for (const who of [by, 'head'])
    await stage.call(who, 'POST /api/respond/statements/:id/approve', { text, outlet }, { id });
  await stage.call(by, 'POST /api/respond/statements/:id/send', {}, { id });
}
const desk = () => stage.call('pr', 'GET /api/respond/incidents/:id/desk');
const room = () => stage.call('system', 'GET /api/respond/incidents/:id/headquarters');

test('case 8 as it happened: three events, nine responses, and who was told of the delay is told of its end', async () => {
  // C8-E1, C8-E2, C8-E3
  await stage.event('system', '利用者が想定外の大量データを入力');
  await stage.event('system', '検索がエラーを返し続け、データベースが過負荷');
  await stage.event('monitoring', 'タイムアウトを含む多数のエラーを検知');
  await stage.call('system', 'PUT /api/respond/incidents/:id/systems', { asset: 'db', state: 'affected' });
  expect(await stage.call('system', 'GET /api/respond/incidents/:id/systems')).toMatchObject({
    systems: [{ asset: 'db', name: 'データベース', state: 'affected' }],
  });

  // C8-R1: a meeting comes before the headquarters; it decides, and the investigation begins.
  expect(await stage.call('system', 'GET /api/respond/incidents/:id/plan')).toMatchObject({
    followed: { level: 1, convene: 'responseMeeting', missing: ['expectedOutageMinutes'] },
  });
  await stage.call('system', 'POST /api/respond/incidents/:id/decisions', {
    question: '方針',
    options: ['待つ', '調べる'],
    decision: '原因と影響を調べる',
    basis: 'エラーの量',
    deciderId: stage.idOf('system'),
  });
  const { id: hypothesis } = await stage.call('system', 'POST /api/respond/incidents/:id/hypotheses', {
    text: '大量データで検索が失敗し続けている',
    minutes: 60,
  });
  await stage.response('system', '責任者を含む会議で方針を決め、原因と影響を調べ始める');
  expect(await room()).toMatchObject({
    headquarters: null,
    decisions: [{ question: '方針', options: ['待つ', '調べる'], decision: '原因と影響を調べる', basis: 'エラーの量' }],
  }); // biome-ignore format: one decision at one look

  // C8-R2: the estimate rises above the limit; under management, the headquarters stands.
  for (const value of ['30', '90'])
    await stage.call('system', 'PUT /api/respond/incidents/:id/estimate', {
      input: 'expectedOutageMinutes',
      value,
    });
  await stage.told('headquarters.proposed');
  await stage.call('system', 'POST /api/respond/incidents/:id/headquarters', { briefMinutes: 0 });
  await stage.response('system', '復旧が長引くと判断し、経営層を長とする対策本部を設置');
  expect((await room()).headquarters).toMatchObject({ state: 'standing', level: 2 });
  expect((await stage.call('system', 'GET /api/respond/incidents/:id/roles')).roles).toMatchObject([
    { role: 'commander', personId: stage.idOf('head') },
    { role: 'technical', personId: stage.idOf('system') },
  ]);
  const { estimates } = await stage.call('system', 'GET /api/respond/incidents/:id/facts');
  expect(estimates.map(({ input, values }) => [input, values.map(({ value }) => value)])).toEqual([
    ['expectedOutageMinutes', [30, 90]],
  ]);

  // C8-R3, C8-R4: departments and the public are told of the delay, on both outlets.
  await publish('staff', 'start', 'internal', '検索の遅れが続いています。復旧まで時間がかかります');
  await stage.response('system', '顧客部門と広報部門に遅延を連絡');
  await publish('public', 'start', 'website', '検索がつながりにくくなっています');
  await publish('public', 'update', 'sns', '検索がつながりにくくなっています');
  await stage.response('pr', 'ウェブサイトとSNSで公表');
  expect([...new Set((await desk()).owedEnds.map(({ audience }) => audience))].toSorted()).toEqual([
    'public',
    'staff',
  ]);

  // C8-R5: a stop-gap with the contractor, who sees what was shared and writes what they did.
  await callRoute(stage.context('system'), 'POST /api/respond/incidents/:id/shares', {
    params: { id: stage.incidentId },
    body: { personId: stage.idOf('contractor') },
  });
  const proposal = {
    title: 'データベースの一部の処理を飛ばす',
    skipped: '通常の試験',
    sideEffects: '一部の検索結果が出ない',
    rollback: '元のプログラムに戻す',
    expiresAt: stage.house.clock.now().add({ hours: 48 }).toString(),
    permanentFix: '検索条件を追加する',
  };
  const { id: change } = await stage.call('system', 'POST /api/respond/incidents/:id/changes', proposal);
  await stage.response('system', '委託先とともに、処理の一部を飛ばす応急の策を考案');
  const changes = () => stage.call('system', 'GET /api/respond/incidents/:id/changes');
  expect(await changes()).toMatchObject({ changes: [{ ...proposal, state: 'proposed', lacks: [] }] });
  const turn = (by: string, what: Body<'POST /api/respond/changes/:id/turn'>['turn']) =>
    stage.call(by, 'POST /api/respond/changes/:id/turn', { turn: what }, { id: change });

  // C8-R6: it is not applied before it is approved, nor approved by who proposed it.
  await expect(turn('system', 'apply')).rejects.toMatchObject({ code: 'conflict' });
  await expect(turn('system', 'approve')).rejects.toMatchObject({ code: 'forbidden' });
  await turn('admin', 'approve');
  await stage.response('system', '対策本部が応急の策を承認');
  expect(await changes()).toMatchObject({ changes: [{ state: 'approved', approvedBy: expect.any(String) }] });

  // C8-R7: applied, and the delay is over.
  await turn('monitoring', 'apply');
  await stage.response('contractor', '応急の策を適用し、遅延が解消');
  const applied = (await stage.notes('system')).at(-1);
  await stage.call(
    'system',
    'POST /api/respond/incidents/:id/timeline/:seq/judge',
    { outcome: 'effective' },
    { id: stage.incidentId, seq: applied?.seq ?? 0 },
  );
  expect((await changes()).changes[0]?.state).toBe('applied');
  await stage.call('system', 'PUT /api/respond/incidents/:id/systems', { asset: 'db', state: 'restored' });
  await stage.call('system', 'POST /api/respond/incidents/:id/times', {
    which: 'restored',
    at: stage.house.clock.now().toString(),
    precision: 'minute',
  });
  await stage.call(
    'system',
    'POST /api/respond/hypotheses/:id/settle',
    { state: 'supported', certainty: 'confirmed', outcome: '記録で確認' },
    { id: hypothesis },
  );
  await stage.call('system', 'POST /api/respond/incidents/:id/resolve', {});
  await stage.call('system', 'POST /api/respond/incidents/:id/headquarters/end', { reason: '解消を確認' });
  const { tasks } = await stage.call('system', 'GET /api/respond/incidents/:id/tasks');
  expect(tasks.filter(({ required, state }) => required && state === 'open')).toEqual([]);

  // C8-R3 and R4 again: who was told of the beginning is told of the end, or it stays open.
  const close = () =>
    stage.call('system', 'POST /api/respond/incidents/:id/close', {
      cyber: { was: 'excluded', how: '想定外の大量データ' },
      left: { ministry: '別の担当が連絡済み' },
    });
  const owed = async () =>
    (await close().catch((error) => error)).details.fields.map(({ field }: { field: string }) => field);
  expect((await owed()).filter((field: string) => field.startsWith('statements.')).toSorted()).toEqual([
    'statements.public.sns',
    'statements.public.website',
    'statements.staff.internal',
  ]);
  await publish('staff', 'end', 'internal', '遅延は解消しました');
  await stage.response('system', '顧客部門と広報部門に解消を連絡');
  expect((await owed()).filter((field: string) => field.startsWith('statements.')).toSorted()).toEqual([
    'statements.public.sns',
    'statements.public.website',
  ]);
  await publish('public', 'end', 'website', '解消しました');
  await publish('public', 'end', 'sns', '解消しました');
  await stage.response('pr', 'ウェブサイトとSNSで解消を公表');
  expect((await desk()).owedEnds).toEqual([]);
  expect((await desk()).statements.filter(({ kind }) => kind === 'end').map(({ outlet }) => outlet)).toEqual([
    'internal',
    'website',
    'sns',
  ]);

  expect(await stage.figure('system')).toEqual({
    event: [
      '1 データベース: 利用者が想定外の大量データを入力',
      '2 データベース: 検索がエラーを返し続け、データベースが過負荷',
      '3 データベース: タイムアウトを含む多数のエラーを検知',
    ],
    response: [
      '1 システム部門: 責任者を含む会議で方針を決め、原因と影響を調べ始める',
      '2 システム部門: 復旧が長引くと判断し、経営層を長とする対策本部を設置',
      '3 システム部門: 顧客部門と広報部門に遅延を連絡',
      '4 広報部門: ウェブサイトとSNSで公表',
      '5 システム部門: 委託先とともに、処理の一部を飛ばす応急の策を考案',
      '6 システム部門: 対策本部が応急の策を承認',
      '7 委託先: 応急の策を適用し、遅延が解消',
      '8 システム部門: 顧客部門と広報部門に解消を連絡',
      '9 広報部門: ウェブサイトとSNSで解消を公表',
    ],
  });
  await close();
  expect(await stage.call('system', 'GET /api/respond/incidents/:id')).toMatchObject({ state: 'closed' });
});
