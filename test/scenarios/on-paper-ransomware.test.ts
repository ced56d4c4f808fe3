import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Body, callRoute } from '../route-caller.ts';
import { Paper } from './played/paper.ts';
import { Stage } from './played/staged.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('lead', 'commander');
  await stage.person('second', 'commander');
  await stage.person('desk', 'responder');
  await stage.person('pr', 'public-relations');
  await stage.person('head', 'executive');
  const assets: Body<'PUT /api/prepare/assets'>[] = [
    { key: 'gate', kind: 'system', name: '搬出入の受付' },
    { key: 'yard', kind: 'system', name: '置き場の管理' },
    ...['1', '2', '3', '4'].map((n) => ({
      key: `srv-${n}`,
      kind: 'host' as const,
      name: `サーバー${n}`,
      class: 'server',
    })),
  ];
  for (const body of assets) await callRoute(stage.context('lead'), 'PUT /api/prepare/assets', { body });
  await stage.keep('lead', 'outlets', { key: 'phone', name: '電話連絡網', audiences: ['customers'] });
  await stage.publish('lead', {
    key: 'ransomware',
    name: 'ランサムウェア',
    situation: 'ransomware',
    activation: 'situation == "ransomware"',
    roles: [
      { key: 'commander', name: '本部長', personId: stage.idOf('head'), deputyIds: [stage.idOf('lead')] },
      { key: 'technical', name: '技術', personId: stage.idOf('lead'), deputyIds: [stage.idOf('desk')] },
    ],
    levels: [
      { level: 1, name: '会議', when: 'severity >= 1', convene: 'responseMeeting' },
      { level: 2, name: '本部', when: 'criticalServicesStopped >= 1', convene: 'headquarters' },
    ],
    bodies: [
      { kind: 'responseMeeting', name: '会議', chair: 'technical' },
      {
        kind: 'headquarters',
        name: '対策本部',
        chair: 'commander',
        members: ['technical'],
        targetMinutes: 30,
      },
    ],
    steps: [
      { text: '切り離す', role: 'technical', deputy: 'commander', limitMinutes: 30, onTimeout: 'escalate' },
    ],
    reports: [
      { to: '所管省庁', when: 'criticalServicesStopped >= 1', withinMinutes: 240, template: 'first' },
    ],
    templates: [{ key: 'first', subject: '速報', text: '速報' }],
    samples: [
      {
        name: 's',
        inputs: [
          { input: 'situation', value: 'ransomware' },
          { input: 'severity', value: '3' },
        ],
        level: 1,
      },
    ],
  });
});
afterEach(() => stage.close());

