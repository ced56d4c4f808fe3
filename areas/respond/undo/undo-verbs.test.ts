import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { keepEntry } from '../../prepare/register-kinds/keep-entry.ts';
import { record } from '../../record.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import { rateIncident } from '../incidents/rate-incident.ts';
import { readLanes } from '../lanes/read-lanes.ts';
import { topicOf } from '../paging/rules.ts';
import { stopSummons, summonForTask, summonHolder } from '../paging/summon.ts';
import { assignRole } from '../staffing/assign-role.ts';
import { attend } from '../staffing/hand-over-role.ts';
import { assignTask, endTask } from '../tasks/end-task.ts';
import { openTask } from '../tasks/open-task.ts';
import { timeOutTask } from '../tasks/time-out-task.ts';
import { addEntry } from '../timeline/add-entry.ts';
import { amendEntry } from '../timeline/amend-entry.ts';
import { certaintiesOf, entriesOf } from '../timeline/rules.ts';
import type { UndoWanted } from './schema.ts';
import { undoDeed } from './undo-deed.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

type Who = Parameters<IncidentRoom['as']>[0];
const CLIENT = '018f0000-0000-7000-8000-000000000001';

async function staffed() {
  const room = await IncidentRoom.open(house);
  const undo = (who: Who, deed: UndoWanted['deed'], of: string, which = '') =>
    undoDeed(room.as(who), { deed, of, which });
  const lines = () => room.within(({ sql }) => linesOfIncident(sql, room.incidentId));
  return { room, undo, lines, last: async () => (await lines()).at(-1) };
}

async function opened(
  more: { title: string; kind?: 'request'; party?: string },
  all: Awaited<ReturnType<typeof staffed>> | undefined = undefined,
) {
  const here = all ?? (await staffed());
  const { room } = here;
  const { id } = await openTask(room.as('responder'), room.incidentId, { ...more, clientId: CLIENT });
  return { ...here, id };
}

