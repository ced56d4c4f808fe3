import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { lockIncident } from '../incidents/index.ts';
import { closeIncident, turnIncident } from '../lifecycle/turn-incident.ts';
import { choosePlan } from '../plans/choose-plan.ts';
import { assignTask, endTask, extendTask } from './end-task.ts';
import { openTask } from './open-task.ts';
import { endMatter, raiseTask } from './raise-task.ts';
import { runPlan } from './run-plan.ts';
import { lockTask } from './store.ts';
import { giveBack, reopenWithin } from './take-back.ts';
import { runOutTasks, timeOutTask } from './time-out-task.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const CLIENT = '018f0000-0000-7000-8000-000000000001';

async function staffed() {
  const room = await IncidentRoom.open(house);
  const open = (more: Partial<Parameters<typeof openTask>[2]> = {}) =>
    openTask(room.as('responder'), room.incidentId, { title: '弁を閉める', minutes: 10, ...more });
  return {
    room,
    open,
    tasks: () => room.rows('incident_task', 'number, title, state, person_id, note, matter'),
  };
}

test('a task is given with its time and told to whoever has it; a wrong person or party is refused by name', async () => {
  const { room, open, tasks } = await staffed();
  const { id } = await open({ personId: room.ids.head });
  expect(await tasks()).toMatchObject([{ number: 1, state: 'open', person_id: room.ids.head }]);
  expect(await room.timers('time-out-task')).toEqual([id]);
  expect(await room.rows('message', 'person_id, kind')).toEqual([{ person_id: room.ids.head, kind: 'task' }]);
  await expect(open({ personId: room.ids.outsider })).rejects.toMatchObject({
    details: { fields: [{ field: 'personId' }] },
  });
  await expect(open({ kind: 'request', party: 'nobody' })).rejects.toMatchObject({
    details: { fields: [{ field: 'party' }] },
  });
  expect(await tasks()).toHaveLength(1);
});

test('two given at once have numbers of their own; one that is sent twice at once is one; a failure leaves none', async () => {
  const { room, open, tasks } = await staffed();
  expect(await room.race(open, open)).toEqual({ won: 2, lost: [] });
  expect((await tasks()).map(({ number }) => number)).toEqual([1, 2]);
  const again = () => open({ clientId: CLIENT });
  expect(await room.race(again, again)).toEqual({ won: 2, lost: [] });
  expect(await tasks()).toHaveLength(3);
  await room.asItWas(() => open({ personId: room.ids.head }));
});

test('a task ends once: of two who end it at once the second is told; a failure leaves it open with its timer', async () => {
  const { room, open, tasks } = await staffed();
  const { id } = await open({ required: true });
  const end = (state: 'done' | 'cancelled', note: string) =>
    endTask(room.as('responder'), id, { state, note });
  await expect(end('cancelled', '不要')).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => end('done', ''));
  expect(
    await room.race(
      () => end('done', '一人目'),
      () => end('done', '二人目'),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
  expect(await room.kinds('task.ended')).toHaveLength(1);
  expect(await tasks()).toMatchObject([{ state: 'done' }]);
  expect(await room.timers('time-out-task')).toEqual([]);
});

test('what is ended while it is given away or prolonged stays ended or is given away first, never both unseen', async () => {
  const { room, open, tasks } = await staffed();
  const { id } = await open();
  const give = () => assignTask(room.as('commander'), id, room.ids.head);
  await room.asItWas(give);
  await expect(assignTask(room.as('commander'), id, room.ids.outsider)).rejects.toMatchObject({
    details: { fields: [{ field: 'personId' }] },
  });
  const more = () => extendTask(room.as('commander'), id, 30);
  await room.asItWas(more);
  expect(await room.race(give, more)).toEqual({ won: 2, lost: [] });
  expect(await tasks()).toMatchObject([{ person_id: room.ids.head, state: 'open' }]);
  const [due] = await room.rows('incident_task', 'due_at');
  expect(await room.rows('timer', 'due_at')).toContainEqual(due);
  const { won, lost } = await room.race(more, () =>
    endTask(room.as('responder'), id, { state: 'done', note: '' }),
  );
  // Prolonged and then ended; or ended, and then there is nothing to prolong.
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  expect(await tasks()).toMatchObject([{ state: 'done' }]);
  expect(await room.timers('time-out-task')).toEqual([]);
  await expect(give()).rejects.toMatchObject({ code: 'conflict' });
});

test('what is due is raised once, however often it is noticed, and ends with its matter', async () => {
  const { room, tasks } = await staffed();
  const { incidentId } = room;
  const raise = () =>
    room.within(async (tx) => {
      await lockIncident(tx.sql, incidentId);
      await raiseTask(tx, incidentId, { matter: 'report:1', title: { ja: '出す', en: 'Send' }, roles: [] });
    });
  await room.asItWas(raise);
  expect(await room.race(raise, raise)).toEqual({ won: 2, lost: [] });
  expect(await tasks()).toMatchObject([{ matter: 'report:1', state: 'open' }]);
  const settled = () => room.within((tx) => endMatter(tx, incidentId, 'report:1'));
  await room.asItWas(settled);
  expect(await room.race(settled, settled)).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('task.ended')).toHaveLength(1);
});

