import { afterEach, beforeEach, expect, test } from 'vitest';
import { callRoute } from '../route-caller.ts';
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
  for (const [key, name] of [
    ['relay', '中継網'],
    ['register', '加入者の登録装置'],
  ] as const)
    await callRoute(stage.context('lead'), 'PUT /api/prepare/assets', {
      body: { key, kind: 'system', name },
    });
  await stage.keep('lead', 'outlets', {
    key: 'phone',
    name: '放送への連絡',
    audiences: ['customers', 'public'],
  });
  await stage.keep('lead', 'parties', {
    key: 'maker',
    kind: 'supplier',
    name: '装置の製造元',
    email: 'maker@example.jp',
  });
});
afterEach(() => stage.close());

test('two and a half days without service after own work at night, entered two weeks later, resolved twice and closed', async () => {
  const paper = new Paper(stage, 15);
  const line = paper.line.bind(paper);

  // 01:35 a relay is exchanged as planned; the way back makes it worse.
  const made = await line(
    [0, '02:05'],
    'lead',
    'POST /api/respond/incidents',
    { title: '設備交換後の通信障害', severity: 4, situation: 'network' },
    {},
  );
  stage.incidentId = made.id;
  for (const [which, clock] of [
    ['occurred', '01:35'],
    ['noticed', '01:50'],
    ['recognised', '02:00'],
  ] as const)
    await stage.call('lead', 'POST /api/respond/incidents/:id/times', { which, at: paper.at(0, clock) });
  const back = await line([0, '02:30'], 'desk', 'POST /api/respond/incidents/:id/changes', {
    title: '設定を元に戻す',
    skipped: '夜間の二重確認',
    rollback: '新しい設定に戻す',
    permanentFix: '切替手順の見直し',
    expiresAt: paper.at(1, '00:00'),
  });
  await stage.call('second', 'POST /api/respond/changes/:id/turn', { turn: 'approve' }, { id: back.id });
  await expect(
    line([0, '02:10'], 'desk', 'POST /api/respond/changes/:id/turn', { turn: 'apply' }, { id: back.id }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'happened.at' }] } });
  await line([0, '02:52'], 'desk', 'POST /api/respond/changes/:id/turn', { turn: 'apply' }, { id: back.id });
  await line(
    [0, '15:00', 'about'],
    'desk',
    'POST /api/respond/changes/:id/turn',
    { turn: 'rollBack', note: '登録が集中し、かえって悪化した' },
    { id: back.id },
  );

  // The headquarters stood after an hour, late against its five minutes; the role of its leader passed on by day.
  await line([0, '02:50'], 'lead', 'POST /api/respond/incidents/:id/headquarters', { briefMinutes: 30 });
  await line([0, '03:00'], 'lead', 'PUT /api/respond/incidents/:id/roles', {
    role: 'leader',
    name: '指揮',
    personId: stage.idOf('lead'),
  });
  await line([0, '11:00'], 'lead', 'POST /api/respond/incidents/:id/roles/offer', {
    role: 'leader',
    toId: stage.idOf('second'),
  });
  await line([0, '12:00'], 'second', 'POST /api/respond/incidents/:id/roles/take', { role: 'leader' });
  await expect(
    line([0, '11:30'], 'lead', 'PUT /api/respond/incidents/:id/roles', {
      role: 'leader',
      name: '指揮',
      personId: stage.idOf('lead'),
    }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'happened.at' }] } });

  // Systems, who asked whom, what came in by telephone.
  await line([0, '02:10'], 'desk', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'relay',
    state: 'affected',
  });
  await line([0, '04:00'], 'desk', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'register',
    state: 'affected',
  });
  const asked = await line([0, '05:00'], 'desk', 'POST /api/respond/incidents/:id/tasks', {
    title: '登録装置の輻輳の解消方法を調べる',
    kind: 'request',
    party: 'maker',
    minutes: 60,
  });
  await line(
    [0, '09:30'],
    'desk',
    'POST /api/respond/tasks/:id/end',
    { state: 'done', note: '電話で回答：流量を絞る' },
    { id: asked.id },
  );
  const question = await line([0, '08:15'], 'desk', 'POST /api/respond/incidents/:id/inquiries', {
    cameFrom: '利用者',
    question: '緊急通報は使えるか',
  });
  await line(
    [0, '08:20'],
    'pr',
    'POST /api/respond/inquiries/:id/answer',
    { answer: '固定電話か公衆電話をお使いください' },
    { id: question.id },
  );
  await stage.call(
    'head',
    'POST /api/respond/inquiries/:id/approve',
    { answer: '固定電話か公衆電話をお使いください' },
    { id: question.id },
  );

  // The ministry wants the first word at once and the rest within thirty days.
  await line([0, '02:20'], 'lead', 'POST /api/respond/incidents/:id/reports', { regime: 'telecom' });
  await line([0, '02:20'], 'lead', 'POST /api/respond/incidents/:id/reports/not-owed', {
    regime: 'ministry',
    reason: '電気通信の報告に含む',
  });
  const due = async (stage: string) =>
    (await paper.reports()).find((each) => each.stage === stage && each.state === 'due');
  const first = await due('first');
  await line([0, '03:30'], 'lead', 'POST /api/respond/reports/:id/submit', {}, { id: String(first?.id) });
  const final = await due('final');
  expect(final?.dueAt).toBe(paper.at(30, '02:00'));
  await line([14, '18:00'], 'lead', 'POST /api/respond/reports/:id/submit', {}, { id: final?.id ?? '' });
  await line(
    [14, '19:00'],
    'lead',
    'PUT /api/respond/reports/:id',
    { receipt: '総-12' },
    { id: final?.id ?? '' },
  );

  // Told, promised, missed, told again.
  await paper.published([0, '03:00'], {
    audience: 'public',
    kind: 'start',
    text: 'つながりにくくなっています',
  });
  await paper.published([1, '11:00'], { audience: 'public', kind: 'update', text: '作業は終わりました' });

  // Over when the work was done, so they thought; it went on for a day.
  await line([1, '17:30'], 'second', 'POST /api/respond/incidents/:id/resolve', {
    note: '復旧作業を終えた',
    left: { systems: '確認を続ける' },
  });
  await expect(
    line([1, '16:00'], 'second', 'POST /api/respond/incidents/:id/reopen', { note: '' }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'happened.at' }] } });
  await line([1, '20:10'], 'second', 'POST /api/respond/incidents/:id/reopen', {
    note: '東側でまだつながらない',
  });
  await line([2, '05:00'], 'desk', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'relay',
    state: 'restored',
  });
  await line([2, '15:00'], 'desk', 'PUT /api/respond/incidents/:id/systems', {
    asset: 'register',
    state: 'restored',
  });
  await line([2, '15:00'], 'second', 'PUT /api/respond/incidents/:id/rating', {
    continuity: 4,
    safety: 3,
    trust: 4,
  });
  await line([2, '15:10'], 'second', 'PUT /api/respond/incidents/:id/recovery/cause', {
    cause: 'ownAction',
    note: '流量を絞り、段階的に登録させた',
  });
  await line([2, '15:36'], 'second', 'POST /api/respond/incidents/:id/resolve', {
    note: '全国で平常に戻った',
  });
  await paper.published([2, '15:40'], { audience: 'public', kind: 'end', text: '全国で復旧しました' });
  await line([2, '16:00'], 'second', 'POST /api/respond/incidents/:id/headquarters/end', { reason: '復旧' });
  await line([14, '20:00'], 'second', 'POST /api/respond/incidents/:id/close', {
    note: '',
    cyber: { was: 'excluded', how: '自らの作業の記録と一致した' },
  });

  const incident = await stage.call('lead', 'GET /api/respond/incidents/:id');
  expect(incident).toMatchObject({
    state: 'closed',
    resolvedAt: paper.at(2, '15:36'),
    closedAt: paper.at(14, '20:00'),
  });
  // 62 hours and a minute from the work to the end, by the record alone.
  const { times } = await stage.call('lead', 'GET /api/respond/incidents/:id/times');
  const at = (which: string) => Temporal.Instant.from(times.find((time) => time.which === which)?.at ?? '');
  expect(at('restored').since(at('occurred')).total('minutes')).toBe(62 * 60 + 1);
  expect(times.filter(({ outOfOrder }) => outOfOrder)).toEqual([]);
  const { headquarters } = await stage.call('lead', 'GET /api/respond/incidents/:id/headquarters');
  expect(headquarters).toMatchObject({ state: 'stoodDown', seconds: 3_600, met: false });
  const { roles } = await stage.call('lead', 'GET /api/respond/incidents/:id/roles');
  expect(roles).toMatchObject([
    {
      role: 'leader',
      personId: stage.idOf('second'),
      since: paper.at(0, '12:00'),
      attendedAt: paper.at(0, '12:00'),
    },
  ]);
  expect((await paper.reports()).map(({ overdue }) => overdue)).not.toContain(true);
  const { changes } = await stage.call('lead', 'GET /api/respond/incidents/:id/changes');
  expect(changes).toMatchObject([{ state: 'rolledBack', changedAt: paper.at(0, '15:00') }]);
  const lines = await paper.timeline();
  expect(lines.map((each) => each.at)).toEqual(lines.map((each) => each.at).toSorted());
  expect(
    lines
      .filter(({ kind }) => kind.startsWith('incident.re') || kind === 'incident.closed')
      .map(({ kind, at: happened }) => [kind, happened]),
  ).toEqual([
    ['incident.resolved', paper.at(1, '17:30')],
    ['incident.reopened', paper.at(1, '20:10')],
    ['incident.resolved', paper.at(2, '15:36')],
    ['incident.closed', paper.at(14, '20:00')],
  ]);
  expect(
    lines.find(({ kind, body }) => kind === 'change.turned' && body['state'] === 'rolledBack'),
  ).toMatchObject({
    precision: 'about',
  });
  expect(await paper.calledNobody()).toBe(true);
});
