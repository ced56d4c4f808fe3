import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { callRoute } from '../../../test/route-caller.ts';
import { setPaging } from './set-paging.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('of two who set the times on what they both had read one is told which is another', async () => {
  const orgId = await house.organisation();
  const ctx = house.system(orgId);
  const set = (waitSeconds: number, seen = { waitSeconds: 300, bundleSeconds: 30 }) =>
    setPaging(ctx, { waitSeconds, bundleSeconds: 30, seen });
  const other = house.as(orgId, await house.person(orgId, ['responder']), ['responder']);
  await expect(setPaging(other, { waitSeconds: 60, bundleSeconds: 0 })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await asItWas(house.clone, orgId, () => set(60));
  expect(
    await race(
      house.clone,
      [orgId],
      () => set(60),
      () => set(90),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  await expect(set(120)).rejects.toMatchObject({ details: { fields: [{ field: 'waitSeconds' }] } });
});

test('over the API too: what stands there is not written over by who has not read it', async () => {
  const ctx = house.system(await house.organisation());
  const put = (body: object) =>
    callRoute(ctx, 'PUT /api/respond/paging-settings', {
      body: { waitSeconds: 60, bundleSeconds: 0, ...body },
    });
  await put({});
  await expect(put({})).rejects.toMatchObject({ code: 'conflict' });
  await put({ seen: await callRoute(ctx, 'GET /api/respond/paging-settings', {}) });
});
