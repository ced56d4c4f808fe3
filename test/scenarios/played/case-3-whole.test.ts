import { afterEach, beforeEach, expect, test } from 'vitest';
import { party } from '../../../areas/prepare/parties/schema.ts';
import { callRoute } from '../../route-caller.ts';
import { Stage } from './staged.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('admin', 'administrator');
  await stage.person('csirt', 'commander');
  await stage.person('system', 'responder');
  await stage.person('pr', 'public-relations');
  await stage.person('ciso', 'executive');
  await stage.person('heads', 'executive');
  await stage.person('provider', 'contractor');
  await stage.unit('admin', 'セキュリティ部門', 'csirt');
  await stage.unit('admin', 'システム部門', 'system');
  await stage.unit('admin', '広報部門', 'pr');
  for (const [key, name, edges] of [
    ['auth', '認証サービス', []],
    ['portal', '会員サイト', [{ kind: 'dependsOn', to: 'auth' }]],
  ] as const)
    await callRoute(stage.context('csirt'), 'PUT /api/prepare/assets', {
      body: { key, kind: 'system', name, edges: [...edges] },
    });
  await stage.keep('csirt', 'parties', {
    key: 'auth-provider',
    name: '認証サービス提供者',
    kind: 'supplier',
    email: 'soc@provider.example.jp',
    contracts: [{ title: '認証', emergencyContact: 'SOC', directLine: '090-0000-0000', notifyOnDetection: 'yes' }],
  }); // biome-ignore format: one contract at one look
  for (const [key, name, kind] of [
    ['peer', '同業の事業者', 'peer'],
    ['association', '業界団体', 'expertBody'],
  ] as const)
    await stage.keep('csirt', 'parties', { key, name, kind });
  await stage.keep('csirt', 'outlets', { key: 'phone', name: '電話の自動音声', audiences: ['customers'] });
  await stage.publish('csirt', {
    key: 'ddos',
    name: 'サイバー攻撃（DDoS）',
    situation: 'ddos',
    origin: '定めた手順と基準（C3-R3）',
    activation: 'situation == "ddos"',
    roles: [
      { key: 'commander', name: '本部長', personId: stage.idOf('ciso'), deputyIds: [stage.idOf('csirt')] },
      { key: 'security', name: 'セキュリティ', personId: stage.idOf('csirt'), deputyIds: [stage.idOf('system')] },
    ],
    levels: [{ level: 2, name: '重大', when: 'criticalServicesStopped >= 1', convene: 'headquarters' }],
    bodies: [{ kind: 'headquarters', name: '対策本部', chair: 'commander', members: ['security'], targetMinutes: 30 }],
    steps: [
      { text: '同時の侵入がないか確かめる', role: 'security', deputy: 'commander', limitMinutes: 60 },
      { text: '提供者と防御策を調整する', role: 'security', deputy: 'commander', limitMinutes: 60 },
    ],
    samples: [{ name: 's', inputs: [{ input: 'situation', value: 'ddos' }, { input: 'criticalServicesStopped', value: '1' }], level: 2 }],
  }); // biome-ignore format: a plan at one look
  await stage.declare('csirt', { title: '認証機能の停止', situation: 'ddos', severity: 3, page: false });
});
afterEach(() => stage.close());

