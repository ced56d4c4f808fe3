import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { changePerson } from '../contacts/change-person.ts';
import { setDuty } from '../rosters/set-duty.ts';
import { removePerson } from './remove-person.ts';

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

test('a person is removed once, and is not changed any more', async () => {
  const { ctx, id, change, race, asItWas, people, kinds } = await staffed();
  const remove = () => removePerson(ctx(), id);
  await asItWas(remove);
  await asItWas(() => change(id, ['commander']));
  const { won, lost } = await race(remove, () => change(id, ['commander']));
  expect([won + lost.length, lost.every((code) => code === 'not-found')]).toEqual([2, true]);
  expect((await people()).find((each) => each.id === id)?.gone).toBe(true);
  await expect(change(id, ['responder'])).rejects.toMatchObject({ code: 'not-found' });

  const { ctx: other, id: second, race: both, kinds: told } = await staffed();
  const again = () => removePerson(other(), second);
  expect(await both(again, again)).toEqual({ won: 1, lost: ['not-found'] });
  expect([await kinds('person.removed'), await told('person.removed')]).toEqual([1, 1]);
});

test('whoever is removed is on no duty list, also one that is written at that moment', async () => {
  const { orgId, ctx, admins, id, race, asItWas } = await staffed();
  await setDuty(ctx(), { personIds: [admins[0], id] });
  const duty = async () =>
    (
      await house.clone.query<{ person_id: string }>('SELECT person_id FROM duty WHERE org_id = $1', [orgId])
    ).map(({ person_id }) => person_id);
  const write = () => setDuty(ctx(), { personIds: [id, admins[1]] });
  await asItWas(write);
  const { won, lost } = await race(() => removePerson(ctx(), id), write);
  expect([won + lost.length, lost.every((code) => code === 'invalid')]).toEqual([2, true]);
  // Written first it is what was written, without them; removed first it stays as it was, without them.
  expect(await duty()).toEqual([lost.length > 0 ? admins[0] : admins[1]]);
});
