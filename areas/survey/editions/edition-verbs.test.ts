import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { listsInForce, startingLists } from './index.ts';
import { keepEdition } from './keep-edition.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('both lists of sectors have fifteen, eight event types stand, and nobody had to keep them', async () => {
  const ctx = house.system(await house.organisation());
  const lists = await reading(ctx, listsInForce);
  expect(lists.sectors.entries).toHaveLength(15);
  expect(lists.designated.entries).toHaveLength(15);
  expect(lists.eventTypes.entries).toHaveLength(8);
  expect(lists.causes).toMatchObject({ edition: 1, since: null });
});

test('an edition follows the one it was written on; what reports are counted by is ended, never removed', async () => {
  const orgId = await house.organisation();
  const ctx = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  const { sectors } = startingLists();
  const space = { key: 'space', name: { ja: '宇宙', en: 'Space' } };
  const grown = { ...sectors, entries: [...sectors.entries, space] };
  const keep = (seen = 1, document = grown) => keepEdition(ctx, 'sectors', { seen, ...document });

  const rater = house.as(orgId, await house.person(orgId, ['rater']), ['rater']);
  await expect(keepEdition(rater, 'sectors', { seen: 1, ...grown })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(keep(1, { ...sectors, entries: sectors.entries.slice(1) })).rejects.toMatchObject({
    details: { fields: [{ field: 'entries' }] },
  });
  await expect(keep(1, { ...grown, entries: [...grown.entries, space] })).rejects.toMatchObject({
    code: 'invalid',
  });
  await asItWas(house.clone, orgId, () => keep());
  expect(
    await race(
      house.clone,
      [orgId],
      () => keep(),
      () => keep(),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  const { sectors: now } = await reading(ctx, listsInForce);
  expect(now).toMatchObject({ edition: 2 });
  expect(now.entries.at(-1)).toEqual(space);
});
