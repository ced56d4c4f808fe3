import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Body, callRoute } from '../../route-caller.ts';
import { Stage } from './staged.ts';

const COMPANIES = 60;
let stage: Stage;
const asset = (body: Body<'PUT /api/prepare/assets'>) =>
  callRoute(stage.context('lead'), 'PUT /api/prepare/assets', { body });

beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('admin', 'administrator');
  await stage.person('lead', 'commander');
  await stage.person('desk', 'customer-desk');
  await stage.person('night', 'customer-desk');
  await stage.person('group', 'group-company');
  await stage.person('business', 'site-staff');
  await stage.person('owner', 'system-owner');
  for (const name of ['ciso', 'president']) await stage.person(name, 'executive');
  await stage.unit('admin', 'システム部門', 'lead', 'owner');
  await stage.unit('admin', 'ヘルプデスク', 'desk', 'night');
  await stage.unit('admin', 'グループ会社', 'group');
  await stage.unit('admin', '事業部門', 'business');
  await asset({ key: 'ledger', kind: 'system', name: '台帳系', impact: 2, rtoMinutes: 240, edges: [] });
  await asset({ key: 'payment', kind: 'system', name: '決済系', impact: 4, rtoMinutes: 60, edges: [{ kind: 'dependsOn', to: 'ledger' }] });
  await asset({ key: 'archive', kind: 'system', name: '保管系', edges: [] });
  await asset({ key: 'if-a-b', kind: 'interface', name: '受発注の連携', edges: [] });
  await stage.keep('lead', 'parties', { key: 'vendor', name: '製品の提供元', kind: 'supplier' });
  await stage.keep('lead', 'parties', { key: 'peer', name: '同業の事業者', kind: 'peer' });
  for (let n = 0; n < COMPANIES; n++)
    await asset({ key: `pc-${n}`, kind: 'host', name: `端末${n}`, class: 'endpoint', company: `会社${n}`, os: n % 2 ? 'OS-Y' : 'OS-X', edges: [] });
  await stage.keep('lead', 'outlets', { key: 'mail', name: '一斉メール', audiences: ['group', 'staff'] });
  await stage.publish('lead', {
    key: 'supplier-fault',
    name: '提供元の不具合',
    situation: 'supplierFault',
    origin: '定めた手順（C6-B2）',
    activation: 'situation == "supplierFault"',
    roles: [
      { key: 'commander', name: '本部長', personId: stage.idOf('ciso'), deputyIds: [stage.idOf('lead')] },
      { key: 'recovery', name: '復旧', personId: stage.idOf('lead'), deputyIds: [stage.idOf('owner')] },
    ],
    levels: [{ level: 3, name: '全社', when: 'severity >= 4', convene: 'headquarters' }],
    bodies: [{ kind: 'headquarters', name: '対策本部', chair: 'commander', members: ['recovery'], targetMinutes: 60 }],
    steps: [{ text: '影響を調べる', role: 'recovery', deputy: 'commander', limitMinutes: 60 }],
    samples: [{ name: 's', inputs: [{ input: 'situation', value: 'supplierFault' }, { input: 'severity', value: '4' }], level: 3 }],
  });
  await stage.declare('lead', { title: 'パッチによる停止', situation: 'supplierFault', severity: 4, page: false });
}); // biome-ignore format: registers at one look
afterEach(() => stage.close());