test('a stop by ransomware at a cargo terminal, three days on paper, is entered five weeks later and closed', async () => {
  const paper = new Paper(stage, 36);
  const line = paper.line.bind(paper);

  // Day 0: the gate stops about half past six; the night shift sees it, notes come out of a printer at seven.
  const made = await line(
    [0, '07:20'],
    'lead',
    'POST /api/respond/incidents',
    { title: '搬出入システムの停止', severity: 3, page: true, situation: 'network' },
    {},
  );
  stage.incidentId = made.id;
  await stage.call('lead', 'POST /api/respond/incidents/:id/times', {
    which: 'occurred',
    at: paper.at(0, '06:30'),
    precision: 'about',
  });
  await stage.call('desk', 'POST /api/respond/incidents/:id/detections', {
    route: 'staff',
    text: '夜勤が受付に入れないことに気付いた',
    at: paper.at(0, '06:52'),
    precision: 'minute',
  });
  await line([0, '07:40'], 'desk', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'gate',
    state: 'affected',
  });
  await line([0, '08:05'], 'desk', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'yard',
    state: 'affected',
  });
  await line([0, '08:30'], 'lead', 'PUT /api/respond/incidents/:id/situation', {
    situation: 'ransomware',
    evidence: 'プリンターから脅迫文が出た',
    seen: 'network',
  });
  await line([0, '07:10'], 'lead', 'PUT /api/respond/incidents/:id/estimate', {
    input: 'criticalServicesStopped',
    value: '1',
  });
  await stage.told('headquarters.proposed');
  await line([0, '07:15'], 'lead', 'POST /api/respond/incidents/:id/headquarters', {
    room: '管理棟3階',
    briefMinutes: 60,
  });
  await line([0, '12:00'], 'lead', 'PUT /api/respond/incidents/:id/headquarters', { room: '災害対策室' });
  await line([0, '09:00'], 'lead', 'PUT /api/respond/incidents/:id/roles', {
    role: 'field',
    name: '現場',
    personId: stage.idOf('desk'),
  });
  await line([0, '09:10'], 'lead', 'POST /api/respond/incidents/:id/decisions', {
    question: '搬入を止めるか',
    decision: '止めて手書きで搬出だけ続ける',
    deciderId: stage.idOf('head'),
  });
  // Tasks on paper had their times, and ran over them: nobody is called for that now.
  const task = await line([0, '09:15'], 'lead', 'POST /api/respond/incidents/:id/tasks', {
    title: '通信を遮断する',
    role: 'technical',
    minutes: 10,
  });
  await line([0, '09:40'], 'desk', 'POST /api/respond/tasks/:id/end', { state: 'done' }, { id: task.id });
  await expect(
    line([0, '09:00'], 'desk', 'POST /api/respond/tasks/:id/end', { state: 'done' }, { id: task.id }),
  ).rejects.toMatchObject({ code: 'conflict' });

  // Reports: the police by telephone, the ministry, the privacy commission within three days.
  await stage.call('lead', 'POST /api/respond/incidents/:id/times', {
    which: 'recognised',
    at: paper.at(0, '08:30'),
    precision: 'minute',
  });
  await line([0, '10:00'], 'lead', 'PUT /api/respond/incidents/:id/estimate', {
    input: 'personalData',
    value: 'possible',
  });
  for (const regime of ['police', 'ministry', 'csirt', 'privacy'] as const)
    await line([0, '10:30'], 'lead', 'POST /api/respond/incidents/:id/reports', {
      regime,
      startsAt: paper.at(0, '08:30'),
    });
  for (const { id: reportId, stage: which } of await paper.reports())
    await line(
      which === 'first' ? [0, '11:05'] : [24, '15:00'],
      'lead',
      'POST /api/respond/reports/:id/submit',
      { receipt: '受-77' },
      { id: reportId },
    );

  // What was thought when: entered in any order, it reads in its own.
  for (const [day, clock, value] of [
    [1, '09:00', '3000'],
    [0, '12:30', '1440'],
    [0, '20:00', '2160'],
  ] as const)
    await line([day, clock], 'lead', 'PUT /api/respond/incidents/:id/estimate', {
      input: 'expectedOutageMinutes',
      value,
    });

  // Customers are told at once, in between and at the end.
  await paper.published([0, '08:00'], { audience: 'customers', kind: 'start', text: '搬出入を止めています' });
  await paper.published([1, '18:00'], {
    audience: 'customers',
    kind: 'update',
    text: '再開は明後日の予定です',
  });

  // The board: four servers, one found infected in the backup, back on two days.
  await line([0, '13:00'], 'desk', 'POST /api/respond/incidents/:id/recovery', { class: 'server' });
  const sweep = await line([0, '14:00'], 'desk', 'POST /api/respond/incidents/:id/sweeps', {
    title: 'バックアップの検査',
    hosts: { keys: ['srv-4'] },
    minutes: 120,
  });
  await line(
    [1, '10:20'],
    'desk',
    'POST /api/respond/sweeps/:id/report',
    { keys: ['srv-4'], result: 'found', note: '検体あり' },
    { id: sweep.id },
  );
  await line([1, '10:40'], 'desk', 'POST /api/respond/tasks/:id/end', { state: 'done' }, { id: sweep.id });
  await line([0, '16:00'], 'desk', 'POST /api/respond/incidents/:id/recovery/growth', { affected: 3 });
  await line([1, '11:00'], 'desk', 'POST /api/respond/incidents/:id/recovery/growth', { affected: 4 });
  await line([1, '12:00'], 'lead', 'PUT /api/respond/incidents/:id/recovery/strategy', {
    asset: 'gate',
    method: 'rebuild',
    criteria: '検体が見つからないこと',
  });
  const back = (day: number, clock: string, ...keys: string[]) =>
    line([day, clock], 'desk', 'POST /api/respond/incidents/:id/recovery/move', { keys, state: 'restored' });
  await back(1, '21:00', 'srv-1', 'srv-2');
  await back(2, '05:30', 'srv-3', 'srv-4');
  await line([2, '06:10'], 'desk', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'yard',
    state: 'restored',
  });
  await line([2, '07:05'], 'desk', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'gate',
    state: 'restored',
  });
  // An earlier mark that turned up later is one more line and changes nothing that is known since.
  await line([1, '23:00'], 'desk', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'gate',
    state: 'contained',
  });

  const suspected = await line([0, '08:00', 'hour'], 'lead', 'POST /api/respond/incidents/:id/hypotheses', {
    text: '保守用の回線から入られた',
    cyber: true,
    minutes: 240,
  });
  await line(
    [8, '16:00'],
    'lead',
    'POST /api/respond/hypotheses/:id/settle',
    { state: 'supported', certainty: 'confirmed', outcome: '装置の記録に残っていた' },
    { id: suspected.id },
  );
  await line([2, '08:00'], 'lead', 'POST /api/respond/incidents/:id/headquarters/end', {
    reason: '再開した',
  });
  await paper.published([2, '07:45'], { audience: 'customers', kind: 'end', text: '搬出入を再開しました' });
  await expect(
    line([0, '05:00'], 'lead', 'POST /api/respond/incidents/:id/resolve', { note: '' }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'happened.at' }] } });
  await line([2, '07:55'], 'lead', 'POST /api/respond/incidents/:id/resolve', { note: '' });
  // The plan's report was a task, of which the paper says that it was done by telephone.
  const { tasks } = await stage.call('lead', 'GET /api/respond/incidents/:id/tasks');
  const [planned] = tasks.filter(({ state }) => state === 'open');
  expect(planned).toMatchObject({ dueAt: paper.at(0, '10:52') });
  await line(
    [0, '09:30'],
    'lead',
    'POST /api/respond/tasks/:id/end',
    { state: 'done', note: '電話で報告' },
    { id: planned?.id ?? '' },
  );
  await line([30, '10:00'], 'lead', 'POST /api/respond/incidents/:id/close', { note: '報告書を提出' });

  // Everything counts from when it happened.
  const incident = await stage.call('lead', 'GET /api/respond/incidents/:id');
  expect(incident).toMatchObject({
    state: 'closed',
    declaredAt: paper.at(0, '07:20'),
    resolvedAt: paper.at(2, '07:55'),
    closedAt: paper.at(30, '10:00'),
  });
  const { headquarters } = await stage.call('lead', 'GET /api/respond/incidents/:id/headquarters');
  expect(headquarters).toMatchObject({
    state: 'stoodDown',
    proposedAt: paper.at(0, '07:10'),
    setUpAt: paper.at(0, '07:15'),
    seconds: 23 * 60,
    met: true,
  });
  const { times } = await stage.call('lead', 'GET /api/respond/incidents/:id/times');
  expect(Object.fromEntries(times.map(({ which, at }) => [which, at]))).toMatchObject({
    occurred: paper.at(0, '06:30'),
    noticed: paper.at(0, '06:52'),
    restored: paper.at(2, '07:55'),
    declaredOver: paper.at(30, '10:00'),
  });
  expect(times.filter(({ outOfOrder }) => outOfOrder)).toEqual([]);
  const reports = await paper.reports();
  expect(reports.filter(({ overdue }) => overdue)).toEqual([]);
  expect(reports.map(({ submittedAt }) => submittedAt)).toContain(paper.at(0, '11:05'));
  const board = await stage.call('lead', 'GET /api/respond/incidents/:id/recovery');
  expect(board.burnDown.map(({ restored }) => restored)).toEqual([2, 4]);
  expect(board.classes).toMatchObject([{ completedAt: paper.at(2, '05:30') }]);
  const { growth } = await stage.call('lead', 'GET /api/respond/incidents/:id/recovery/plan');
  expect(growth.map(({ at, affected }) => [at, affected])).toEqual([
    [paper.at(0, '16:00'), 3],
    [paper.at(1, '11:00'), 4],
  ]);
  const { estimates } = await stage.call('lead', 'GET /api/respond/incidents/:id/facts');
  expect(
    estimates.find(({ input }) => input === 'expectedOutageMinutes')?.values.map((v) => v.value),
  ).toEqual([1440, 2160, 3000]);
  const { systems } = await stage.call('lead', 'GET /api/respond/incidents/:id/systems');
  expect(systems.map(({ asset, state }) => [asset, state]).toSorted()).toEqual([
    ['gate', 'restored'],
    ['yard', 'restored'],
  ]);
  const desk = await stage.call('pr', 'GET /api/respond/incidents/:id/desk');
  expect(desk.statements.map(({ sentAt }) => sentAt)).toEqual([
    paper.at(0, '08:00'),
    paper.at(1, '18:00'),
    paper.at(2, '07:45'),
  ]);
  expect(desk.owedEnds).toEqual([]);

  // The timeline reads in the order in which it happened, each line with who entered it and when.
  const lines = await paper.timeline();
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted());
  expect(lines.map(({ seq }) => seq)).not.toEqual(lines.map(({ seq }) => seq).toSorted((a, b) => a - b));
  expect(new Set(lines.map(({ seq }) => seq)).size).toBe((await stage.kinds()).length);
  const now = stage.house.clock.now();
  for (const { recordedAt } of lines)
    expect(Temporal.Instant.from(recordedAt).since(now).abs().total('hours')).toBeLessThan(1);
  expect(lines.find(({ kind }) => kind === 'headquarters.set-up')).toMatchObject({
    at: paper.at(0, '07:15'),
    actor: { personId: stage.idOf('lead') },
  });
  expect(await paper.calledNobody()).toBe(true);
});
