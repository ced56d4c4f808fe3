import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { removePerson } from '../offboarding/remove-person.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { readOnCall } from './on-call.ts';

let house: TestHouse;
// Twenty past twelve in Tokyo.
const clock = new StoryClock('2026-06-10T03:20:00Z');
beforeAll(async () => {
  house = await TestHouse.open({ clock });
});
afterAll(() => house.close());

test('who is on around now is told by name, and where nobody is; neither to another organisation nor to an outside party', async () => {
  const [orgId, other] = [await house.organisation(), await house.organisation('別の組織')];
  await house.person(orgId, ['administrator'], 'admin@x.jp');
  const a = await house.person(orgId, ['responder'], 'a@x.jp');
  const b = await house.person(orgId, ['responder'], 'b@x.jp');
  const member = (personId: string) => ({ personId });
  await keepEntry(house.system(orgId), 'rosters', 0, {
    key: 'duty',
    name: '当番',
    layers: [
      { name: '一次', from: '09:00', until: '09:00', start: '2026-06-08', members: [member(a), member(b)] },
    ],
  });
  const read = () => readOnCall(house.system(orgId));
  const shifts = async () => (await read()).rosters[0]?.layers[0]?.shifts ?? [];
  expect(await read()).toMatchObject({
    from: '2026-06-09T23:20:00Z',
    until: '2026-06-10T23:20:00Z',
    rosters: [{ key: 'duty', gaps: [] }],
    duty: [],
  });
  // The night before until nine, and from then on for a day.
  expect((await shifts()).map(({ start }) => start)).toEqual([
    '2026-06-09T00:00:00Z',
    '2026-06-10T00:00:00Z',
  ]);
  await removePerson(house.system(orgId), a);
  // The next one takes the turn of whoever left, from that moment on; once all have left, nobody does.
  expect((await shifts()).at(-1)).toEqual({
    person: 'responder',
    start: '2026-06-10T03:20:00Z',
    end: '2026-06-11T00:00:00Z',
  });
  await removePerson(house.system(orgId), b);
  expect((await read()).rosters[0]?.gaps[0]?.from).toBe('2026-06-10T03:20:00Z');
  expect((await readOnCall(house.system(other))).rosters).toEqual([]);
  await expect(readOnCall(house.as(orgId, b, ['contractor']))).rejects.toMatchObject({ code: 'forbidden' });
});
