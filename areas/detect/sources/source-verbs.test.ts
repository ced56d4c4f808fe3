import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { addSource } from './add-source.ts';
import { changeSource } from './change-source.ts';
import { removeSource } from './remove-source.ts';
import { replaceSourceKey } from './replace-source-key.ts';
import type { SourceRewrite } from './schema.ts';

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
    rewrite: (name: string, seen: SourceRewrite['seen']) =>
      changeSource(room.system(), id, { name, settings: {}, ...(seen && { seen }) }),
    read: async () => {
      const [row] = await room.rows('source', 'name, settings::text');
      return {
        name: String(row?.['name']),
        settings: JSON.parse(String(row?.['settings'])) as Record<string, unknown>,
      };
    },
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

test('of two who change a source on what they both had read one is told', async () => {
  const { room, rewrite, read } = await heard();
  const seen = await read();
  await room.asItWas(() => rewrite('一', seen));
  expect(
    await room.race(
      () => rewrite('一', seen),
      () => rewrite('二', seen),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  await expect(rewrite('三', seen)).rejects.toMatchObject({ code: 'conflict' });
  await rewrite('三', await read());
});
