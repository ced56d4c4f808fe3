import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Body, callRoute, type Reply } from '../route-caller.ts';
import { Stage } from './played/staged.ts';

/** What commits the organisation: reports, changes, answers, resuming; each by who may, and as it was approved. */
let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('commander', 'commander');
  await stage.person('chief', 'commander');
  await stage.person('pr', 'public-relations');
  await stage.person('desk', 'customer-desk');
  await stage.person('site', 'site-staff');
  await stage.declare('commander', {
    title: '個人データの流出',
    severity: 3,
    situation: 'dataLeak',
    page: false,
  });
});
afterEach(() => stage.close());

type Report = Reply<'GET /api/respond/incidents/:id/reports'>['reports'][number];
const reports = () => stage.call('commander', 'GET /api/respond/incidents/:id/reports');
const one = async (regime: string, part: string, number = 1): Promise<Report> => {
  const found = (await reports()).reports.find(
    (each) => each.regime === regime && each.stage === part && each.number === number,
  );
  if (!found) throw new Error(`no ${regime} ${part} ${number}`);
  return found;
};
const open = (body: Body<'POST /api/respond/incidents/:id/reports'>) =>
  stage.call('commander', 'POST /api/respond/incidents/:id/reports', body);
const recognised = () =>
  stage.call('commander', 'POST /api/respond/incidents/:id/times', {
    which: 'recognised',
    at: stage.house.clock.now().toString(),
  });
const titles = async (state?: string) =>
  (await stage.call('commander', 'GET /api/respond/incidents/:id/tasks')).tasks
    .filter((task) => state === undefined || task.state === state)
    .map(({ title }) => title);

test('a leak seems owed to the commission; the reminder and the missed day each become somebody’s task', async () => {
  expect((await reports()).owed).toEqual(['ministry', 'privacy', 'police', 'csirt']);
  await recognised();
  await open({ regime: 'privacy' });
  expect((await reports()).owed).toEqual(['ministry', 'police', 'csirt']);
  stage.after({ hours: 73 });
  await stage.told('report.due-soon');
  expect(await titles()).toContainEqual(expect.stringContaining('期限間近：個人情報保護委員会 第一報'));
  stage.after({ hours: 72 });
  await stage.told('report.overdue');
  expect(await titles()).toContainEqual(expect.stringContaining('期限超過：個人情報保護委員会 第一報'));
  // It goes out: whoever was asked for it has nothing to do any more, and nobody decides on what is done.
  await stage.call(
    'commander',
    'POST /api/respond/reports/:id/submit',
    {},
    {
      id: (await one('privacy', 'first')).id,
    },
  );
  expect(await titles('open')).toEqual([]);
  stage.after({ hours: 2 });
  expect(await titles('open')).toEqual([]);
});

test('a wrongful purpose suspected later gives the final report its sixty days; follow-ups and receipts come as they do', async () => {
  await recognised();
  const began = stage.house.clock.now();
  await open({ regime: 'privacy' });
  await expect(open({ regime: 'privacy' })).rejects.toMatchObject({ code: 'conflict' });
  await open({ regime: 'privacy', wrongful: true });
  expect((await one('privacy', 'final')).dueAt).toBe(began.add({ hours: 60 * 24 }).toString());
  const first = await one('privacy', 'first');
  const submit = (name: string, id: string) =>
    stage.call(name, 'POST /api/respond/reports/:id/submit', {}, { id });
  await expect(submit('site', first.id)).rejects.toThrow('report.submit');
  await submit('pr', first.id);
  await stage.call('pr', 'PUT /api/respond/reports/:id', { receipt: '受付 R8-1234' }, { id: first.id });
  expect(await one('privacy', 'first')).toMatchObject({ state: 'submitted', receipt: '受付 R8-1234' });
  for (const number of [1, 2]) {
    await stage.call('commander', 'POST /api/respond/incidents/:id/reports/follow-up', {
      regime: 'privacy',
      dueAt: began.add({ hours: 240 }).toString(),
    });
    expect(await one('privacy', 'followUp', number)).toMatchObject({ state: 'due' });
  }
  await expect(
    stage.call('commander', 'POST /api/respond/incidents/:id/reports/follow-up', { regime: 'telecom' }),
  ).rejects.toMatchObject({ code: 'invalid' });
  // By when the ministry wants it no law says: it is noted, and the clock runs.
  await open({ regime: 'ministry' });
  const due = began.add({ hours: 30 }).toString();
  await stage.call(
    'commander',
    'PUT /api/respond/reports/:id',
    { dueAt: due },
    {
      id: (await one('ministry', 'first')).id,
    },
  );
  expect((await one('ministry', 'first')).dueAt).toBe(due);
});

