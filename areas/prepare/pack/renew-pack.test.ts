import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { renewPack } from './renew-pack.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('a pack that is made by two at once has one number, and nothing of one that fails stays', async () => {
  const room = await IncidentRoom.open(house);
  const renew = () => renewPack(room.system());
  await expect(renewPack(room.as('responder'))).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(renew);
  expect(await room.race(renew, renew)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('pack', 'version')).toEqual([{ version: 1 }]);
  // A week later it is old, and is made anew once.
  house.clock.advance({ hours: 24 * 7 });
  expect(await room.race(renew, renew)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('pack', 'version')).toEqual([{ version: 2 }]);
});
