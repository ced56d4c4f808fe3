import { afterEach, beforeEach, expect, test } from 'vitest';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { MOST_ROUNDS } from '../../areas/respond/paging/rules.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { Mailbox } from '../mailbox.ts';
import { callRoute } from '../route-caller.ts';
import { Stage } from './played/staged.ts';

let stage: Stage;
let mailbox: Mailbox;
beforeEach(async () => {
  stage = await Stage.open();
  mailbox = await Mailbox.open();
  await stage.person('admin', 'administrator');
  await stage.person('commander', 'commander');
  await stage.person('chair', 'commander');
  await stage.person('lead', 'responder');
  await stage.person('deputy', 'responder');
  await configureChannel(stage.house.system(stage.orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
});
afterEach(async () => {
  await stage.close();
  await mailbox.close();
});

const to = (address: string, words = '') =>
  mailbox.next((mail) => mail.to === address && mail.text.includes(words));
const linkIn = (text: string): string => /http\S+\/answer\/[\w-]+/.exec(text)?.[0] ?? '';
const answer = async (text: string) => {
  const { http } = stage.house.assembly;
  if (!http) throw new Error('no server');
  return http.inject({ method: 'POST', url: new URL(linkIn(text)).pathname });
};
const roles = async () => (await stage.call('commander', 'GET /api/respond/incidents/:id/roles')).roles;
const pages = async () =>
  (
    await callRoute(stage.context('commander'), 'GET /api/respond/pages', {
      query: { incidentId: stage.incidentId },
    })
  ).pages;

async function plan(): Promise<void> {
  await stage.publish('admin', {
    key: 'outage',
    name: '停止時の計画',
    situation: 'network',
    activation: 'situation == "network"',
    roles: [
      { key: 'chair', name: '本部長', personId: stage.idOf('chair') },
      {
        key: 'site-lead',
        name: '現地責任者',
        personId: stage.idOf('lead'),
        deputyIds: [stage.idOf('deputy')],
      },
    ],
    bodies: [
      { kind: 'headquarters', name: '対策本部', chair: 'chair', members: ['site-lead'], place: '3階会議室' },
    ],
    levels: [{ level: 1, name: '重大', when: 'outageMinutes >= 30', convene: 'headquarters' }],
    templates: [{ key: 'first-word', subject: '第一報', text: '{record.title}' }],
    reports: [{ to: '親会社', when: 'severity >= 3', withinMinutes: 30, template: 'first-word' }],
    samples: [{ name: '見本', inputs: [{ input: 'situation', value: 'network' }] }],
    steps: [{ text: '現地を確認する', role: 'site-lead', limitMinutes: 10, onTimeout: 'escalate' }],
  });
}

test('a headquarters is proposed, and its chair is called; it is set up and each member is called, their deputy when they are silent, who takes the role up', async () => {
  await plan();
  await stage.declare('commander', {
    title: '制御網の停止',
    severity: 3,
    situation: 'network',
    page: false,
  });
  const called = to('chair@example.jp', '対策本部の設置の判断が必要です');
  await stage.call('commander', 'PUT /api/respond/incidents/:id/estimate', {
    input: 'outageMinutes',
    value: '45',
  });
  expect((await called).text).toContain('対策本部の設置の判断が必要です');
  const lead = to('lead@example.jp');
  await stage.call('commander', 'POST /api/respond/incidents/:id/headquarters', {});
  expect((await lead).text).toContain('役割「現地責任者」の担当をお願いします');
  expect(await stage.call('commander', 'GET /api/respond/incidents/:id/headquarters')).toMatchObject({
    headquarters: { room: '3階会議室' },
  });
  // Set up: nobody has to decide on the proposal any more.
  await stage.house.until(async () =>
    (await pages()).some(({ subject, state }) => subject.includes('設置の判断') && state === 'stopped'),
  );
  // Somebody else's click does not silence it.
  const { pages: ringing } = await callRoute(stage.context('commander'), 'GET /api/respond/pages', {
    query: { incidentId: stage.incidentId, state: 'seeking' },
  });
  expect(ringing.map(({ mayAnswer }) => mayAnswer)).not.toContain(true);
  for (const { id } of ringing)
    await expect(
      stage.call('commander', 'POST /api/respond/pages/:id/acknowledge', undefined, { id }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  const deputy = to('deputy@example.jp');
  stage.after({ seconds: 301 });
  await answer((await deputy).text);
  await stage.told('role.taken');
  expect((await roles()).find(({ role }) => role === 'site-lead')).toMatchObject({
    personId: stage.idOf('deputy'),
    attendedAt: expect.any(String),
  });
});

test('a task that runs out of time calls whoever decides; the whole plan is told of in one message to each', async () => {
  await plan();
  await stage.declare('commander', { title: '制御網の停止', severity: 3, situation: 'network', page: false });
  // What the plan says is to be reported is somebody's at once, with what is left of its time.
  const owed = async () =>
    (await stage.call('commander', 'GET /api/respond/incidents/:id/tasks')).tasks.filter(
      ({ title }) => title === '計画に基づく報告：親会社',
    );
  await stage.house.until(async () => (await owed()).length === 1);
  const told = to('lead@example.jp');
  await stage.call('commander', 'POST /api/respond/incidents/:id/tasks/run-plan');
  expect((await told).text).toContain('現地を確認する');
  const called = to('chair@example.jp', '時間切れ');
  stage.after({ minutes: 11 });
  const first = await called;
  expect(first.text).toContain('時間切れ：「現地を確認する」の対応の判断');
  await stage.house.until(async () =>
    (await pages()).some(
      ({ subjectKind, subject }) => subjectKind === 'summons' && subject.includes('時間切れ'),
    ),
  );
  // Resolved, nobody is called for it any more, unless whoever resolves it says so.
  const calls = async () => (await pages()).filter(({ subjectKind }) => subjectKind === 'summons');
  await stage.call('commander', 'POST /api/respond/incidents/:id/resolve', { keepCalling: true });
  await stage.told('incident.resolved');
  stage.after({ seconds: 1 });
  expect((await calls()).some(({ state }) => state === 'seeking' || state === 'exhausted')).toBe(true);
  await stage.call('commander', 'POST /api/respond/incidents/:id/reopen', {});
  await stage.call('commander', 'POST /api/respond/incidents/:id/resolve', {});
  await stage.house.until(async () =>
    (await calls()).every(({ state }) => state !== 'seeking' && state !== 'exhausted'),
  );
});

test('nobody answers: the administrators last, then everybody again after a pause, so often and no more', async () => {
  await setDuty(stage.house.system(stage.orgId), { personIds: [stage.idOf('lead')] });
  const mailed = (address: string, times: number) =>
    stage.house.until(async () => mailbox.mails.filter((mail) => mail.to === address).length === times);
  const told = (kind: string, times: number) =>
    stage.house.until(async () => (await stage.kinds()).filter((each) => each === kind).length === times);
  await stage.declare('commander', { title: '停止', severity: 3 });
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    await mailed('lead@example.jp', round);
    await told('page.accepted', round * 2 - 1);
    stage.after({ seconds: 301 });
    await mailed('admin@example.jp', round);
    await told('page.accepted', round * 2);
    stage.after({ seconds: 301 });
    await told('page.exhausted', round);
    stage.after({ minutes: 10, seconds: 1 });
  }
  stage.after({ hours: 2 });
  expect((await pages())[0]).toMatchObject({ state: 'exhausted' });
  expect((await stage.kinds()).filter((kind) => kind === 'page.exhausted')).toHaveLength(MOST_ROUNDS);
});

test('who was reached by telephone has answered; the messages they were sent stay what they were', async () => {
  await setDuty(stage.house.system(stage.orgId), { personIds: [stage.idOf('lead')] });
  const first = to('lead@example.jp');
  await stage.declare('commander', { title: '停止', severity: 3 });
  await first;
  await stage.told('page.accepted');
  const { id: runId } = await callRoute(stage.context('commander'), 'POST /api/prepare/call-runs', {
    body: { cause: 'systemFailure', drill: false, site: null, incidentId: stage.incidentId },
  });
  await callRoute(stage.context('commander'), 'PUT /api/prepare/call-runs/:id/call', {
    params: { id: runId },
    body: { position: 0, outcome: 'reached' },
  });
  await stage.told('page.acknowledged');
  expect((await pages())[0]).toMatchObject({ state: 'acknowledged', attempts: [{ state: 'accepted' }] });
});

test('many detections are one incident: told by people, put to it by hand, and merged', async () => {
  await stage.declare('commander', { title: '一つ目', severity: 2, page: false });
  const first = stage.incidentId;
  await stage.declare('commander', { title: '二つ目', severity: 2, page: false });
  const second = stage.incidentId;
  const noticed = stage.house.clock.now().subtract({ minutes: 20 });
  await stage.call('lead', 'POST /api/respond/incidents/:id/detections', {
    route: 'contractorMaintenance',
    text: '定期保守のスキャンで検出',
    at: noticed.toString(),
  });
  const { times } = await stage.call('commander', 'GET /api/respond/incidents/:id/times');
  expect(times.find(({ which }) => which === 'noticed')?.at).toBe(noticed.toString());
  const { id: taskId } = await stage.call('commander', 'POST /api/respond/incidents/:id/tasks', {
    title: '確かめる',
  });
  const merge = (intoId: string) =>
    stage.call('commander', 'POST /api/respond/incidents/:id/merge', { intoId }, { id: second });
  await expect(merge(first)).rejects.toMatchObject({
    details: { fields: [{ field: 'tasks.1' }] },
  });
  await stage.call('commander', 'POST /api/respond/tasks/:id/end', { state: 'done' }, { id: taskId });
  await expect(merge(second)).rejects.toMatchObject({ code: 'invalid' });
  await merge(first);
  stage.incidentId = first;
  const { links } = await stage.call('commander', 'GET /api/respond/incidents/:id/links');
  expect(links).toMatchObject([{ id: second, how: 'sameEvent' }]);
  expect(
    await callRoute(stage.context('commander'), 'GET /api/respond/incidents/:id', { params: { id: second } }),
  ).toMatchObject({ state: 'closed' });
  // What is closed is not worked on: it is reopened first.
  await expect(
    stage.call('commander', 'POST /api/respond/incidents/:id/tasks', { title: 'x' }, { id: second }),
  ).rejects.toMatchObject({ code: 'conflict' });
});