test('the final report of NIS2 runs from when the notification went out', async () => {
  await stage.call('commander', 'POST /api/respond/incidents/:id/times', {
    which: 'judgedSignificant',
    at: stage.house.clock.now().toString(),
  });
  await open({ regime: 'nis2' });
  stage.after({ hours: 50 });
  const sent = stage.house.clock.now();
  await stage.call(
    'commander',
    'POST /api/respond/reports/:id/submit',
    {},
    {
      id: (await one('nis2', 'followUp')).id,
    },
  );
  expect((await one('nis2', 'final')).dueAt).toBe(
    sent.toZonedDateTimeISO('UTC').add({ months: 1 }).toInstant().toString(),
  );
});

test('what the authorities are not told yet is not told on a report', async () => {
  await recognised();
  await open({ regime: 'police' });
  await stage.call('commander', 'POST /api/respond/incidents/:id/withheld', {
    term: '取引先の名',
    audience: 'authorities',
    reason: '本人の同意を待つ',
  });
  await expect(
    stage.call(
      'commander',
      'POST /api/respond/reports/:id/submit',
      { text: '取引先の名を含む' },
      {
        id: (await one('police', 'first')).id,
      },
    ),
  ).rejects.toMatchObject({ code: 'invalid' });
});

test('a way back that reads otherwise is approved anew; an expiry may be shortened; what ran out is somebody’s task', async () => {
  const until = stage.house.clock.now().add({ hours: 10 });
  const { id } = await stage.call('site', 'POST /api/respond/incidents/:id/changes', {
    title: '照合を飛ばす',
    rollback: '元の設定に戻す',
    expiresAt: until.toString(),
    permanentFix: '検索条件を加える',
  });
  const turn = (name: string, word: Body<'POST /api/respond/changes/:id/turn'>['turn'], note = '') =>
    stage.call(name, 'POST /api/respond/changes/:id/turn', { turn: word, note }, { id });
  const amend = (body: Body<'PUT /api/respond/changes/:id'>) =>
    stage.call('site', 'PUT /api/respond/changes/:id', body, { id });
  const change = async () =>
    (await stage.call('commander', 'GET /api/respond/incidents/:id/changes')).changes[0];
  await turn('commander', 'approve');
  await amend({ rollback: '再起動する', expiresAt: until.toString(), permanentFix: '検索条件を加える' });
  expect(await change()).toMatchObject({ state: 'proposed', approvedBy: null });
  await expect(turn('site', 'apply')).rejects.toMatchObject({ code: 'conflict' });
  await turn('commander', 'approve');
  await turn('site', 'apply', '遅延は解消');
  await amend({
    rollback: '再起動する',
    expiresAt: stage.house.clock.now().add({ hours: 1 }).toString(),
    permanentFix: '',
  });
  stage.after({ hours: 1, seconds: 1 });
  await stage.told('change.expired');
  expect(await titles()).toContainEqual(expect.stringContaining('応急措置「照合を飛ばす」の期限超過'));
  await turn('site', 'rollBack', '戻した');
  expect((await change())?.outcome).toBe('遅延は解消\n戻した');
  await expect(amend({ rollback: '', expiresAt: null, permanentFix: '' })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('nothing is resolved over an open health check, which is not taken back in passing', async () => {
  const { id } = await stage.call('commander', 'POST /api/respond/incidents/:id/tasks', {
    title: '帳簿の整合を確かめる',
    kind: 'healthCheck',
  });
  const resolve = () => stage.call('commander', 'POST /api/respond/incidents/:id/resolve', {});
  const resumed = (name: string) =>
    stage.call(name, 'POST /api/respond/incidents/:id/times', {
      which: 'resumed',
      at: stage.house.clock.now().toString(),
    });
  const end = (name: string, body: Body<'POST /api/respond/tasks/:id/end'>) =>
    stage.call(name, 'POST /api/respond/tasks/:id/end', body, { id });
  await expect(resolve()).rejects.toThrow('帳簿の整合');
  await expect(resumed('commander')).rejects.toThrow('帳簿の整合');
  await expect(resumed('site')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(end('site', { state: 'cancelled', note: '不要' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(end('commander', { state: 'cancelled' })).rejects.toMatchObject({ code: 'invalid' });
  await end('site', { state: 'done', note: '一致した' });
  await resumed('commander');
  await resolve();
});

test('an inquiry is answered in words a second person approved; approved words are given again at once', async () => {
  const ask = async (question: string) =>
    String(
      (
        await stage.call('desk', 'POST /api/respond/incidents/:id/inquiries', {
          cameFrom: '利用者',
          question,
        })
      ).id,
    );
  const [first, second] = [await ask('使えますか'), await ask('まだ使えませんか')];
  const answer = (id: string, text: string) =>
    stage.call('pr', 'POST /api/respond/inquiries/:id/answer', { answer: text }, { id });
  const approve = (name: string, id: string, text: string) =>
    stage.call(name, 'POST /api/respond/inquiries/:id/approve', { answer: text }, { id });
  const inquiries = async () =>
    (await stage.call('commander', 'GET /api/respond/incidents/:id/desk')).inquiries.toReversed();
  await answer(first ?? '', '復旧の見込みは17時です');
  await expect(approve('pr', first ?? '', '復旧の見込みは17時です')).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(approve('commander', first ?? '', '別の文')).rejects.toMatchObject({ code: 'conflict' });
  expect((await inquiries())[0]).toMatchObject({ state: 'proposed' });
  await approve('commander', first ?? '', '復旧の見込みは17時です');
  await answer(second ?? '', '復旧の見込みは17時です');
  expect(await inquiries()).toMatchObject([{ state: 'answered' }, { state: 'answered' }]);
  await expect(answer(second ?? '', '復旧しました')).rejects.toMatchObject({ code: 'conflict' });
});

test('a draft is withdrawn, and nobody is asked for it any more; the status page refuses what is restricted', async () => {
  await stage.keep('chief', 'outlets', { key: 'status-page', name: '状況', audiences: ['customers'] });
  const { id } = await stage.call('pr', 'POST /api/respond/incidents/:id/statements', {
    audience: 'customers',
    kind: 'start',
    outlet: 'status-page',
    text: '不具合を調べています',
  });
  const waiting = async () =>
    (await callRoute(stage.context('chief'), 'GET /api/respond/mine', {})).approvals;
  expect(await waiting()).toHaveLength(1);
  for (const name of ['commander', 'pr'])
    await stage.call(
      name,
      'POST /api/respond/statements/:id/approve',
      {
        text: '不具合を調べています',
        outlet: 'status-page',
      },
      { id },
    );
  await stage.call('commander', 'PUT /api/respond/incidents/:id/restriction', { restricted: true });
  await callRoute(stage.context('commander'), 'POST /api/respond/incidents/:id/shares', {
    params: { id: stage.incidentId },
    body: { personId: stage.idOf('pr') },
  });
  await expect(stage.call('pr', 'POST /api/respond/statements/:id/send', {}, { id })).rejects.toMatchObject({
    code: 'invalid',
  });
  await stage.call('pr', 'DELETE /api/respond/statements/:id', undefined, { id });
  expect(await waiting()).toHaveLength(0);
});

test('a correction may move a note in time and make it an event; once rated, the level follows the rating', async () => {
  const at = stage.house.clock.now().subtract({ minutes: 30 });
  await stage.event('commander', '二つ目の事象');
  await stage.note('commander', '検索が止まった');
  const seq = (await stage.notes('commander')).at(-1)?.seq ?? 0;
  await stage.call(
    'commander',
    'POST /api/respond/incidents/:id/timeline/:seq/correct',
    {
      text: '検索が止まった',
      at: at.toString(),
      precision: 'hour',
      is: 'event',
      figure: true,
    },
    { id: stage.incidentId, seq },
  );
  expect((await stage.figure('commander')).event.map((line) => line.replace(/ .*: /, ' '))).toEqual([
    '1 検索が止まった',
    '2 二つ目の事象',
  ]);
  await stage.call('commander', 'PUT /api/respond/incidents/:id/rating', {
    continuity: 4,
    safety: 1,
    trust: 2,
  });
  const change = (body: Body<'PUT /api/respond/incidents/:id'>) =>
    stage.call('commander', 'PUT /api/respond/incidents/:id', body);
  const { title } = await stage.call('commander', 'GET /api/respond/incidents/:id');
  await change({ title: '流出', seen: { title } });
  await expect(change({ title: '別の題', seen: { title } })).rejects.toMatchObject({
    code: 'conflict',
    details: { fields: [{ field: 'title' }] },
  });
  await expect(change({ title: '別の題', seen: {} })).rejects.toThrow(/value you read/);
  await expect(change({ severity: 1, seen: { severity: 4 } })).rejects.toMatchObject({ code: 'invalid' });
  expect(await stage.call('commander', 'GET /api/respond/incidents/:id')).toMatchObject({
    title: '流出',
    severity: 4,
    rating: { continuity: 4, safety: 1, trust: 2 },
  });
});