test('a task that goes on after all has its time again; whoever may not see the incident is not given one back', async () => {
  const { room, open, tasks } = await staffed();
  const { id } = await open();
  await endTask(room.as('responder'), id, { state: 'done', note: '' });
  const again = () =>
    room.within(async (tx) => {
      await lockIncident(tx.sql, room.incidentId);
      const task = await lockTask(tx.sql, id);
      if (task?.state === 'done') await reopenWithin(tx, task, 1);
    });
  await room.asItWas(again);
  expect(await room.race(again, again)).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('task.reopened')).toHaveLength(1);
  expect(await room.timers('time-out-task')).toEqual([id]);
  const back = (to: string) =>
    room.within(async (tx) => {
      const task = await lockTask(tx.sql, id);
      return task !== undefined && giveBack(tx, task, to, 1);
    });
  expect(await back(room.ids.outsider)).toBe(false);
  await room.asItWas(() => back(room.ids.head));
  expect(await back(room.ids.head)).toBe(true);
  expect(await tasks()).toMatchObject([{ state: 'open', person_id: room.ids.head }]);
});

test('a plan runs once: whoever runs it at the same moment opens nothing more', async () => {
  const { room, tasks } = await staffed();
  const run = () => runPlan(room.as('commander'), room.incidentId);
  await expect(run()).rejects.toMatchObject({ code: 'conflict' });
  await room.publishPlan();
  await choosePlan(room.as('commander'), room.incidentId, 'network');
  await room.asItWas(run);
  expect(await room.race(run, run)).toEqual({ won: 2, lost: [] });
  expect((await tasks()).map(({ title }) => title)).toEqual(['切り離す', '戻す']);
  expect(await run()).toEqual({ opened: 0 });
});

test('the time of a task runs out once, and what follows comes once; in a closed incident nothing does', async () => {
  const { room, open, tasks } = await staffed();
  const { id } = await open({ onTimeout: 'escalate' });
  const over = () => room.within((tx) => timeOutTask(tx, { taskId: id }));
  await room.asItWas(over);
  expect(await room.race(over, over)).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('task.timed-out')).toHaveLength(1);
  expect(await tasks()).toHaveLength(2);

  const { id: late } = await open();
  await turnIncident(room.as('commander'), room.incidentId, 'resolve', { note: '' });
  await closeIncident(room.as('commander'), room.incidentId, {
    cyber: { was: 'excluded', how: '故障' },
    left: { ministry: '基準に当たらない' },
  });
  await room.within((tx) => timeOutTask(tx, { taskId: late }));
  expect(await tasks()).toHaveLength(3);
  await expect(open()).rejects.toMatchObject({ code: 'conflict' });
});

test('ten that run out are one thing to decide on, with one call; it shrinks as they end and is over with the last', async () => {
  const { room, open, tasks } = await staffed();
  const opened = await Promise.all(Array.from({ length: 10 }, () => open({ onTimeout: 'escalate' })));
  house.clock.advance({ minutes: 11 });
  for (const { id } of opened) await room.within((tx) => timeOutTask(tx, { taskId: id }));
  const decisions = async () => (await tasks()).filter(({ matter }) => matter === 'decision');
  expect(await decisions()).toMatchObject([
    { state: 'open', title: '時間切れ：「弁を閉める」ほか9件の対応の判断' },
  ]);
  expect(await room.timers('summon-for-task')).toHaveLength(1);
  const [first, ...others] = opened;
  const end = (id = '') => endTask(room.as('responder'), id, { state: 'done', note: '' });
  await room.asItWas(() => end(first?.id));
  await end(first?.id);
  await extendTask(room.as('commander'), others[0]?.id ?? '', 30);
  expect(await decisions()).toMatchObject([{ title: '時間切れ：「弁を閉める」ほか7件の対応の判断' }]);
  const [one, two, ...rest] = others.slice(1);
  for (const { id } of rest) await end(id);
  // Two that end at once do not both leave it to the other.
  expect(
    await room.race(
      () => end(one?.id),
      () => end(two?.id),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await decisions()).toMatchObject([{ state: 'done' }]);
});

test('what runs out while an incident is resolved calls nobody; reopened, it runs out then', async () => {
  const { room, open } = await staffed();
  const { id } = await open({ onTimeout: 'escalate' });
  await turnIncident(room.as('commander'), room.incidentId, 'resolve', { note: '' });
  house.clock.advance({ minutes: 11 });
  await room.within((tx) => timeOutTask(tx, { taskId: id }));
  expect(await room.rows('incident_task', 'number')).toHaveLength(1);
  await house.clone.query('DELETE FROM timer WHERE org_id = $1', [room.orgId]);
  await turnIncident(room.as('commander'), room.incidentId, 'reopen', { note: '' });
  expect(await room.timers('run-out-tasks')).toEqual([room.incidentId]);
  const again = () => room.within((tx) => runOutTasks(tx, { incidentId: room.incidentId }));
  expect(await room.race(again, again)).toEqual({ won: 2, lost: [] });
  expect(await room.timers('time-out-task')).toEqual([id]);
});
