import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { callRoute } from '../../../test/route-caller.ts';
import { CONTRACTS } from '../../contracts.ts';
import { readCard } from '../contact-cards/read-card.ts';
import { keepCard } from '../contact-routes/keep-card.ts';
import type { ContactCard } from '../contact-routes/schema.ts';
import { changePerson } from '../contacts/change-person.ts';
import { findPerson } from '../contacts/index.ts';
import { setDuty } from '../rosters/set-duty.ts';
import { changeOrganisation } from './change-organisation.ts';
import { readOrganisation } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function opened() {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  return { orgId, ctx, race: (...acts: (() => Promise<unknown>)[]) => race(house.clone, [orgId], ...acts) };
}
const ONE = { won: 1, lost: ['conflict'] };

test('of two who change the organisation on what they both had read one is told', async () => {
  const { orgId, ctx, race: racing } = await opened();
  const { name = '', timeZone = '' } = (await reading(ctx(), readOrganisation)) ?? {};
  const change = (to: string, seen = { name, timeZone }) =>
    changeOrganisation(ctx(), { name: to, timeZone: 'Asia/Tokyo', seen });
  await asItWas(house.clone, orgId, () => change('一'));
  const both = [() => change('一'), () => change('二')] as const;
  expect(await racing(...both)).toEqual(ONE);
  await expect(change('三')).rejects.toMatchObject({ code: 'conflict' });
  // Who writes without having read, as a script does, asks nothing.
  await changeOrganisation(ctx(), { name: '四', timeZone: 'Asia/Tokyo' });
});

test('the same of a person and of the duty list', async () => {
  const { orgId, ctx, race: racing } = await opened();
  const [id, other] = [
    await house.person(orgId, ['responder'], `a-${orgId}@x.jp`),
    await house.person(orgId, ['administrator'], `b-${orgId}@x.jp`),
  ];
  const person = await reading(ctx(), (trx) => findPerson(trx, id));
  const seen = {
    name: person?.name ?? '',
    language: 'ja' as const,
    roles: ['responder' as const],
    unitId: null,
  };
  const rename = (name: string) => () => changePerson(ctx(), id, { ...seen, name, seen });
  expect(await racing(rename('一'), rename('二'))).toEqual(ONE);
  const list =
    (...personIds: string[]) =>
    () =>
      setDuty(ctx(), { personIds, seen: [] });
  expect(await racing(list(id), list(other))).toEqual(ONE);
});

test('the same of how a person is reached', async () => {
  const { orgId, ctx, race: racing } = await opened();
  const id = await house.person(orgId, ['responder'], `c-${orgId}@x.jp`);
  const route = (address: string) => ({ kind: 'sms', address, note: '' });
  const none = { routes: [], quiet: null };
  const keep = (address: string, seen?: ContactCard) => () =>
    keepCard(ctx(), id, { routes: [route(address)], quiet: null, ...(seen && { seen }) });
  expect(await racing(keep('090-1234-5678', none), keep('090-8765-4321', none))).toEqual(ONE);
  const card = await readCard(ctx(), id);
  const seen = {
    routes: card.routes.map(({ kind, address, note }) => ({ kind, address, note })),
    quiet: card.quiet,
  };
  await keep('090-0000-0000', seen)();
  await expect(keep('090-1111-1111', seen)()).rejects.toMatchObject({ code: 'conflict' });
  await keep('090-1111-1111')();
});

test('over the API nobody writes over what they have not read', async () => {
  const { orgId, ctx } = await opened();
  const id = await house.person(orgId, ['responder']);
  const asset = { key: 'db', kind: 'system', name: 'DB' } as const;
  const writes = [
    () => callRoute(ctx(), 'PUT /api/prepare/assets', { body: asset }),
    () => callRoute(ctx(), 'PUT /api/prepare/duty', { body: { personIds: [id] } }),
    () =>
      callRoute(ctx(), 'PUT /api/prepare/people/:id/card', {
        params: { id },
        body: { routes: [{ kind: 'sms', address: '090-0000-0000' }] },
      }),
  ];
  // What nobody has written yet is written without having read it; the second time it is not.
  for (const write of writes) await write();
  for (const write of writes) await expect(write()).rejects.toMatchObject({ code: 'conflict' });
  const takes = (shape: z.ZodType, body: unknown) => shape.safeParse(body).success;
  const organisation = { name: 'x', timeZone: 'UTC' };
  const rewrite = CONTRACTS['PUT /api/prepare/organisation'].body;
  expect([takes(rewrite, organisation), takes(rewrite, { ...organisation, seen: organisation })]).toEqual([
    false,
    true,
  ]);
  expect(takes(CONTRACTS['PUT /api/prepare/people/:id'].body, { name: 'x', roles: ['responder'] })).toBe(
    false,
  );
  expect(takes(CONTRACTS['POST /api/prepare/assets/:id/confirm'].body, {})).toBe(false);
});
