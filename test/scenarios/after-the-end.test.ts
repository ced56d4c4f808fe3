import { afterEach, beforeEach, expect, test } from 'vitest';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { type Mail, Mailbox } from '../mailbox.ts';
import { callRoute } from '../route-caller.ts';
import { Stage } from './played/staged.ts';

let stage: Stage;
let mailbox: Mailbox;
beforeEach(async () => {
  stage = await Stage.open();
  mailbox = await Mailbox.open();
  await stage.person('admin', 'administrator');
  for (const name of ['commander', 'chair']) await stage.person(name, 'commander');
  for (const name of ['lead', 'other']) await stage.person(name, 'responder');
  await configureChannel(stage.house.system(stage.orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
  await setDuty(stage.house.system(stage.orgId), {
    personIds: ['lead', 'other'].map((name) => stage.idOf(name)),
  });
});
afterEach(async () => {
  await stage.close();
  await mailbox.close();
});

/** The next mail to somebody that says these words, after those that are there. */
const next = (name: string, words = '') => {
  const before = new Set(mailbox.mails);
  return mailbox.next(
    (mail) => !before.has(mail) && mail.to === `${name}@example.jp` && mail.text.includes(words),
  );
};
const answer = async ({ text }: Mail) => {
  const { http } = stage.house.assembly;
  const { pathname } = new URL(/http\S+\/answer\/[\w-]+/.exec(text)?.[0] ?? '');
  return (await http?.inject({ method: 'POST', url: pathname }))?.statusCode;
};
const pages = async () =>
  (
    await callRoute(stage.context('commander'), 'GET /api/respond/pages', {
      query: { incidentId: stage.incidentId },
    })
  ).pages;
const calling = async () =>
  (await pages()).filter(({ state }) => state === 'seeking' || state === 'exhausted').length;
const called = (n: number) => stage.house.until(async () => (await calling()) === n);
const quiet = () => called(0);
const turn = (how: 'resolve' | 'reopen', body: object = {}) =>
  stage.call('commander', `POST /api/respond/incidents/:id/${how}`, body);
const close = () =>
  stage.call('commander', 'POST /api/respond/incidents/:id/close', {
    cyber: { was: 'excluded', how: '故障' },
    left: { ministry: '基準に当たらない' },
  });
const count = async (kind: string) => (await stage.kinds()).filter((each) => each === kind).length;
const times = (kind: string, n: number) => stage.house.until(async () => (await count(kind)) === n);

test('resolved before anybody answered, an answer is no answer; reopened, they are called again, and once only', async () => {
  const first = next('lead');
  await stage.declare('commander', { title: '停止', severity: 3 });
  const mail = await first;
  await turn('resolve');
  await quiet();
  expect(await answer(mail)).toBe(410);
  await turn('reopen');
  await called(1);
  // The link of then stays what it was; the page of now is theirs to answer, once.
  expect(await answer(mail)).toBe(410);
  const [page] = (await pages()).filter(({ state }) => state === 'seeking');
  const take = () =>
    callRoute(stage.context('lead'), 'POST /api/respond/pages/:id/acknowledge', {
      params: { id: page?.id ?? '' },
    });
  await take();
  await expect(take()).rejects.toMatchObject({ code: 'conflict' });
  await stage.told('page.acknowledged');
  // Whoever has taken it is not called for it once more.
  await turn('resolve');
  await turn('reopen');
  await times('incident.reopened', 2);
  stage.after({ minutes: 1 });
  await stage.call('commander', 'POST /api/respond/incidents/:id/timeline', { text: '続き' });
  expect([await count('page.started'), await calling()]).toEqual([2, 0]);
});

test('what is closed is reopened to write something down, and nobody is called for that', async () => {
  const first = next('lead');
  await stage.declare('commander', { title: '停止', severity: 3 });
  await first;
  await turn('resolve');
  await quiet();
  await close();
  await turn('reopen');
  stage.after({ minutes: 1 });
  await stage.call('commander', 'POST /api/respond/incidents/:id/timeline', { text: '追記' });
  await times('timeline.noted', 1);
  expect([await count('page.started'), await calling()]).toEqual([1, 0]);
});

test('a headquarters nobody has decided on and a role nobody has taken call again once the incident goes on', async () => {
  await stage.publish('admin', {
    key: 'outage',
    name: '停止時の計画',
    situation: 'network',
    activation: 'situation == "network"',
    roles: [
      { key: 'chair', name: '本部長', personId: stage.idOf('chair'), deputyIds: [stage.idOf('commander')] },
    ],
    bodies: [{ kind: 'headquarters', name: '対策本部', chair: 'chair' }],
    levels: [{ level: 1, name: '重大', when: 'outageMinutes >= 30', convene: 'headquarters' }],
    samples: [{ name: '見本', inputs: [{ input: 'situation', value: 'network' }] }],
    steps: [{ text: '現地を確認する', role: 'chair' }],
  });
  await stage.declare('commander', { title: '制御網の停止', severity: 3, situation: 'network', page: false });
  const decide = next('chair', '設置の判断');
  await stage.call('commander', 'PUT /api/respond/incidents/:id/estimate', {
    input: 'outageMinutes',
    value: '45',
  });
  await decide;
  const take = next('other', '役割');
  await stage.call('commander', 'PUT /api/respond/incidents/:id/roles', {
    role: 'site',
    name: '現地',
    personId: stage.idOf('other'),
  });
  const role = await take;
  await turn('resolve', { keepCalling: true });
  await times('page.stopped', 1);
  // Calls for roles were to go on: that one is the same, and is answered.
  expect(await calling()).toBe(1);
  await turn('reopen');
  await called(2);
  expect(await answer(role)).toBe(200);
  await stage.told('page.acknowledged');
  await turn('resolve');
  await quiet();
  await stage.call('commander', 'POST /api/respond/incidents/:id/headquarters/end', { reason: '不要' });
  await turn('reopen');
  stage.after({ minutes: 1 });
  expect(await calling()).toBe(0);
});

test('merged into another incident, its page is answered by nobody any more, and what it goes on as is paged as before', async () => {
  await stage.declare('commander', { title: '一つ目', severity: 3, page: false });
  const into = stage.incidentId;
  const first = next('lead');
  await stage.declare('commander', { title: '二つ目', severity: 3 });
  const mail = await first;
  await stage.call('commander', 'POST /api/respond/incidents/:id/merge', { intoId: into });
  await quiet();
  expect(await answer(mail)).toBe(410);
  await expect(turn('reopen')).rejects.toMatchObject({ code: 'conflict' });
});
