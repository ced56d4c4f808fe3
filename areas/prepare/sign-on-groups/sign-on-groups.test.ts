import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import type { Role } from '../../roles.ts';
import { findGroups } from './index.ts';
import { keepGroups } from './keep-groups.ts';
import { groupsKept } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function own() {
  const orgId = await house.organisation();
  const boss = await house.person(orgId, ['administrator']);
  const as = (...roles: Role[]) => house.as(orgId, boss, roles);
  return { orgId, as };
}
const kept = (more: object) => groupsKept.parse({ version: 0, groups: [], ...more });
const OPS = { group: 'ops', role: 'responder' };

test('the table is kept by administrators, each version once, and a group that is listed twice is one', async () => {
  const { orgId, as } = await own();
  const keep = (version: number) =>
    keepGroups(as('administrator'), kept({ version, groups: [OPS, OPS], claim: 'roles' }));
  await expect(keepGroups(as('register-keeper'), kept({}))).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, orgId, () => keep(0));
  expect(
    await race(
      house.clone,
      [orgId],
      () => keep(0),
      () => keep(0),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect(await reading(as('administrator'), findGroups)).toEqual({
    version: 1,
    claim: 'roles',
    admits: false,
    groups: [OPS],
  });
  await expect(keep(0)).rejects.toMatchObject({ code: 'conflict' });
  await keep(1);
});

test('nobody from outside reads which groups stand for which roles, whatever asks for them', async () => {
  const { orgId, as } = await own();
  await keepGroups(as('administrator'), kept({ groups: [OPS] }));
  const outside = house.as(orgId, await house.person(orgId, ['contractor']), ['contractor']);
  expect(await reading(outside, findGroups)).toBeUndefined();
  expect(await reading(house.system(orgId), findGroups)).toMatchObject({ groups: [OPS] });
});

test.each([
  [{ groups: [{ group: '', role: 'responder' }] }],
  [{ groups: [{ group: 'ops', role: 'king' }] }],
  [{ groups: Array.from({ length: 201 }, () => OPS) }],
  [{ claim: '' }],
  [{ version: -1 }],
])('what is no table is refused: %#', (odd) => {
  expect(groupsKept.safeParse({ version: 0, groups: [], ...odd }).success).toBe(false);
});
