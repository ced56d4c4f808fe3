import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { setDuty } from '../rosters/set-duty.ts';
import { beginRun, finishRun, logCall } from './run-calls.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function called() {
  const room = await IncidentRoom.open(house);
  const begin = () =>
    beginRun(room.as('commander'), {
      cause: 'systemFailure',
      drill: false,
      site: null,
      incidentId: room.incidentId,
    });
  return { room, begin };
}

test('a run has whom it calls, or nothing of it is there', async () => {
  const { room, begin } = await called();
  await expect(begin()).rejects.toMatchObject({ code: 'conflict' });
  await setDuty(room.system(), { personIds: [room.ids.responder] });
  await room.asItWas(begin);
  expect(await room.race(begin, begin)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('call_run_call', 'person_id')).toHaveLength(2);
});

test('a call that two write down keeps one of their words; an ended run keeps what it had', async () => {
  const { room, begin } = await called();
  await setDuty(room.system(), { personIds: [room.ids.responder, room.ids.head] });
  const { id } = await begin();
  const log = (position: number, outcome: 'reached' | 'noAnswer') =>
    logCall(room.as('commander'), id, { position, outcome });
  const end = () => finishRun(room.as('commander'), id);
  await expect(log(9, 'reached')).rejects.toMatchObject({ code: 'not-found' });
  await room.asItWas(() => log(0, 'reached'));
  expect(
    await room.race(
      () => log(0, 'reached'),
      () => log(0, 'noAnswer'),
    ),
  ).toEqual({ won: 2, lost: [] });
  const [last] = await house.clone.query<{ outcome: string }>(
    `SELECT body->>'outcome' AS outcome FROM ledger WHERE org_id = $1 AND kind = 'call-run.logged' ORDER BY seq DESC`,
    [room.orgId],
  );
  expect((await room.rows('call_run_call', 'position, outcome'))[0]).toMatchObject({
    outcome: last?.outcome,
  });
  await room.asItWas(end);
  const { won, lost } = await room.race(end, () => log(1, 'reached'));
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  expect(await room.race(end, end)).toEqual({ won: 0, lost: ['conflict', 'conflict'] });
  expect(await room.kinds('call-run.ended')).toHaveLength(1);
});
