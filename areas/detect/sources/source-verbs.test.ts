import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { addSource } from './add-source.ts';
import { changeSource } from './change-source.ts';
import { removeSource } from './remove-source.ts';
import { replaceSourceKey } from './replace-source-key.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function heard() {
  const room = await IncidentRoom.open(house);
  const add = (kind = 'alertmanager') => addSource(room.system(), { kind, name: '監視', settings: {} });
  const { id } = await add();
  const count = async (kind: string) =>
    (await room.rows('ledger', 'seq, kind')).filter((l) => l['kind'] === kind).length;
  return {
    room,
    add,
    count,
    change: (name: string) => changeSource(room.system(), id, { name, settings: {} }),
    remove: () => removeSource(room.system(), id),
    replace: () => replaceSourceKey(room.system(), id),
  };
}

test('a source is added with its key, or not at all; a kind nobody knows is refused', async () => {
  const { room, add } = await heard();
  await room.asItWas(() => add());
  await expect(add('nothing')).rejects.toMatchObject({ code: 'invalid' });
  expect(await room.rows('source', 'name')).toHaveLength(1);
});

test('removed by two at once a source is removed once, and is not changed any more', async () => {
  const { room, change, remove, replace, count } = await heard();
  await room.asItWas(() => change('別名'));
  await room.asItWas(replace);
  await room.asItWas(remove);
  expect(await room.race(replace, () => change('別名'))).toEqual({ won: 2, lost: [] });
  expect(await room.race(remove, remove)).toEqual({ won: 1, lost: ['not-found'] });
  expect(await count('source.removed')).toBe(1);
  for (const act of [remove, replace, () => change('また')])
    await expect(act()).rejects.toMatchObject({ code: 'not-found' });
});
