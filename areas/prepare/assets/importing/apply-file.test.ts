import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../../test/house.ts';
import { IncidentRoom } from '../../../../test/incident-room.ts';
import { applyImport } from './apply-import.ts';
import { checkImport } from './check-file.ts';
import { applyFile, handInFile, mapColumns } from './hand-in-file.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

/** A file that was handed in; its jobs run where the test says so. */
async function handedIn() {
  const room = await IncidentRoom.open(house);
  const hand = () =>
    handInFile(room.system(), {
      fileName: 'f.csv',
      format: 'csv',
      content: Buffer.from('key,name\ndb,料金DB\napp,アプリ\n'),
    });
  const { id: importId } = await hand();
  const state = async () => (await room.rows('asset_import', 'state'))[0]?.['state'];
  return {
    room,
    hand,
    state,
    check: () => checkImport(() => room.system(), { importId }),
    apply: () => applyFile(room.system(), importId),
    run: () => applyImport(() => room.system(), { importId }),
    map: () => mapColumns(room.system(), importId, { mapping: { key: 'key', name: 'name' } }),
    count: async (kind: string) =>
      (await room.rows('ledger', 'seq, kind')).filter((line) => line['kind'] === kind).length,
  };
}

test('a check that runs twice at once is told once; columns named anew make it void', async () => {
  const { room, hand, check, map, state, count } = await handedIn();
  await room.asItWas(hand);
  await room.asItWas(check);
  expect(await room.race(check, check)).toEqual({ won: 2, lost: [] });
  expect([await state(), await count('asset.file-checked')]).toEqual(['checked', 1]);
  await room.asItWas(map);
  await map();
  expect(await room.race(check, map)).toEqual({ won: 2, lost: [] });
});

test('a file is let in once, and its columns keep their meaning from then on', async () => {
  const { room, check, apply, map, run, count } = await handedIn();
  await expect(apply()).rejects.toMatchObject({ code: 'conflict' });
  await check();
  await room.asItWas(apply);
  expect(await room.race(apply, apply)).toEqual({ won: 1, lost: ['conflict'] });
  await expect(map()).rejects.toMatchObject({ code: 'conflict' });
  // The job may run twice at once: each batch is written by one of them.
  await room.asItWas(run);
  expect(await room.race(run, run)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('asset', 'key')).toEqual([{ key: 'app' }, { key: 'db' }]);
  expect(await count('asset.import-wanted')).toBe(1);
});
