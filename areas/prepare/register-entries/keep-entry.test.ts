import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { PARTIES } from '../parties/register.ts';
import { keepEntryOf } from './keep-entry.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function opened() {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  return {
    party: (version: number, name: string, over: object = {}) =>
      keepEntryOf(ctx(), { kind: PARTIES, guard: null }, version, {
        key: 'maker',
        name,
        kind: 'contractor',
        ...over,
      }),
    race: (...acts: (() => Promise<unknown>)[]) => race(house.clone, [orgId], ...acts),
    asItWas: (act: () => Promise<unknown>) => asItWas(house.clone, orgId, act),
    entries: () =>
      house.clone.query<{ register: string; key: string; version: number }>(
        'SELECT register, key, version FROM register_entry WHERE org_id = $1 ORDER BY register, key',
        [orgId],
      ),
  };
}

test('a key that two write first is written by one; the other is told, as with any later version', async () => {
  const { party, race, asItWas, entries } = await opened();
  await asItWas(() => party(0, '一'));
  expect(
    await race(
      () => party(0, '一'),
      () => party(0, '二'),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  await asItWas(() => party(1, '三'));
  expect(
    await race(
      () => party(1, '三'),
      () => party(1, '四'),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect(await entries()).toMatchObject([{ key: 'maker', version: 2 }]);
});