test('case 6 as it happened: whom it hit, in which order they came back, who helped, who was told', async () => {
  // C6-E1, C6-E2: what the patch is on, by its operating system and no other.
  await stage.event('lead', '提供元が不具合のあるパッチを配信');
  await stage.event('lead', 'パッチの入ったサーバーと端末が停止');
  expect(await stage.call('lead', 'GET /api/respond/incidents/:id')).toMatchObject({ situation: 'supplierFault' });
  expect(
    await stage.call('lead', 'POST /api/respond/incidents/:id/recovery', { class: 'endpoint', os: 'OS-X', wave: 2 }),
  ).toEqual({ added: COMPANIES / 2, unknown: 0 });

  // C6-R1
  await stage.told('headquarters.proposed');
  await stage.call('lead', 'POST /api/respond/incidents/:id/headquarters', { briefMinutes: 60 });
  await stage.response('lead', '手順に沿って対策本部を設置し、状況を整理して判断');
  await stage.call('lead', 'POST /api/respond/incidents/:id/decisions', {
    question: '復旧の方針',
    decision: '重要な業務から戻す',
    basis: '業務影響度',
    deciderId: stage.idOf('ciso'),
  });
  const room = () => stage.call('lead', 'GET /api/respond/incidents/:id/headquarters');
  expect(await room()).toMatchObject({
    headquarters: { state: 'standing', level: 3, inputs: { severity: 4 } },
    decisions: [{ decision: '重要な業務から戻す' }],
  });
  expect((await stage.call('lead', 'GET /api/respond/incidents/:id/roles')).roles).toMatchObject([
    { role: 'commander', personId: stage.idOf('ciso') },
    { role: 'recovery', personId: stage.idOf('lead') },
  ]);

  // C6-R2: by impact and dependence; owners answer, and what nobody rated stays in sight.
  for (const key of ['payment', 'ledger', 'archive'])
    await stage.call('lead', 'PUT /api/respond/incidents/:id/systems', { asset: key, state: 'affected' });
  await stage.call('owner', 'PUT /api/respond/incidents/:id/recovery/order/:asset', { agreed: true }, { id: stage.incidentId, asset: 'payment' });
  const { order } = await stage.call('lead', 'GET /api/respond/incidents/:id/recovery/plan');
  expect(order.map(({ key, needsOwner }) => [key, needsOwner])).toEqual([
    ['ledger', false],
    ['payment', false],
    ['archive', true],
  ]);
  expect(order[0]?.becauseName).toBe('決済系');
  expect(order[1]?.answer).toMatchObject({ agreed: true });
  await stage.response('owner', 'システム一覧の影響度で復旧の順位を決定');

  // C6-R3: the in-house manual, of which version of the vendor's procedure, and to whom it went.
  await stage.call('lead', 'POST /api/respond/incidents/:id/evidence', {
    what: '提供元の復旧手順 第1版',
    sha256: createHash('sha256').update('第1版').digest('hex'),
    custodianId: stage.idOf('lead'),
  });
  for (const audience of ['group', 'staff'] as const) {
    const text = '社内版の復旧手順書（提供元の第1版に基づく）を配布します';
    const { id } = await stage.call('lead', 'POST /api/respond/incidents/:id/statements', { audience, kind: 'update', text, outlet: 'mail' });
    for (const by of ['lead', 'ciso']) await stage.call(by, 'POST /api/respond/statements/:id/approve', { text, outlet: 'mail' }, { id });
    await stage.call('lead', 'POST /api/respond/statements/:id/send', {}, { id });
  }
  await stage.response('lead', '提供元の手順から社内の復旧手順書を作り、主管と利用者に配布');
  const desk = await stage.call('lead', 'GET /api/respond/incidents/:id/desk');
  expect(desk.statements.map(({ audience, state }) => [audience, state])).toEqual([['group', 'sent'], ['staff', 'sent']]);
  expect(await stage.call('lead', 'GET /api/respond/incidents/:id/investigation')).toMatchObject({
    evidence: [{ what: '提供元の復旧手順 第1版' }],
  });

  // C6-R4, C6-N5: a help desk, every hour of the day, and what it was asked.
  await stage.call('lead', 'PUT /api/respond/incidents/:id/roles', { role: 'help-desk', name: 'ヘルプデスク', personId: stage.idOf('desk') });
  const layer = (name: string, from: string, until: string, who: string) => ({ name, from, until, start: '2026-11-01', members: [{ personId: stage.idOf(who) }] });
  await stage.keep('lead', 'rosters', { key: 'help-desk', name: 'ヘルプデスク', layers: [layer('昼', '08:00', '20:00', 'desk'), layer('夜', '20:00', '08:00', 'night')] });
  expect(await callRoute(stage.context('lead'), 'GET /api/prepare/rosters/:roster/ahead', { params: { roster: 'help-desk' } })).toMatchObject({ gaps: [] });
  const { id: ticket } = await stage.call('desk', 'POST /api/respond/incidents/:id/inquiries', { cameFrom: '会社0 端末0', question: '起動しません' });
  await stage.call('desk', 'POST /api/respond/inquiries/:id/answer', { answer: '手順書の3に沿って作業してください' }, { id: ticket });
  await stage.call('lead', 'POST /api/respond/inquiries/:id/approve', { answer: '手順書の3に沿って作業してください' }, { id: ticket });
  await stage.response('desk', 'ヘルプデスクを設置');
  expect((await stage.call('desk', 'GET /api/respond/incidents/:id/desk')).inquiries).toMatchObject([{ cameFrom: '会社0 端末0', state: 'answered' }]);

  // C6-R5: a group company moves its own.
  expect(await stage.call('group', 'POST /api/respond/incidents/:id/recovery/move', { filter: { company: '会社0' }, state: 'restored' })).toEqual({ moved: 1 });
  const { companies } = await stage.call('lead', 'GET /api/respond/incidents/:id/recovery');
  expect(companies.find(({ name }) => name === '会社0')).toMatchObject({ total: 1, restored: 1 });
  await stage.response('group', 'グループ会社とともに復旧作業');

  // C6-R6: the management meeting is told at its interval, and each of them reads it.
  for (const round of [1, 2]) {
    stage.after({ minutes: 60 });
    await stage.house.until(async () => (await room()).briefs.length === round);
    const brief = (await room()).briefs.find(({ number }) => number === round);
    const readers = ['president', 'ciso'];
    await stage.call('lead', 'POST /api/respond/briefs/:id/send', { text: brief?.text ?? '', readerIds: readers.map((name) => stage.idOf(name)) }, { id: brief?.id ?? '' });
    for (const by of readers) await stage.call(by, 'POST /api/respond/briefs/:id/read', undefined, { id: brief?.id ?? '' });
  }
  const { briefs } = await room();
  expect(briefs.map(({ readers }) => readers.filter(({ readAt }) => readAt !== null).length)).toEqual([2, 2]);
  await stage.response('lead', 'CISOが経営会議へ復旧の状況を定期に報告');

  // C6-R7: what another operator knew is used, and shows.
  const { id: request } = await stage.call('lead', 'POST /api/respond/incidents/:id/tasks', { title: '復旧の知見を求める', kind: 'request', party: 'peer', minutes: 60 });
  await stage.call('lead', 'POST /api/respond/tasks/:id/end', { state: 'done', note: '暗号化キーを先に集める' }, { id: request });
  await stage.response('lead', '他の事業者と情報を交換し、対応に生かす');
  const used = (await stage.notes('lead')).at(-1);
  await stage.call('lead', 'POST /api/respond/incidents/:id/timeline/:seq/judge', { outcome: 'effective' }, { id: stage.incidentId, seq: used?.seq ?? 0 });
  expect((await stage.kinds()).at(-1)).toBe('timeline.judged');

  // C6-R8: a fallback between systems, kept from before, is in the register and in use; it is not on the figure.
  await stage.keep('lead', 'fallbacks', { key: 'fax', name: 'FAXによる受発注', covers: ['if-a-b'], scenarios: ['systemFailure'], steps: [{ text: '様式に書いて送る' }] });
  await stage.note('business', '停止したシステムの間をFAXでつなぐ', { is: 'response' });
  const { checks } = await callRoute(stage.context('lead'), 'GET /api/prepare/readiness', {});
  expect(checks.find(({ id }) => id === 'service-fallback')).toMatchObject({ ready: 1, asked: 1 });

  // C6-R9 with its numbers is played at full size beside this. The figure: two events, seven responses.
  const figure = await stage.figure('lead');
  expect(figure.event.map((line) => line.split(' ')[0])).toEqual(['1', '2']);
  expect(figure.response).toEqual([
    '1 システム部門: 手順に沿って対策本部を設置し、状況を整理して判断',
    '2 システム部門: システム一覧の影響度で復旧の順位を決定',
    '3 システム部門: 提供元の手順から社内の復旧手順書を作り、主管と利用者に配布',
    '4 ヘルプデスク: ヘルプデスクを設置',
    '5 グループ会社: グループ会社とともに復旧作業',
    '6 システム部門: CISOが経営会議へ復旧の状況を定期に報告',
    '7 システム部門: 他の事業者と情報を交換し、対応に生かす',
  ]);
}); // biome-ignore format: acts at one look
