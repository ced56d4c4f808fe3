import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { findOperator, listOperators } from './index.ts';
import { addOperator, changeOperator } from './keep-operator.ts';
import { endOperator, verifyOperator } from './mark-operator.ts';
import { operatorBody, operatorFilter } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const named = (name: string, more: object = {}) => operatorBody.parse({ name, sector: 'water', ...more });

test('two who add one operator at once: it stands once; a sector that is on no list is refused', async () => {
  const orgId = await house.organisation();
  const ctx = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  const responder = house.as(orgId, await house.person(orgId, ['responder']), ['responder']);
  await expect(addOperator(responder, named('東西水道'))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(addOperator(ctx, named('東西水道', { sector: 'space' }))).rejects.toMatchObject({
    details: { fields: [{ field: 'sector' }] },
  });
  await asItWas(house.clone, orgId, () => addOperator(ctx, named('東西水道')));
  const add = () => addOperator(ctx, named('東西水道'));
  expect(await race(house.clone, [orgId], add, add)).toEqual({ won: 1, lost: ['invalid'] });
});

test('changed on the version one read, verified with a how, ended and found again by a part of its name', async () => {
  const orgId = await house.organisation();
  const ctx = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  const { id } = await addOperator(ctx, named('南北電力サーバセンター', { sector: 'power' }));
  const change = (via = '') =>
    changeOperator(ctx, id, { ...named('南北電力サーバセンター', { via }), seen: 1 });
  await asItWas(house.clone, orgId, () => change());
  expect(
    await race(
      house.clone,
      [orgId],
      () => change('一'),
      () => change('二'),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
  await expect(verifyOperator(ctx, id, { verified: true, how: '' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await asItWas(house.clone, orgId, () => verifyOperator(ctx, id, { verified: true, how: '電話で折り返し' }));
  await verifyOperator(ctx, id, { verified: true, how: '電話で折り返し' });
  const found = await reading(ctx, (trx) => listOperators(trx, operatorFilter.parse({ search: 'サーバー' })));
  expect(found.operators.map((each) => each.id)).toEqual([id]);
  await endOperator(ctx, id, true);
  expect(await reading(ctx, (trx) => findOperator(trx, id))).toMatchObject({
    version: 2,
    verifiedHow: '電話で折り返し',
  });
  const { id: another } = await addOperator(ctx, named('南北電力サーバセンター'));
  await expect(endOperator(ctx, id, false)).rejects.toMatchObject({ code: 'conflict' });
  await endOperator(ctx, another, true);
  await asItWas(house.clone, orgId, () => endOperator(ctx, id, false));
});
