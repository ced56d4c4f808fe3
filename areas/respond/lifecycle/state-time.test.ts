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
  const { won, lost } = await room.race(
    () => state('resumed'),
    () => endTask(room.as('responder'), id, { state: 'done', note: '' }),
  );
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
});
