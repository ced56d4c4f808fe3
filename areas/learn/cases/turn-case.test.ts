import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { draftCase } from './draft-case.ts';
import { listVersions } from './list-versions.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { reviseCase } from './revise-case.ts';
import type { CaseTurn } from './schema.ts';
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
    turn: (turn: CaseTurn, version = 1) => turnCase(room.system(), id, turn, version, '重複'),
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

test('a second person reviews: who approves their own text says why, and the history says that it was theirs', async () => {
  const room = await IncidentRoom.open(house);
  const writer = await house.person(room.orgId, ['commander']);
  const other = await house.person(room.orgId, ['commander']);
  const as = (person: string) => house.as(room.orgId, person, ['commander']);
  const { id } = await openCase(as(other), blip);
  await reviseCase(as(writer), id, { version: 1, document: blip });
  await turnCase(as(writer), id, 'submit', 2);
  // Whoever wrote an earlier version wrote some of it too.
  for (const person of [writer, other])
    await expect(turnCase(as(person), id, 'approve', 2)).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: [{ field: 'reason' }] },
    });
  await turnCase(as(writer), id, 'approve', 2, '夜間でほかに担当者がいない');
  const { turns } = await listVersions(as(other), id);
  expect(turns).toMatchObject([
    { turn: 'approve', version: 2, own: true, by: 'commander', reason: '夜間でほかに担当者がいない' },
    { turn: 'submit', version: 2, own: true, reason: '' },
  ]);

  // What was approved is nobody's own any more; what is written after it is.
  await turnCase(as(writer), id, 'reopen', 2);
  await reviseCase(as(writer), id, {
    version: 2,
    document: { ...blip, title: { ja: '別の題', en: 'Other' } },
  });
  await turnCase(as(writer), id, 'submit', 3);
  await turnCase(as(other), id, 'approve', 3);
  expect((await listVersions(as(other), id)).turns[0]).toMatchObject({ turn: 'approve', own: false });
  await expect(turnCase(as(other), id, 'withdraw', 3)).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: [{ field: 'reason' }] },
  });
});

test('an incident has one draft, also where its timer runs twice', async () => {
  const room = await IncidentRoom.open(house);
  const draft = () => room.within((tx) => draftCase(tx, { incidentId: room.incidentId }));
  await room.asItWas(draft);
  await draft();
  await draft();
  expect(await room.rows('learn_case', 'state')).toEqual([{ state: 'draft' }]);
});
