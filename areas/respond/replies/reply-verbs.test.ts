import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { keepAsset } from '../../prepare/assets/keep-asset.ts';
import { keepEntry } from '../../prepare/register-kinds/keep-entry.ts';
import { draftBriefNow } from '../headquarters/draft-brief.ts';
import { sendBrief } from '../headquarters/send-brief.ts';
import { beginSweep } from '../sweeps/begin-sweep.ts';
import { sweepReported } from '../sweeps/schema.ts';
import { endTask } from '../tasks/end-task.ts';
import { openTask } from '../tasks/open-task.ts';
import { answerReply, reportByLink } from './answer-link.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function asked() {
  const room = await IncidentRoom.open(house);
  await keepEntry(room.system(), 'parties', 0, {
    key: 'maker',
    name: 'メーカー',
    kind: 'contractor',
    email: 'night@maker.example.jp',
  });
  const notice = async () => String((await room.rows('message', 'id'))[0]?.['id']);
  return {
    room,
    notice,
    request: () =>
      openTask(room.as('responder'), room.incidentId, {
        title: '見てほしい',
        kind: 'request',
        party: 'maker',
        minutes: 60,
      }),
    answer: (id: string, answer: string, done: boolean) => answerReply(room.system(), id, { answer, done }),
    tasks: () => room.rows('incident_task', 'state, note'),
  };
}

test('a request is answered until it is done, and done once', async () => {
  const { room, notice, request, answer, tasks } = await asked();
  await request();
  const id = await notice();
  await answer(id, '30分で折り返します', false);
  await room.asItWas(() => answer(id, '直った', true));
  expect(
    await room.race(
      () => answer(id, '直った', true),
      () => answer(id, '直しました', true),
    ),
  ).toEqual({
    won: 1,
    lost: ['gone'],
  });
  expect(await tasks()).toMatchObject([{ state: 'done' }]);
  expect(await room.kinds('task.ended', 'request.answered')).toEqual([
    'request.answered',
    'task.ended',
    'request.answered',
  ]);
  await expect(answer(id, 'また', false)).rejects.toMatchObject({ code: 'gone' });
});

test('answered by its link and ended in the room at once, one of them ends it', async () => {
  const { room, notice, request, answer, tasks } = await asked();
  const { id: taskId } = await request();
  const id = await notice();
  const { won, lost } = await room.race(
    () => answer(id, '直った', true),
    () => endTask(room.as('responder'), taskId, { state: 'cancelled', note: '不要' }),
  );
  expect([won, lost.length, await room.kinds('task.ended')]).toEqual([1, 1, ['task.ended']]);
  expect(['gone', 'conflict']).toContain(lost[0]);
  expect(await tasks()).toHaveLength(1);
});

test('a brief is read once by its link, however often it is opened', async () => {
  const { room, notice, answer } = await asked();
  await draftBriefNow(room.as('commander'), room.incidentId);
  const [brief] = await room.rows('brief', 'id');
  await sendBrief(room.as('commander'), String(brief?.['id']), { text: '状況', readerIds: [room.ids.head] });
  const id = await notice();
  await room.asItWas(() => answer(id, '', true));
  expect(
    await room.race(
      () => answer(id, '', true),
      () => answer(id, '', true),
    ),
  ).toEqual({ won: 1, lost: ['gone'] });
  expect(await room.kinds('brief.read')).toHaveLength(1);
});

test('who was asked for a sweep tells of its hosts while it goes on', async () => {
  const { room, notice } = await asked();
  for (const key of ['a', 'b']) await keepAsset(room.system(), { key, kind: 'host', name: key });
  const { id: taskId } = await beginSweep(room.as('responder'), room.incidentId, {
    title: '全台点検',
    hosts: { keys: ['a', 'b'] },
    party: 'maker',
    minutes: 60,
  });
  const id = await notice();
  const report = (keys: string[]) =>
    reportByLink(room.system(), id, sweepReported.parse({ keys, result: 'clean' }));
  await room.asItWas(() => report(['a']));
  expect(
    await room.race(
      () => report(['a']),
      () => report(['a', 'b']),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('sweep_item', 'asset_key, result, reported_by')).toMatchObject([
    { result: 'clean' },
    { result: 'clean' },
  ]);
  await endTask(room.as('responder'), taskId, { state: 'done', note: '' });
  await expect(report(['a'])).rejects.toMatchObject({ code: 'gone' });
});
