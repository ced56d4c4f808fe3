import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { restoreCase } from './restore-case.ts';
import { reviseCase } from './revise-case.ts';
import { showChanges } from './show-changes.ts';
import { turnCase } from './turn-case.ts';

const blip = readCase(
  fs.readFileSync(new URL('../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);
const other = { ...blip, title: { ja: '別の題', en: 'Other', hedges: [] } };

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function written() {
  const room = await IncidentRoom.open(house);
  const { id } = await openCase(room.system(), blip);
  await reviseCase(room.system(), id, { version: 1, document: other });
  return { room, id };
}

test('an earlier version comes back as a new one, and what was written since stays a version', async () => {
  const { room, id } = await written();
  expect(await showChanges(room.system(), id, 2)).toMatchObject([
    { part: 'title', kind: 'changed', before: { ja: blip.title.ja }, after: { ja: '別の題' } },
  ]);
  await room.asItWas(() => restoreCase(room.system(), id, { from: 1, version: 2 }));
  expect(await restoreCase(room.system(), id, { from: 1, version: 2 })).toEqual({ version: 3 });
  expect(await showChanges(room.system(), id, 3)).toMatchObject([
    { part: 'title', kind: 'changed', before: { ja: '別の題' }, after: { ja: blip.title.ja } },
  ]);
  expect(await showChanges(room.system(), id, 1)).toEqual([]);
});

test('of two who go back at once one does; a version there is not, and a case in review, are not gone back to', async () => {
  const { room, id } = await written();
  const back = () => restoreCase(room.system(), id, { from: 1, version: 2 });
  expect(await room.race(back, back)).toEqual({ won: 1, lost: ['conflict'] });
  await expect(restoreCase(room.system(), id, { from: 9, version: 3 })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(showChanges(room.system(), id, 9)).rejects.toMatchObject({ code: 'not-found' });
  await turnCase(room.system(), id, 'submit', 3);
  await expect(restoreCase(room.system(), id, { from: 1, version: 3 })).rejects.toMatchObject({
    code: 'conflict',
  });
});