test('case 3 as it happened, every event and response told, decided, asked and read back', async () => {
  // C3-E1, C3-E2
  await stage.event('csirt', 'DDoS攻撃を受ける');
  await stage.event('system', '認証サービスが停止し、認証機能が使えない');
  await stage.call('system', 'PUT /api/respond/incidents/:id/systems', { asset: 'auth', state: 'affected' });
  expect(await stage.call('csirt', 'GET /api/respond/incidents/:id')).toMatchObject({ situation: 'ddos' });
  const { assets } = await callRoute(stage.context('csirt'), 'GET /api/prepare/assets', {
    query: { search: 'auth' },
  });
  const stops = await callRoute(stage.context('csirt'), 'GET /api/prepare/assets/:id/stops', {
    params: { id: assets.find(({ key }) => key === 'auth')?.id ?? '' },
  });
  expect(stops.reached.map(({ key }) => key)).toEqual(['portal']);

  // C3-R1: the stop is confirmed, and a compound attack is kept in mind until it is excluded.
  const at = stage.house.clock.now().toString();
  await stage.call('csirt', 'POST /api/respond/incidents/:id/times', { which: 'recognised', at });
  const hypothesis = await stage.call('csirt', 'POST /api/respond/incidents/:id/hypotheses', {
    text: '複合攻撃ではないか',
    cyber: true,
    minutes: 120,
  });
  const { times } = await stage.call('csirt', 'GET /api/respond/incidents/:id/times');
  expect(times.find(({ which }) => which === 'recognised')).toMatchObject({ at, stated: true });

  // C3-R3: the criteria set beforehand are judged on what is known, and what they saw is shown.
  await stage.call('csirt', 'PUT /api/respond/incidents/:id/estimate', {
    input: 'criticalServicesStopped',
    value: '1',
  });
  expect(await stage.call('csirt', 'GET /api/respond/incidents/:id/plan')).toMatchObject({
    plan: { key: 'ddos' },
    followed: { activates: 'yes', level: 2, convene: 'headquarters', missing: [] },
  });
  await stage.told('headquarters.proposed');

  // C3-R2: heads and management are told, the headquarters stands, and decides.
  await stage.call('csirt', 'POST /api/respond/incidents/:id/headquarters', {
    bridge: '提供者の経営層との直通',
    briefMinutes: 0,
  });
  await stage.response('csirt', '経営層を含む部門長へ報告し、対策本部を設置');
  await stage.call('csirt', 'POST /api/respond/incidents/:id/briefs');
  const room = () => stage.call('csirt', 'GET /api/respond/incidents/:id/headquarters');
  const [brief] = (await room()).briefs;
  await stage.call(
    'csirt',
    'POST /api/respond/briefs/:id/send',
    { text: brief?.text ?? '', readerIds: [stage.idOf('ciso'), stage.idOf('heads')] },
    { id: brief?.id ?? '' },
  );
  for (const by of ['ciso', 'heads'])
    await stage.call(by, 'POST /api/respond/briefs/:id/read', undefined, { id: brief?.id ?? '' });
  expect((await room()).briefs[0]?.readers.every(({ readAt }) => readAt !== null)).toBe(true);
  expect((await stage.call('csirt', 'GET /api/respond/incidents/:id/roles')).roles).toMatchObject([
    { role: 'commander', personId: stage.idOf('ciso') },
    { role: 'security', personId: stage.idOf('csirt') },
  ]);

  // C3-R3 again: the procedure is run step by step, with who and when.
  await stage.response('system', '定めた手順と判断基準に沿って対応');
  await stage.call('csirt', 'POST /api/respond/incidents/:id/tasks/run-plan');
  const tasks = async () => (await stage.call('csirt', 'GET /api/respond/incidents/:id/tasks')).tasks;
  for (const { id } of await tasks())
    await stage.call('csirt', 'POST /api/respond/tasks/:id/end', { state: 'done' }, { id });
  expect((await tasks()).map(({ step, state, endedAt }) => [step, state, endedAt !== null])).toEqual([
    [0, 'done', true],
    [1, 'done', true],
  ]);

  // C3-R6: nothing is published; customers alone are told, of a malfunction.
  await stage.call('ciso', 'POST /api/respond/incidents/:id/withheld', {
    audience: 'customers',
    term: 'DDoS',
    reason: '影響を示すと攻撃者の利益になる',
  });
  const text = 'システムの不具合のためご利用いただけません';
  const statement = await stage.call('pr', 'POST /api/respond/incidents/:id/statements', {
    audience: 'customers',
    kind: 'start',
    text,
    outlet: 'phone',
  });
  const about = { id: statement.id };
  for (const by of ['pr', 'ciso'])
    await stage.call(by, 'POST /api/respond/statements/:id/approve', { text, outlet: 'phone' }, about);
  await stage.call('pr', 'POST /api/respond/statements/:id/send', {}, about);
  await stage.response('pr', '顧客にだけ「サービスの不具合」と案内');
  expect(await stage.call('pr', 'GET /api/respond/incidents/:id/desk')).toMatchObject({
    statements: [{ audience: 'customers', text, state: 'sent' }],
    withheld: [{ audience: 'customers', term: 'DDoS', reason: '影響を示すと攻撃者の利益になる' }],
  });

  // C3-R4: management goes to the provider's management, and a direct line is opened.
  await stage.call('csirt', 'POST /api/respond/incidents/:id/decisions', {
    question: '提供者の経営層に直接働きかけるか',
    options: ['待つ', '経営層から働きかける'],
    decision: '経営層から働きかけ、直通の連絡線を設ける',
    basis: '事の重大さ',
    deciderId: stage.idOf('ciso'),
  });
  await stage.call('csirt', 'POST /api/respond/incidents/:id/tasks', {
    title: '経営層どうしの連絡線を開く',
    kind: 'request',
    party: 'auth-provider',
    minutes: 30,
  });
  await stage.response('csirt', '経営層が提供者の経営層へ働きかけ、直通の連絡線を設置');
  expect(await room()).toMatchObject({
    headquarters: { state: 'standing', bridge: '提供者の経営層との直通', met: true },
    decisions: [{ basis: '事の重大さ', decision: '経営層から働きかけ、直通の連絡線を設ける' }],
  });
  const parties = await callRoute(stage.context('csirt'), 'GET /api/prepare/registers/:register', {
    params: { register: 'parties' },
  });
  const kept = parties.entries.find(({ key }) => key === 'auth-provider')?.entry;
  expect(party.parse(kept).contracts[0]?.directLine).toBe('090-0000-0000');
  await stage.told('request.sent');

  // C3-R5: the provider writes into the record it was given, and reads no room.
  await callRoute(stage.context('csirt'), 'POST /api/respond/incidents/:id/shares', {
    params: { id: stage.incidentId },
    body: { personId: stage.idOf('provider') },
  });
  await stage.response('provider', '攻撃を監視し、設定を変更し、対策製品を再起動');

  // C3-R7: others of the field and associations are told, and asked what they know; the answer stays with the question.
  for (const party of ['peer', 'association'])
    await stage.call('csirt', 'POST /api/respond/incidents/:id/tasks', {
      title: '似た事例の知見を求める',
      kind: 'request',
      party,
      minutes: 60,
    });
  const asked = (await tasks()).find(({ party }) => party === 'peer');
  await stage.call(
    'csirt',
    'POST /api/respond/tasks/:id/end',
    { state: 'done', note: '同じ型の攻撃は二時間で収まった' },
    { id: asked?.id ?? '' },
  );
  expect((await tasks()).find(({ party }) => party === 'peer')).toMatchObject({
    state: 'done',
    note: '同じ型の攻撃は二時間で収まった',
  });
  await stage.response('csirt', '他事業者と業界団体に情報を渡し、知見を求める');

  await stage.call(
    'csirt',
    'POST /api/respond/hypotheses/:id/settle',
    { state: 'excluded', certainty: 'likely', outcome: '侵入の痕跡なし' },
    { id: hypothesis.id },
  );
  expect(await stage.call('csirt', 'GET /api/respond/incidents/:id/investigation')).toMatchObject({
    hypotheses: [{ text: '複合攻撃ではないか', state: 'excluded' }],
  });
  await stage.call('system', 'PUT /api/respond/incidents/:id/systems', { asset: 'auth', state: 'restored' });
  expect(await stage.call('system', 'GET /api/respond/incidents/:id/systems')).toMatchObject({
    systems: [{ asset: 'auth', name: '認証サービス', state: 'restored' }],
  });

  // Part 3's numbers: two events, six responses, each beside whoever did it.
  expect(await stage.figure('csirt')).toEqual({
    event: ['1 認証サービス: DDoS攻撃を受ける', '2 認証サービス: 認証サービスが停止し、認証機能が使えない'],
    response: [
      '1 セキュリティ部門: 経営層を含む部門長へ報告し、対策本部を設置',
      '2 システム部門: 定めた手順と判断基準に沿って対応',
      '3 広報部門: 顧客にだけ「サービスの不具合」と案内',
      '4 セキュリティ部門: 経営層が提供者の経営層へ働きかけ、直通の連絡線を設置',
      '5 委託先: 攻撃を監視し、設定を変更し、対策製品を再起動',
      '6 セキュリティ部門: 他事業者と業界団体に情報を渡し、知見を求める',
    ],
  });
  expect((await stage.notes('csirt')).map(({ by }) => by)).toEqual([
    'csirt', 'system', 'csirt', 'system', 'pr', 'csirt', 'provider', 'csirt',
  ]); // biome-ignore format: who, in order
});