describe('a task', () => {
  async function given() {
    const all = await staffed();
    const { id } = await openTask(all.room.as('responder'), all.room.incidentId, {
      title: '弁を閉める',
      minutes: 10,
    });
    const end = (who: Who = 'responder') => endTask(all.room.as(who), id, { state: 'done', note: '' });
    return { ...all, id, end, task: () => all.room.rows('incident_task', 'state, person_id, ended_by') };
  }

  test('that was ended by mistake goes on with its time, and the record says who took what back', async () => {
    const { room, id, end, undo, task, lines, last } = await given();
    await end();
    expect(await room.timers('time-out-task')).toEqual([]);
    await room.asItWas(() => undo('responder', 'taskEnded', id));
    await undo('responder', 'taskEnded', id);
    expect(await task()).toMatchObject([{ state: 'open', ended_by: null }]);
    expect(await room.timers('time-out-task')).toEqual([id]);
    const ended = (await lines()).find(({ kind }) => kind === 'task.ended');
    expect(await last()).toMatchObject({
      kind: 'task.reopened',
      corrects: ended?.seq,
      actorId: room.ids.responder,
    });
  });

  test('is taken back once, by who ended it, within the time, and not in a closed incident', async () => {
    const { room, id, end, undo, task } = await given();
    await expect(undo('responder', 'taskEnded', id)).rejects.toMatchObject({ code: 'conflict' });
    await end();
    await expect(undo('commander', 'taskEnded', id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(undo('head', 'taskEnded', id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(undo('responder', 'taskEnded', CLIENT)).rejects.toMatchObject({ code: 'not-found' });
    const again = () => undo('responder', 'taskEnded', id);
    expect(await room.race(again, again)).toEqual({ won: 1, lost: ['conflict'] });
    expect(await room.kinds('task.reopened')).toHaveLength(1);
    await end();
    const late = room.as('responder');
    await expect(
      undoDeed({ ...late, now: late.now.add({ minutes: 11 }) }, { deed: 'taskEnded', of: id, which: '' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await task()).toMatchObject([{ state: 'done' }]);
  });

  test('that was opened by mistake is over, with its time and its notice, unless somebody took it up', async () => {
    const { room, undo, last } = await staffed();
    const open = (clientId: string) =>
      openTask(room.as('responder'), room.incidentId, {
        title: '弁を開ける',
        minutes: 10,
        personId: room.ids.head,
        clientId,
      });
    const back = (clientId = CLIENT, who: Who = 'responder') =>
      undo(who, 'taskOpened', room.incidentId, clientId);
    await open(CLIENT);
    await expect(back('x')).rejects.toMatchObject({ code: 'conflict' });
    await expect(back(CLIENT, 'commander')).rejects.toMatchObject({ code: 'conflict' });
    await room.asItWas(() => back());
    expect(
      await room.race(
        () => back(),
        () => back(),
      ),
    ).toEqual({ won: 1, lost: ['conflict'] });
    expect(await room.rows('incident_task', 'state')).toEqual([{ state: 'cancelled' }]);
    expect(await room.timers('time-out-task')).toEqual([]);
    expect(await room.rows('message', 'state')).toEqual([{ state: 'withdrawn' }]);
    const opened = await room.kinds('task.opened');
    expect([(await last())?.kind, (await last())?.corrects !== null, opened.length]).toEqual([
      'task.ended',
      true,
      1,
    ]);
    const other = CLIENT.replace(/1$/, '2');
    const { id } = await open(other);
    await assignTask(room.as('commander'), id, room.ids.chief);
    await expect(back(other)).rejects.toMatchObject({ code: 'conflict' });
  });

  test.each(['request.answered', 'sweep.hosts-added', 'sweep.reported'] as const)(
    'that was opened by mistake stays where somebody did something for it since: %s',
    async (kind) => {
      const { room, undo, id } = await opened({ title: '調べる' });
      const body = { taskId: id, number: 1, title: '調べる', party: '', answer: '', done: false };
      const said =
        kind === 'request.answered' ? body : { ...body, count: 1, result: 'clean', keys: ['pc-1'], note: '' };
      await room.within(async (tx) => record(tx, kind, { incidentId: room.incidentId, body: said }));
      await expect(undo('responder', 'taskOpened', room.incidentId, CLIENT)).rejects.toMatchObject({
        details: { detail: { en: expect.stringContaining('changed since') } },
      });
      expect(await room.rows('incident_task', 'state')).toEqual([{ state: 'open' }]);
    },
  );

  test('that asks a party stays once the party has the request, and is over where it had not left', async () => {
    const all = await staffed();
    const { room, undo } = all;
    await keepEntry(room.system(), 'parties', 0, {
      key: 'maker',
      name: '機器ベンダー',
      kind: 'supplier',
      email: 'maker@example.jp',
    });
    const back = () => undo('responder', 'taskOpened', room.incidentId, CLIENT);
    await opened({ title: '調べる', kind: 'request', party: 'maker' }, all);
    const states = () => room.rows('message', 'state');
    const move = (from: string, to: string) =>
      house.clone.query('UPDATE message SET state = $3 WHERE org_id = $1 AND state = $2', [
        room.orgId,
        from,
        to,
      ]);
    await move('queued', 'accepted');
    await expect(back()).rejects.toMatchObject({
      code: 'conflict',
      details: { detail: { ja: expect.stringContaining('社外に送信済み') } },
    });
    expect(await room.rows('incident_task', 'state')).toEqual([{ state: 'open' }]);
    await move('accepted', 'queued');
    await back();
    expect(await room.rows('incident_task', 'state')).toEqual([{ state: 'cancelled' }]);
    expect(await states()).toEqual([{ state: 'withdrawn' }]);
  });

  test('that had run out is to be decided on again', async () => {
    const { room, undo } = await staffed();
    const { id } = await openTask(room.as('responder'), room.incidentId, {
      title: '水を止める',
      minutes: 10,
      onTimeout: 'escalate',
    });
    await room.within((tx) => timeOutTask(tx, { taskId: id }));
    await endTask(room.as('responder'), id, { state: 'done', note: '' });
    await undo('responder', 'taskEnded', id);
    const open = await room.rows('incident_task', 'state, matter');
    expect(open.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(open.filter(({ matter }) => matter !== '')).toHaveLength(1);
    expect(await room.kinds('task.timed-out')).toHaveLength(1);
  });

  test('that people were called for goes on with its call, unless somebody had answered it', async () => {
    const { room, id, end, undo } = await given();
    await assignTask(room.as('commander'), id, room.ids.chief);
    const call = (again?: true) =>
      room.within((tx) => summonForTask(tx, { taskId: id, ...(again && { again }) }));
    const endAndBack = async () => {
      house.clock.advance({ seconds: 1 });
      await end();
      await room.within((tx) => stopSummons(tx, { incidentId: room.incidentId, topic: topicOf.task(id) }));
      await house.clone.query(`DELETE FROM timer WHERE kind = 'summon-for-task'`);
      await undo('responder', 'taskEnded', id);
      expect(await room.timers('summon-for-task')).toEqual([id]);
      await call(true);
    };
    const states = async () => (await room.rows('page', 'state')).map(({ state }) => String(state)).sort();
    await endAndBack();
    expect(await states(), 'nobody had been called for it').toEqual([]);
    await call();
    await endAndBack();
    expect(await states()).toEqual(['seeking', 'stopped']);
    await house.clone.query(
      `UPDATE page SET state = 'acknowledged' WHERE org_id = $1 AND state = 'seeking'`,
      [room.orgId],
    );
    await endAndBack();
    expect(await states()).toEqual(['acknowledged', 'stopped']);
  });

  test('that was ended by mistake goes on with its call where the end comes to it last', async () => {
    const { room, id, end, undo } = await given();
    await assignTask(room.as('commander'), id, room.ids.chief);
    await room.within((tx) => summonForTask(tx, { taskId: id }));
    const stop = () =>
      room.within((tx) => stopSummons(tx, { incidentId: room.incidentId, topic: topicOf.task(id) }));
    const states = async () => (await room.rows('page', 'state')).map(({ state }) => state);
    house.clock.advance({ seconds: 1 });
    await end();
    await undo('responder', 'taskEnded', id);
    await room.within((tx) => summonForTask(tx, { taskId: id, again: true }));
    await stop();
    expect(await states()).toEqual(['seeking']);
    // What settles it after that settles it.
    house.clock.advance({ seconds: 1 });
    await end();
    await stop();
    expect(await states()).toEqual(['stopped']);
  });

  test('that was given to the wrong person says so to whoever was told, and nothing to who was not', async () => {
    const { room, id, undo } = await given();
    const give = () => assignTask(room.as('responder'), id, room.ids.head);
    const back = () => undo('responder', 'taskAssigned', id);
    const mails = async () =>
      (await room.rows('message', 'person_id, state, text')).map(({ person_id, state, text }) => [
        person_id,
        state,
        String(text).includes('取り消されました'),
      ]);
    const { head } = room.ids;
    await give();
    await back();
    expect(await mails()).toEqual([[head, 'withdrawn', false]]);
    await give();
    await house.clone.query(`UPDATE message SET state = 'accepted' WHERE org_id = $1 AND state = 'queued'`, [
      room.orgId,
    ]);
    await back();
    expect((await mails()).toSorted()).toEqual([
      [head, 'accepted', false],
      [head, 'queued', true],
      [head, 'withdrawn', false],
    ]);
  });

  test('that is given again to who was about to be told otherwise is told once', async () => {
    const { room, id, undo } = await given();
    const { head } = room.ids;
    const give = (to = head) => assignTask(room.as('responder'), id, to);
    const back = () => undo('responder', 'taskAssigned', id);
    const states = async () => (await room.rows('message', 'state')).map(({ state }) => state);
    const sent = () =>
      house.clone.query(`UPDATE message SET state = 'accepted' WHERE org_id = $1 AND state = 'queued'`, [
        room.orgId,
      ]);
    // Given on and given again before the first word left.
    await give();
    await give(room.ids.chief);
    await give();
    expect(await states()).toEqual(['queued', 'queued']);
    await sent();
    // They have heard of it, and not yet that it was taken back.
    await back();
    await give();
    expect(await states()).toEqual(['accepted', 'accepted', 'withdrawn']);
    // They have heard of both: they are told again.
    await back();
    await sent();
    await give();
    expect((await states()).toSorted()).toEqual(['accepted', 'accepted', 'accepted', 'queued', 'withdrawn']);
    // Given elsewhere for a time and then to them again, later: they are told again too.
    await sent();
    await give(room.ids.chief);
    await sent();
    await give();
    expect((await states()).filter((state) => state === 'queued')).toHaveLength(1);
  });

  test('that was taken back from somebody is not taken back from them again where they had not heard of it since', async () => {
    const { room, id, undo } = await given();
    const sent = () =>
      house.clone.query(`UPDATE message SET state = 'accepted' WHERE org_id = $1 AND state = 'queued'`, [
        room.orgId,
      ]);
    const give = async (by: Who) => {
      await assignTask(room.as(by), id, room.ids.chief);
      await sent();
      await undo(by, 'taskAssigned', id);
      await sent();
      const texts = await room.rows('message', 'text');
      return texts.map(({ text }) => String(text).includes('取り消されました')).toSorted();
    };
    expect(await give('responder')).toEqual([false, true]);
    expect(await give('chief')).toEqual([false, true]);
    expect(await give('responder')).toEqual([false, false, true, true]);
  });

  test('that was given to the wrong person is given back, unless it was given on meanwhile', async () => {
    const { room, id, undo, task, last } = await given();
    const give = (who: Who, to: Who) => assignTask(room.as(who), id, room.ids[to]);
    await give('responder', 'head');
    await room.asItWas(() => undo('responder', 'taskAssigned', id));
    await undo('responder', 'taskAssigned', id);
    expect(await task()).toMatchObject([{ person_id: null }]);
    expect(await last()).toMatchObject({
      kind: 'task.assigned',
      body: { personId: null, from: room.ids.head },
    });
    await give('responder', 'head');
    const raced = await room.race(
      () => undo('responder', 'taskAssigned', id),
      () => give('commander', 'chief'),
    );
    // Taken back and then given, or given and then not taken back: what the commander decided stands either way.
    expect(raced.lost.every((code) => code === 'conflict')).toBe(true);
    expect(await task()).toMatchObject([{ person_id: room.ids.chief }]);
    await expect(undo('responder', 'taskAssigned', id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await task()).toMatchObject([{ person_id: room.ids.chief }]);
  });
});

describe('a role', () => {
  test('goes back to who held it, as they held it; a new one is nobody’s again', async () => {
    const { room, undo, last } = await staffed();
    const give = (to: Who) =>
      assignRole(room.as('commander'), room.incidentId, {
        role: 'recorder',
        name: '記録',
        personId: room.ids[to],
      });
    const roles = () => room.rows('incident_role', 'person_id, attended_at, since');
    const back = () => undo('commander', 'roleAssigned', room.incidentId, 'recorder');
    await give('responder');
    await room.asItWas(back);
    await back();
    expect(await roles()).toEqual([]);
    expect(await last()).toMatchObject({ kind: 'role.released', body: { toId: null } });
    await give('responder');
    await attend(room.as('responder'), room.incidentId, 'recorder');
    const before = await roles();
    await give('head');
    expect(await room.race(back, back)).toEqual({ won: 1, lost: ['conflict'] });
    expect(await roles()).toEqual(before);
    expect(await last()).toMatchObject({ kind: 'role.released', body: { toId: room.ids.responder } });
    await give('head');
    await attend(room.as('head'), room.incidentId, 'recorder');
    await expect(back()).rejects.toMatchObject({ code: 'conflict' });
  });

  test('that leads is not taken from the only one who has it; it is given to another instead', async () => {
    const { room, undo } = await staffed();
    const give = (to: Who) =>
      assignRole(room.as('commander'), room.incidentId, {
        role: 'commander',
        name: '指揮',
        personId: room.ids[to],
      });
    const back = () => undo('commander', 'roleAssigned', room.incidentId, 'commander');
    const leads = async () => (await room.rows('incident_role', 'person_id'))[0]?.['person_id'];
    await give('head');
    await expect(back()).rejects.toMatchObject({
      code: 'conflict',
      details: { detail: { en: expect.stringContaining('no commander') } },
    });
    expect(await leads()).toBe(room.ids.head);
    await give('chief');
    await back();
    expect(await leads()).toBe(room.ids.head);
  });

  test('that leads is taken back where the incident is led by the other that does', async () => {
    const { room, undo } = await staffed();
    await room.publishPlan();
    await room.declare();
    const give = (role: string, to: Who) =>
      assignRole(room.as('commander'), room.incidentId, { role, name: role, personId: room.ids[to] });
    await house.clone.query('DELETE FROM incident_role WHERE org_id = $1', [room.orgId]);
    const back = (role: string) => undo('commander', 'roleAssigned', room.incidentId, role);
    await give('commander', 'chief');
    await give('chair', 'head');
    await back('commander');
    expect(await room.rows('incident_role', 'role')).toEqual([{ role: 'chair' }]);
    await expect(back('chair')).rejects.toMatchObject({
      details: { detail: { en: expect.stringContaining('no commander') } },
    });
  });

  test('that is still to be taken up goes on with its call, whatever an earlier end of one comes late', async () => {
    const { room } = await staffed();
    const { incidentId } = room;
    const role = 'recorder';
    const give = (to: Who) =>
      assignRole(room.as('commander'), incidentId, { role, name: '記録', personId: room.ids[to] });
    const stop = () => room.within((tx) => stopSummons(tx, { incidentId, topic: topicOf.role(role) }));
    const states = async () => (await room.rows('page', 'state')).map(({ state }) => state);
    await give('responder');
    await attend(room.as('responder'), incidentId, role);
    await give('head');
    await room.within((tx) => summonHolder(tx, { incidentId, role }));
    await stop();
    expect(await states()).toEqual(['seeking']);
    await attend(room.as('head'), incidentId, role);
    await stop();
    expect(await states()).toEqual(['stopped']);
  });

  test('that goes back to somebody who has not come yet has them called again; else nobody is called', async () => {
    const { room, undo } = await staffed();
    const key = `${room.incidentId} recorder`;
    const give = (to: Who) =>
      assignRole(room.as('commander'), room.incidentId, {
        role: 'recorder',
        name: '記録',
        personId: room.ids[to],
      });
    const calledBy = async (act: () => Promise<void>) => {
      await house.clone.query(`DELETE FROM timer WHERE kind IN ('summon-holder', 'stop-summons')`);
      await act();
      return { called: await room.timers('summon-holder'), stopped: await room.timers('stop-summons') };
    };
    const back = () => undo('commander', 'roleAssigned', room.incidentId, 'recorder');
    await give('responder');
    await give('head');
    expect(await calledBy(back)).toEqual({ called: [key], stopped: [] });
    await attend(room.as('responder'), room.incidentId, 'recorder');
    await give('head');
    expect(await calledBy(back)).toEqual({ called: [], stopped: [`${room.incidentId} role:recorder`] });
  });
});

test('severity goes back to what it was, and stays where somebody changed it meanwhile', async () => {
  const { room, undo, last } = await staffed();
  const to = (who: Who, severity: number) => changeIncident(room.as(who), room.incidentId, { severity });
  const back = () => undo('commander', 'incidentChanged', room.incidentId);
  const severity = async () => (await room.rows('incident', 'severity'))[0]?.['severity'];
  await to('commander', 4);
  await room.asItWas(back);
  await back();
  expect([await severity(), (await last())?.kind]).toEqual([3, 'incident.changed']);
  await to('commander', 4);
  const raced = await room.race(back, () => to('chief', 2));
  expect(raced.lost.every((code) => code === 'conflict')).toBe(true);
  expect(await severity()).toBe(2);
  // Changed once more by the same person on another device: the first toast does not take the second change back.
  await to('commander', 4);
  house.clock.advance({ seconds: 30 });
  await to('commander', 0);
  const earlier = { deed: 'incidentChanged', of: room.incidentId, which: '', ago: 30_000 } as const;
  await expect(undoDeed(room.as('commander'), earlier)).rejects.toMatchObject({ code: 'conflict' });
  expect(await severity()).toBe(0);
  await undoDeed(room.as('commander'), { ...earlier, ago: 0 });
  expect(await severity()).toBe(4);
  await rateIncident(room.as('commander'), room.incidentId, { continuity: 1, safety: 1, trust: 1 });
  await expect(back()).rejects.toMatchObject({ code: 'conflict' });
  expect(await severity()).toBe(1);
});

test('a note that is struck stays in the record and counts for nothing, until it is corrected', async () => {
  const { room, undo, lines } = await staffed();
  const { incidentId } = room;
  await addEntry(room.as('responder'), incidentId, {
    text: '圧力が下がった',
    precision: 'minute',
    is: 'event',
    figure: true,
    certainty: 'confirmed',
    clientId: CLIENT,
  });
  const back = (who: Who = 'responder') => undo(who, 'noteAdded', incidentId, CLIENT);
  await expect(back('commander')).rejects.toMatchObject({ code: 'conflict' });
  await expect(undo('responder', 'noteAdded', incidentId, '.*')).rejects.toMatchObject({ code: 'conflict' });
  await room.asItWas(back);
  expect(await room.race(back, back)).toEqual({ won: 1, lost: ['conflict'] });
  const told = await lines();
  const note = told.find(({ kind }) => kind === 'timeline.noted');
  expect(note?.body).toMatchObject({ text: '圧力が下がった' });
  expect(entriesOf(told)).toEqual([]);
  expect(certaintiesOf(told).confirmed).toBe(0);
  const latest = async () =>
    (await readLanes(room.as('commander'))).lanes.find(({ id }) => id === incidentId)?.room?.latest;
  expect(await latest()).toEqual([]);
  await amendEntry(room.as('responder'), incidentId, note?.seq ?? 0, 'correct', { text: '圧力が戻った' });
  expect(entriesOf(await lines())).toMatchObject([{ text: '圧力が戻った' }]);
  expect(await latest()).toMatchObject([{ text: '圧力が戻った' }]);
});

test('whoever is named in a note that is struck before they were told is told by the note that is written in its place', async () => {
  const { room, undo } = await staffed();
  const write = (text: string, clientId: string) =>
    addEntry(room.as('responder'), room.incidentId, {
      text,
      precision: 'minute',
      mentions: [room.ids.head],
      clientId,
    });
  const told = async () =>
    (await room.rows('message', 'state, text')).map(({ state, text }) => [
      state,
      String(text).includes('南棟') ? 'right' : 'wrong',
    ]);
  await write('@head 北棟へ', CLIENT);
  await undo('responder', 'noteAdded', room.incidentId, CLIENT);
  await write('@head 南棟へ', CLIENT.replace(/1$/, '2'));
  await write('@head 南棟へ、急ぎ', CLIENT.replace(/1$/, '3'));
  expect((await told()).toSorted()).toEqual([
    ['queued', 'right'],
    ['withdrawn', 'wrong'],
  ]);
});

test('whoever was told of a note that is struck hears of the next that names them, however soon', async () => {
  const { room, undo } = await staffed();
  const write = (text: string, clientId: string) =>
    addEntry(room.as('responder'), room.incidentId, {
      text,
      precision: 'minute',
      mentions: [room.ids.head],
      clientId,
    });
  await write('@head 北棟へ', CLIENT);
  await house.clone.query(`UPDATE message SET state = 'accepted' WHERE org_id = $1`, [room.orgId]);
  await undo('responder', 'noteAdded', room.incidentId, CLIENT);
  await write('@head 南棟へ', CLIENT.replace(/1$/, '2'));
  await write('@head 南棟へ、急ぎ', CLIENT.replace(/1$/, '3'));
  expect((await room.rows('message', 'state')).map(({ state }) => state).toSorted()).toEqual([
    'accepted',
    'queued',
  ]);
});

test('a note is struck with its own messages, and with those of no other incident', async () => {
  const { room, undo } = await staffed();
  const first = room.incidentId;
  await room.declare({ title: '別の停電' });
  const named = (incidentId: string) =>
    addEntry(room.as('responder'), incidentId, {
      text: '@head',
      precision: 'minute',
      mentions: [room.ids.head],
      clientId: CLIENT,
    });
  await named(first);
  await named(room.incidentId);
  await undo('responder', 'noteAdded', first, CLIENT);
  const left = await house.clone.query<{ incident_id: string; state: string }>(
    `SELECT incident_id, state FROM message WHERE org_id = $1`,
    [room.orgId],
  );
  expect(new Map(left.map(({ incident_id, state }) => [incident_id, state]))).toEqual(
    new Map([
      [first, 'withdrawn'],
      [room.incidentId, 'queued'],
    ]),
  );
});
