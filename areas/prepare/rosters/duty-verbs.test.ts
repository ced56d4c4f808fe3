import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { dropFromDuty } from './drop-from-duty.ts';
import { setDuty } from './set-duty.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('a duty list that two write at once is one of the two, whole; who is dropped meanwhile is not on it', async () => {
  const room = await IncidentRoom.open(house);
  const { responder, head, chief } = room.ids;
  const set = (...personIds: string[]) => setDuty(room.system(), { personIds });
  const duty = async () => (await room.rows('duty', 'position, person_id')).map(({ person_id }) => person_id);
  await expect(setDuty(room.as('head'), { personIds: [head] })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(set(room.incidentId)).rejects.toMatchObject({ details: { fields: [{ field: 'personIds' }] } });
  await room.asItWas(() => set(responder));
  expect(
    await room.race(
      () => set(responder, head),
      () => set(chief),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect([[responder, head], [chief]]).toContainEqual(await duty());

  await set(responder, head);
  const drop = () => room.within((tx) => dropFromDuty(tx, head));
  await room.asItWas(drop);
  expect(await room.race(drop, drop)).toEqual({ won: 2, lost: [] });
  expect(await duty()).toEqual([responder]);
  const told = await room.rows('ledger', 'seq, kind');
  expect(told.filter(({ kind }) => kind === 'duty.changed')).toHaveLength(4);
});
