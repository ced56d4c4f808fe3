import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { removePerson } from '../offboarding/remove-person.ts';
import { addPerson } from './add-person.ts';
import { changePerson } from './change-person.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function staffed() {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  const admins = [
    await house.person(orgId, ['administrator']),
    await house.person(orgId, ['administrator']),
  ] as const;
  const id = await house.person(orgId, ['responder']);
  return {
    orgId,
    ctx,
    admins,
    id,
    change: (person: string, roles: ('responder' | 'commander' | 'administrator')[], name = '名') =>
      changePerson(ctx(), person, { name, language: 'ja', roles, unitId: null }),
    race: (...acts: (() => Promise<unknown>)[]) => race(house.clone, [orgId], ...acts),
    asItWas: (act: () => Promise<unknown>) => asItWas(house.clone, orgId, act),
    people: () =>
      house.clone.query<{ id: string; roles: string[]; gone: boolean }>(
        'SELECT id, roles, removed_at IS NOT NULL AS gone FROM person WHERE org_id = $1 ORDER BY id',
        [orgId],
      ),
    kinds: async (kind: string) =>
      (await house.clone.query('SELECT FROM ledger WHERE org_id = $1 AND kind = $2', [orgId, kind])).length,
  };
}

test('an address is one person’s, whoever enters it at the same moment', async () => {
  const { ctx, race, asItWas, people } = await staffed();
  const add = (email = 'new@example.jp') =>
    addPerson(ctx(), {
      name: '新',
      email,
      roles: ['responder'],
      language: 'ja',
      unitId: null,
      breakGlass: false,
    });
  await asItWas(() => add());
  expect(
    await race(
      () => add(),
      () => add(),
    ),
  ).toEqual({ won: 1, lost: ['invalid'] });
  expect(await people()).toHaveLength(4);
});

test('one administrator stays, also when two take the other’s role or membership at once', async () => {
  const { ctx, admins, change, race, asItWas, people } = await staffed();
  const [first, second] = admins;
  await asItWas(() => removePerson(ctx(), first));
  expect(
    await race(
      () => removePerson(ctx(), first),
      () => change(second, ['commander']),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
  expect((await people()).filter(({ roles, gone }) => roles.includes('administrator') && !gone)).toHaveLength(
    1,
  );
});
