import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { removePerson } from '../offboarding/remove-person.ts';
import { keepCard } from './keep-card.ts';
import { moveDevice } from './move-device.ts';
import { contactCard } from './schema.ts';
import { verifyByHand } from './verify-by-hand.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function reachable() {
  const orgId = await house.organisation();
  await house.person(orgId, ['administrator']);
  const id = await house.person(orgId, ['responder']);
  const keep = (...addresses: string[]) =>
    keepCard(
      house.as(orgId, id, ['responder']),
      id,
      contactCard.parse({ routes: addresses.map((address) => ({ kind: 'phone', address, note: '' })) }),
    );
  const routes = () =>
    house.clone.query<{ id: string; address: string; verified: boolean }>(
      `SELECT id, address, verified_at IS NOT NULL AS verified FROM contact_route WHERE org_id = $1 ORDER BY position`,
      [orgId],
    );
  return {
    orgId,
    id,
    keep,
    routes,
    verify: async (routeId: string) => verifyByHand(house.system(orgId), id, routeId),
    race: (...acts: (() => Promise<unknown>)[]) => race(house.clone, [orgId], ...acts),
    asItWas: (act: () => Promise<unknown>) => asItWas(house.clone, orgId, act),
  };
}

test('a card that two write at once is one of the two, whole', async () => {
  const { orgId, id, keep, routes, race, asItWas } = await reachable();
  const other = await house.person(orgId, ['commander']);
  await expect(
    keepCard(house.as(orgId, other, ['commander']), id, { routes: [], quiet: null }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(() => keep('090-1111-1111'));
  expect(
    await race(
      () => keep('090-1111-1111', '090-2222-2222'),
      () => keep('090-3333-3333'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect([['090-1111-1111', '090-2222-2222'], ['090-3333-3333']]).toContainEqual(
    (await routes()).map(({ address }) => address),
  );
});

test('what is verified is what was there: an address that is replaced at that moment is not', async () => {
  const { orgId, id, keep, routes, verify, race, asItWas } = await reachable();
  await keep('090-1111-1111');
  const [route] = await routes();
  const routeId = route?.id ?? '';
  await expect(verifyByHand(house.as(orgId, id, ['administrator']), id, routeId)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await asItWas(() => verify(routeId));
  const { won, lost } = await race(
    () => keep('090-9999-9999'),
    () => verify(routeId),
  );
  expect([won + lost.length, lost.every((code) => code === 'not-found')]).toEqual([2, true]);
  expect(await routes()).toMatchObject([{ address: '090-9999-9999', verified: false }]);
  const [kept] = await routes();
  expect(
    await race(
      () => verify(kept?.id ?? ''),
      () => keep('090-9999-9999', '090-1111-1111'),
    ),
  ).toEqual({
    won: 2,
    lost: [],
  });
  // The proof of an address that stays is carried along.
  expect(await routes()).toMatchObject([{ verified: true }, { verified: false }]);
});

test('whoever is removed has no card, also one that is written at that moment', async () => {
  const { orgId, id, keep, routes, race } = await reachable();
  await keep('090-1111-1111');
  const { won, lost } = await race(
    () => removePerson(house.system(orgId), id),
    () => keep('090-2222-2222'),
  );
  expect([won + lost.length, lost.every((code) => code === 'not-found')]).toEqual([2, true]);
  expect(await routes()).toEqual([]);
});

test('a device is in one hand: whoever is reached by it last is, and nobody else any more', async () => {
  const { orgId, id: one } = await reachable();
  const other = await house.person(orgId, ['responder']);
  const admin = () => house.system(orgId);
  const endpoint = 'https://push.example/device';
  const keys = { p256dh: 'p'.repeat(87), auth: 'a'.repeat(22) };
  const keep = (person: string, address: string) =>
    keepCard(admin(), person, contactCard.parse({ routes: [{ kind: 'push', address, note: '' }] }));
  // Written in another order it is the same device.
  await keep(one, JSON.stringify({ endpoint, keys }));
  await keep(other, JSON.stringify({ keys, endpoint }));
  const rows = async () =>
    house.clone.query<{ id: string; person_id: string; proven: boolean }>(
      `SELECT id, person_id, verified_at IS NOT NULL AS proven FROM contact_route WHERE org_id = $1`,
      [orgId],
    );
  const verify = async (person: string) => {
    const route = (await rows()).find((each) => each.person_id === person)?.id ?? '';
    return verifyByHand(admin(), person, route);
  };
  const proven = async () => (await rows()).filter((each) => each.proven).map((each) => each.person_id);
  await verify(one);
  expect(await proven()).toEqual([one]);
  await asItWas(house.clone, orgId, () => verify(other));
  await verify(other);
  expect(await proven()).toEqual([other]);
  await verify(one);
  const both = () =>
    race(
      house.clone,
      [orgId],
      () => verify(one),
      () => verify(other),
    );
  expect((await both()).won).toBe(2);
  expect(await proven()).toHaveLength(1);
  // Nor where nobody had been reached by it before: there is nothing yet that both would wait for.
  await house.clone.query('UPDATE contact_route SET verified_at = NULL WHERE org_id = $1', [orgId]);
  expect((await both()).won).toBe(2);
  expect(await proven()).toHaveLength(1);
  // A mailbox may be several people's.
  for (const person of [one, other]) {
    await keepCard(
      admin(),
      person,
      contactCard.parse({ routes: [{ kind: 'email', address: 'desk@example.jp', note: '' }] }),
    );
    await verify(person);
  }
  expect(await proven()).toHaveLength(2);
});

test('a device whose browser hands out another address stays the same route, with its proof, for its own person alone', async () => {
  const { orgId, id, routes, verify, race, asItWas } = await reachable();
  const address = (n: number) =>
    JSON.stringify({
      endpoint: `https://push.example.com/${n}`,
      keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) },
    });
  const as = house.as(orgId, id, ['responder']);
  const card = contactCard.parse({ routes: [{ kind: 'push', address: address(1), note: '携帯' }] });
  await keepCard(as, id, card);
  const [first] = await routes();
  await verify(first?.id ?? '');
  const move = (by = as, from = 1, to = 2) => moveDevice(by, { from: address(from), to: address(to) });
  const other = house.as(orgId, await house.person(orgId, ['responder']), ['responder']);
  await expect(move(other)).rejects.toMatchObject({ code: 'not-found' });
  await expect(moveDevice(as, { from: address(1), to: 'https://x' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await asItWas(() => move());
  expect(await race(move, move)).toEqual({ won: 1, lost: ['not-found'] });
  expect(await routes()).toEqual([{ id: first?.id, address: address(2), verified: true }]);
});
