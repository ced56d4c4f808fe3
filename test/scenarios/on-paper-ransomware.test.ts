import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Body, callRoute } from '../route-caller.ts';
import { arrowsOf, draftOfStage, heldAgainstRecord, missingFrom } from './played/drafted.ts';
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
  // Its case is drafted by then, which is its last line.
  await stage.told('case.opened');
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

  // What was drafted from it says all of that and nothing else.
  const { document, findings } = await draftOfStage(stage, 'lead');
  expect(missingFrom(document, FACTS)).toEqual([]);
  expect(await heldAgainstRecord(stage, document)).toEqual({ missing: [], invented: [] });
  expect(document.causeGroup).toBe('cyberAttack');
  expect(arrowsOf(document)).toEqual([
    '対応部門 → 利用者 (report): 発表（発生、続報、終了）',
    '対応部門 → JPCERT/CC・ISAC (report): 第一報を提出',
    '対応部門 → 所管省庁・国家サイバー統括室（情報連絡） (report): 第一報、確報を提出',
    '対応部門 → 警察（サイバー窓口） (report): 第一報を提出',
    '対応部門 → 個人情報保護委員会 (report): 第一報、確報を提出',
    '対応部門 → 搬出入の受付 (act): 復旧を確認',
    '対応部門 → 置き場の管理 (act): 復旧を確認',
  ]);
  // What is left to do is a writer's: lessons, measures, answers; how people worded the record is a hint.
  expect(
    findings.filter(
      ({ severity, path }) => severity === 'error' && !/^(lessons|questions|sections\.measures$)/.test(path),
    ),
  ).toEqual([]);
});

/** Every fact of the paper, and the words by which one claim of the draft tells it. */
const FACTS = {
  'the gate stopped about half past six and the night shift saw it at 06:52': ['検知：発生から約20分'],
  'the night shift saw it': ['検知時、「夜勤が受付に入れないことに気付いた」との検知があった（職員）'],
  'it was declared at 07:20, severity 3': ['検知から28分後、インシデントとして宣言した（深刻度：3）'],
  'it was recognised at 08:30': ['認識：発生から約2時間'],
  'it lasted two days and an hour': ['復旧：発生から約2日1時間25分'],
  'the end': ['終了：発生から約30日3時間30分'],
  'the gate was hit, contained and back': [
    '「搬出入の受付」は、検知から48分後に「影響あり」、検知から1日16時間8分後に「封じ込め」、検知から約2日後に「復旧」',
  ],
  'so was the yard': [
    '「置き場の管理」は、検知から1時間13分後に「影響あり」、検知から1日23時間18分後に「復旧」',
  ],
  'a network fault turned out to be ransomware': [
    '検知から1時間38分後、事態の種別を「ネットワーク障害」から「ランサムウェア」に変更した（根拠：プリンターから脅迫文が出た）',
  ],
  'the plan': ['対応計画「ランサムウェア」を適用した'],
  'how many services stopped': ['「停止した重要サービスの数」の見積もりは、検知から18分後に1'],
  'a leak was possible': ['「個人データの漏えい」の見積もりは、検知から3時間8分後におそれあり'],
  'a headquarters was proposed at 07:10': [
    '検知から18分後、対応計画の基準により、「対策本部」の設置が提案された（段階：2）',
  ],
  'and stood at 07:15, within its thirty minutes': [
    '検知から23分後、「対策本部」を設置した（目標30分を達成）',
  ],
  'its chair': ['役割「本部長」の担当を定めた（経営層）'],
  'its technician': ['役割「技術」の担当を定めた'],
  'the field': ['検知から2時間8分後、役割「現場」の担当を定めた'],
  'it moved at noon': [
    '検知から5時間8分後、本部の運営を変更した（場所：災害対策室、経営層への報告は60分ごと）',
  ],
  'it stood down': ['検知から約2日1時間後、本部を解散した（理由：再開した）'],
  'the management decided to stop taking goods in': [
    '検知から2時間18分後、「搬入を止めるか」について、「止めて手書きで搬出だけ続ける」と決定した（決定：経営層）',
  ],
  'the lines were cut, late': [
    '検知から2時間23分後、「通信を遮断する」を指示した（検知から2時間48分後に完了、期限を超過）',
  ],
  'the report of the plan was given by telephone': [
    '「計画に基づく報告：所管省庁」を指示した（検知から2時間38分後に完了、期限内、内容：電話で報告）',
  ],
  'the police': ['「警察（サイバー窓口）」に第一報を提出した（起算：認識、受付番号：受-77）'],
  'the ministry': ['検知から4時間13分後', '「所管省庁・国家サイバー統括室（情報連絡）」に第一報を提出した'],
  'the CSIRT': ['「JPCERT/CC・ISAC」に第一報を提出した（起算：検知'],
  'the commission, in time': ['「個人情報保護委員会」に第一報を提出した（起算：認識、期限内'],
  'the final reports': [
    '検知から約24日8時間後、「所管省庁・国家サイバー統括室（情報連絡）」に確報を提出した',
    '「個人情報保護委員会」に確報を提出した（起算：認識、期限内',
  ],
  'the first forecast was missed': [
    '発生から約6時間の時点の見込み：発生から約1日で終了（実際は約1日1時間25分遅い）',
  ],
  'so was the second': [
    '発生から約13時間30分の時点の見込み：発生から約1日12時間で終了（実際は約13時間25分遅い）',
  ],
  'the third was kept': ['発生から約1日2時間30分の時点の見込み：発生から約2日2時間で終了（見込みどおり）'],
  'customers were told at 08:00': [
    '検知から1時間8分後、利用者に対し「搬出入を止めています」と発表した（発生、手段：電話連絡網、承認2件、次の続報の予定：検知から2時間8分後）',
  ],
  'and the day after': ['検知から1日11時間8分後、利用者に対し「再開は明後日の予定です」と発表した（続報'],
  'and of the end_': ['利用者に対し「搬出入を再開しました」と発表した（終了'],
  'four servers': ['検知から6時間8分後、4台を復旧の対象とした'],
  'one backup was looked at, late': [
    '検知から7時間8分後、「バックアップの検査」を指示した（検知から1日3時間48分後に完了、期限を超過）',
    '「バックアップの検査」の点検対象を1台とした',
  ],
  'and was infected': [
    '検知から1日3時間28分後、「バックアップの検査」で1台の結果を「検出」とした（検体あり）',
  ],
  'it grew from three to four': ['検知から9時間8分後に3台、検知から1日4時間8分後に4台'],
  'the gate was built anew': [
    '検知から1日5時間8分後、「搬出入の受付」の復旧方法を「再構築」とした（基準：検体が見つからないこと）',
  ],
  'two servers a day came back': [
    '検知から1日14時間8分後に「復旧」2台、検知から1日22時間38分後に「復旧」2台',
  ],
  'a way in was suspected from the first hour, and found': [
    '「保守用の回線から入られた」との仮説が支持された（根拠：装置の記録に残っていた、検知から約1時間後に立てた仮説）',
  ],
  'it was over': ['検知から約2日1時間後、復旧したと判断した'],
  'it was closed with a report': ['検知から約30日3時間後、対応を終了した（報告書を提出）'],
} as const;
