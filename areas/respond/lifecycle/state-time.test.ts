import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { endTask } from '../tasks/end-task.ts';
import { openTask } from '../tasks/open-task.ts';
import { stateTime } from './state-time.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('a time stated by two at once: the second names the first', async () => {
  const room = await IncidentRoom.open(house);
  const lines = (kind: string) =>
    house.clone.query<{ seq: number; corrects: number | null; body: Record<string, unknown> }>(
      `SELECT seq::int, corrects::int, body FROM ledger WHERE incident_id = $1 AND kind = $2 ORDER BY seq`,
      [room.incidentId, kind],
    );
  const state = (which: 'contained' | 'resumed', by: 'responder' | 'commander' = 'commander') =>
    stateTime(room.as(by), room.incidentId, {
      which,
      at: house.clock.now().toString(),
      precision: 'minute',
      note: by,
    });
  await room.asItWas(() => state('contained'));
  expect(
    await room.race(
      () => state('contained'),
      () => state('contained', 'responder'),
    ),
  ).toEqual({
    won: 2,
    lost: [],
  });
  const [first, second] = await lines('incident.time-stated');
  expect([first?.corrects, second?.corrects]).toEqual([null, first?.seq]);
  await expect(state('resumed', 'responder')).rejects.toMatchObject({ code: 'forbidden' });

  // Nothing is said to be resumed over a check that is open, also where it is opened at that moment.
  const check = () =>
    openTask(room.as('responder'), room.incidentId, { title: '整合', kind: 'healthCheck', minutes: 5 });
  const { id } = await check();
  await expect(state('resumed')).rejects.toMatchObject({ code: 'conflict' });
  await expect(endTask(room.as('responder'), id, { state: 'done', note: '' })).rejects.toMatchObject({
    details: { fields: [{ field: 'note' }] },
  });
  const { won, lost } = await room.race(
    () => state('resumed'),
    () => endTask(room.as('responder'), id, { state: 'done', note: '差異なし' }),
  );
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
});

test('without any health check a service is resumed only with the reason why none was needed', async () => {
  const room = await IncidentRoom.open(house);
  const resume = (noChecks?: string) =>
    stateTime(room.as('commander'), room.incidentId, {
      which: 'resumed',
      at: house.clock.now().toString(),
      ...(noChecks !== undefined && { noChecks }),
    });
  await expect(resume()).rejects.toMatchObject({ details: { fields: [{ field: 'noChecks' }] } });
  await resume('表示だけの障害で、処理は止まっていない');
  const { id } = await openTask(room.as('responder'), room.incidentId, {
    title: '整合',
    kind: 'healthCheck',
    minutes: 5,
  });
  await endTask(room.as('responder'), id, { state: 'done', note: '差異なし' });
  await resume();
});

test('an end before it was noticed wants a reason, one before it occurred is refused; what was stated afterwards is taken', async () => {
  const room = await IncidentRoom.open(house);
  const at = (minutes: number) => house.clock.now().subtract({ minutes }).toString();
  const state = (which: 'occurred' | 'noticed' | 'restored', minutes: number, note = '') =>
    stateTime(room.as('commander'), room.incidentId, { which, at: at(minutes), precision: 'minute', note });
  await expect(state('restored', 60)).rejects.toMatchObject({ details: { fields: [{ field: 'note' }] } });
  await state('restored', 60, '利用者の連絡で後から分かった');
  await state('occurred', 120);
  await expect(state('restored', 180, 'x')).rejects.toMatchObject({ details: { fields: [{ field: 'at' }] } });
  await state('noticed', 90);
  await state('restored', 60);
});
