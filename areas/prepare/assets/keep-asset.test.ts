import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { confirmAsset } from './confirm-asset.ts';
import { keepAsset } from './keep-asset.ts';
import { removeAsset } from './remove-asset.ts';
import type { Seen } from './seen-asset.ts';
import { findAsset } from './store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function register() {
  const room = await IncidentRoom.open(house);
  const keep = (name: string, seen: Seen, impact: number | null = 3) =>
    keepAsset(room.system(), { key: 'db', kind: 'system', name, impact }, seen);
  const seen = async (id: string) => (await reading(room.system(), (trx) => findAsset(trx, id)))?.changedAt;
  return { room, keep, seen };
}

test('a key that two write first is written by one; so is what both had before them', async () => {
  const { room, keep, seen } = await register();
  await room.asItWas(() => keep('一', null));
  expect(
    await room.race(
      () => keep('一', null),
      () => keep('二', null),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  const { id } = await keep('三', undefined);
  house.clock.advance({ seconds: 1 });
  const before = await seen(id);
  await room.asItWas(() => keep('四', before));
  expect(
    await room.race(
      () => keep('四', before),
      () => keep('五', before),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
  expect(await room.rows('asset', 'key')).toEqual([{ key: 'db' }]);
});

test('confirmed as it is rated otherwise, the confirmation is of what was seen or is refused', async () => {
  const { room, keep, seen } = await register();
  const { id } = await keep('一', null, null);
  await expect(confirmAsset(room.system(), id)).rejects.toMatchObject({ code: 'conflict' });
  house.clock.advance({ seconds: 1 });
  await keep('一', undefined, 3);
  const before = await seen(id);
  house.clock.advance({ seconds: 1 });
  await room.asItWas(() => confirmAsset(room.system(), id, before));
  const { won, lost } = await room.race(
    () => confirmAsset(room.system(), id, before),
    () => keep('一', undefined, 4),
  );
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  expect(await room.rows('asset', 'impact, confirmed_at')).toEqual([{ impact: 4, confirmed_at: null }]);
});

test('taken out by two at once it is taken out once', async () => {
  const { room, keep } = await register();
  const { id } = await keep('一', null);
  const remove = () => removeAsset(room.system(), id);
  await room.asItWas(remove);
  expect(await room.race(remove, remove)).toEqual({ won: 1, lost: ['not-found'] });
  await expect(confirmAsset(room.system(), id)).rejects.toMatchObject({ code: 'not-found' });
});
