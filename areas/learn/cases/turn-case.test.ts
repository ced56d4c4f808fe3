import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { draftCase } from './draft-case.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { reviseCase } from './revise-case.ts';
import type { CaseTurn } from './rules.ts';
import { turnCase } from './turn-case.ts';

const blip = readCase(
  fs.readFileSync(new URL('../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function written() {
  const room = await IncidentRoom.open(house);
  const { id } = await openCase(room.system(), blip);
  return {
    room,
    revise: (version: number) => reviseCase(room.system(), id, { version, document: blip }),
    turn: (turn: CaseTurn, version = 1) => turnCase(room.system(), id, turn, version),
    stands: async () => (await room.rows('learn_case', 'state, version'))[0],
  };
}

test('what is written on while it is handed in is handed in as it was read, or written on', async () => {
  const { room, revise, turn, stands } = await written();
  await room.asItWas(() => openCase(room.system(), blip));
  await room.asItWas(() => revise(1));
  await room.asItWas(() => turn('submit'));
  await expect(turn('approve')).rejects.toMatchObject({ code: 'conflict' });
  expect(
    await room.race(
      () => revise(1),
      () => turn('submit'),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect([
    { state: 'draft', version: 2 },
    { state: 'inReview', version: 1 },
  ]).toContainEqual(await stands());
});

test('returned by one and withdrawn by another at once, it is withdrawn; reopened it is once', async () => {
  const { room, turn, stands } = await written();
  await turn('submit');
  const { lost } = await room.race(
    () => turn('return'),
    () => turn('withdraw'),
  );
  const last = await stands();
  // Returned first it may still be withdrawn; withdrawn first it is not returned.
  expect(last?.['state']).toBe('withdrawn');
  expect(lost.every((code) => code === 'conflict')).toBe(true);
  expect(
    await room.race(
      () => turn('reopen'),
      () => turn('reopen'),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
});

test('an incident has one draft, also where its timer runs twice', async () => {
  const room = await IncidentRoom.open(house);
  const draft = () => room.within((tx) => draftCase(tx, { incidentId: room.incidentId }));
  await room.asItWas(draft);
  await draft();
  await draft();
  expect(await room.rows('learn_case', 'state')).toEqual([{ state: 'draft' }]);
});
