import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { acceptJoint } from './accept-joint.ts';
import { endJoint } from './end-joint.ts';
import { offerJoint } from './offer-joint.ts';
import { tellJoint } from './tell-joint.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const offer = (room: IncidentRoom) => offerJoint(room.as('commander'), room.incidentId);
const accept = (room: IncidentRoom, code: string) => acceptJoint(room.as('commander'), room.incidentId, code);
const idIn = async (room: IncidentRoom): Promise<string> =>
  String((await room.rows('joint_record', 'id')).at(-1)?.['id'] ?? '');
const states = async (...rooms: IncidentRoom[]) => {
  const all: unknown[] = [];
  for (const room of rooms) all.push(...(await room.rows('joint_record', 'state')).map(({ state }) => state));
  return all;
};

async function two() {
  const [a, b] = [await IncidentRoom.open(house), await IncidentRoom.open(house)];
  return { a, b, both: [a.orgId, b.orgId] };
}
async function linked() {
  const rooms = await two();
  await accept(rooms.b, (await offer(rooms.a)).code);
  return rooms;
}

test('a code is accepted by one organisation, whoever else tries it at the same moment', async () => {
  const { a, b, both } = await two();
  const third = await IncidentRoom.open(house);
  await a.asItWas(() => offer(a));
  const { code } = await offer(a);
  await expect(accept(a, code)).rejects.toMatchObject({ details: { fields: [{ field: 'code' }] } });
  // Neither of the two records keeps anything, whichever of them fails.
  for (const orgId of both) await asItWas(house.clone, orgId, () => accept(b, code));
  expect(
    await race(
      house.clone,
      [...both, third.orgId],
      () => accept(b, code),
      () => accept(third, code),
    ),
  ).toEqual({ won: 1, lost: ['invalid'] });
  expect(await states(a, b, third)).toEqual(['linked', 'linked']);
  expect(await a.kinds('joint.')).toEqual(['joint.offered', 'joint.linked']);
});

test('what is told stands in both records, or in neither', async () => {
  const { a, b, both } = await linked();
  const ids = new Map([
    [a, await idIn(a)],
    [b, await idIn(b)],
  ]);
  const tell = (from: IncidentRoom, text: string) =>
    tellJoint(from.as('commander'), from.incidentId, ids.get(from) ?? '', text);
  for (const orgId of both) await asItWas(house.clone, orgId, () => tell(a, '停止'));
  expect(
    await race(
      house.clone,
      both,
      () => tell(a, '停止'),
      () => tell(b, '復旧'),
    ),
  ).toEqual({ won: 2, lost: [] });
  for (const room of [a, b])
    expect((await room.kinds('joint.told', 'joint.heard')).toSorted()).toEqual(['joint.heard', 'joint.told']);
  const third = await IncidentRoom.open(house);
  await expect(tellJoint(third.as('commander'), third.incidentId, await idIn(a), 'x')).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('ended by both sides at once it is ended once for both', async () => {
  const { a, b, both } = await linked();
  const ids = new Map([
    [a, await idIn(a)],
    [b, await idIn(b)],
  ]);
  const end = (by: IncidentRoom) => endJoint(by.as('commander'), by.incidentId, ids.get(by) ?? '');
  for (const orgId of both) await asItWas(house.clone, orgId, () => end(a));
  expect(
    await race(
      house.clone,
      both,
      () => end(a),
      () => end(b),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect(await states(a, b)).toEqual(['ended', 'ended']);
  for (const room of [a, b]) expect(await room.kinds('joint.ended')).toHaveLength(1);
  await expect(end(a)).rejects.toMatchObject({ code: 'conflict' });
});
