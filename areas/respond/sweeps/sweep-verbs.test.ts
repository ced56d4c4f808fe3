import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { keepAsset } from '../../prepare/assets/keep-asset.ts';
import { endTask } from '../tasks/end-task.ts';
import { beginSweep, widenSweep } from './begin-sweep.ts';
import { reportSweep } from './report-sweep.ts';
import { type SweepReported, sweepReported } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function staffed() {
  const room = await IncidentRoom.open(house);
  for (const key of ['a', 'b', 'c']) await keepAsset(room.system(), { key, kind: 'host', name: key });
  const begin = (keys = ['a', 'b'], by: 'responder' | 'outsider' = 'responder') =>
    beginSweep(room.as(by), room.incidentId, { title: '全台点検', hosts: { keys }, minutes: 60 });
  const { id } = await begin();
  return {
    room,
    id,
    begin,
    report: (result: SweepReported['result'], keys = ['a', 'b'], note = '') =>
      reportSweep(room.as('responder'), id, sweepReported.parse({ keys, result, note })),
    end: () => endTask(room.as('responder'), id, { state: 'done', note: '' }),
    hosts: () => room.rows('sweep_item', 'asset_key, result'),
  };
}

test('a sweep is a task with a line for each host, or nothing of it', async () => {
  const { room, begin, hosts } = await staffed();
  expect(await hosts()).toEqual([
    { asset_key: 'a', result: 'pending' },
    { asset_key: 'b', result: 'pending' },
  ]);
  await expect(begin(['a'], 'outsider')).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => begin());
  expect(
    await room.race(
      () => begin(),
      () => begin(),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('incident_task', 'number')).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
});

test('widened by two at once a host is on it once', async () => {
  const { room, id, hosts } = await staffed();
  const widen = () => widenSweep(room.as('commander'), id, { keys: ['b', 'c'] });
  await room.asItWas(widen);
  expect(await room.race(widen, widen)).toEqual({ won: 2, lost: [] });
  expect(await hosts()).toHaveLength(3);
  expect(await room.kinds('sweep.hosts-added')).toHaveLength(2);
});

test('what is found is put on the board once; taken back it is with a reason', async () => {
  const { room, report, hosts } = await staffed();
  const found = () => report('found', ['a'], '検体');
  await room.asItWas(found);
  expect(await room.race(found, found)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('recovery_item', 'asset_key, state')).toEqual([
    { asset_key: 'a', state: 'waiting' },
  ]);
  expect(await room.kinds('sweep.reported', 'recovery.began')).toEqual(['sweep.reported', 'recovery.began']);
  await expect(report('clean')).rejects.toMatchObject({ details: { fields: [{ field: 'note' }] } });
  expect(await hosts()).toMatchObject([{ result: 'found' }, { result: 'pending' }]);
});

test('what is reported while it is ended counts, or is refused; ended it stays as it was', async () => {
  const { room, id, report, end, hosts } = await staffed();
  await expect(end()).rejects.toMatchObject({ code: 'conflict' });
  await report('clean');
  const found = () => report('found', ['b'], '検体');
  const { won, lost } = await room.race(end, found);
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  expect(await hosts()).toMatchObject([{ result: 'clean' }, { result: lost.length > 0 ? 'clean' : 'found' }]);
  await expect(found()).rejects.toMatchObject({ code: 'conflict' });
  await expect(widenSweep(room.as('commander'), id, { keys: ['c'] })).rejects.toMatchObject({
    code: 'conflict',
  });
});
