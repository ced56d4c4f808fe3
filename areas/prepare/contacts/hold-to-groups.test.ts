import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import type { Role } from '../../roles.ts';
import { holdToGroups } from './hold-to-groups.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function own() {
  const orgId = await house.organisation();
  const boss = await house.person(orgId, ['administrator']);
  const hold = (personId: string, ...wanted: Role[]) =>
    inTransaction(house.system(orgId), (tx) => holdToGroups(tx, personId, wanted));
  const rolesOf = async (personId: string) =>
    (
      await house.clone.query<{ roles: string[]; group_roles: string[] }>(
        'SELECT roles, group_roles FROM person WHERE id = $1',
        [personId],
      )
    )[0];
  return { orgId, boss, hold, rolesOf };
}

test('roles of groups come and go with them; what was given by hand stays', async () => {
  const { orgId, hold, rolesOf } = await own();
  const id = await house.person(orgId, ['responder']);
  await asItWas(house.clone, orgId, () => hold(id, 'commander'));
  const both = () => hold(id, 'commander', 'responder');
  expect(await race(house.clone, [orgId], both, both)).toEqual({ won: 2, lost: [] });
  expect(await rolesOf(id)).toEqual({ roles: ['responder', 'commander'], group_roles: ['commander'] });
  await hold(id, 'executive');
  expect(await rolesOf(id)).toEqual({ roles: ['responder', 'executive'], group_roles: ['executive'] });
  await hold(id);
  expect(await rolesOf(id)).toEqual({ roles: ['responder'], group_roles: [] });
  const lines = await house.clone.query<{ body: unknown }>(
    `SELECT body FROM ledger WHERE org_id = $1 AND kind = 'person.changed' ORDER BY seq`,
    [orgId],
  );
  expect(lines.map(({ body }) => body)).toMatchObject([
    { roles: ['responder', 'commander'], byGroups: true },
    { roles: ['responder', 'executive'], byGroups: true },
    { roles: ['responder'], byGroups: true },
  ]);
});

test('the last administrator stays one, also when two lose their group at once', async () => {
  const { orgId, boss, hold, rolesOf } = await own();
  const other = await house.person(orgId, ['responder']);
  await hold(other, 'administrator');
  await house.clone.query(`UPDATE person SET group_roles = '{administrator}' WHERE id = ANY($1)`, [
    [boss, other],
  ]);
  await race(
    house.clone,
    [orgId],
    () => hold(boss),
    () => hold(other),
  );
  const left = [await rolesOf(boss), await rolesOf(other)].filter((each) =>
    each?.roles.includes('administrator'),
  );
  expect(left).toHaveLength(1);
});
