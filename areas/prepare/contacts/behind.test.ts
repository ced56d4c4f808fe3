import type { Transaction } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tables } from '../../../database/tables.ts';
import { reading } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { didOneThemselves } from './behind.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

/** The same transaction, counting what it is asked. */
function counting(trx: Transaction<Tables>): { trx: Transaction<Tables>; asked: () => number } {
  let asked = 0;
  const counted = new Proxy(trx, {
    get: (of, name) => {
      if (name === 'selectFrom') asked += 1;
      const value: unknown = Reflect.get(of, name);
      return typeof value === 'function' ? (value.bind(of) as unknown) : value;
    },
  });
  return { trx: counted, asked: () => asked };
}

test('whether any of it was theirs is asked once, of however many', async () => {
  const orgId = await house.organisation();
  const people = await Promise.all(Array.from({ length: 6 }, () => house.person(orgId, ['responder'])));
  const [own = '', ...others] = people;
  const ctx = house.as(orgId, own, ['responder']);
  const askedOf = (by: readonly string[]) =>
    reading(ctx, async (plain) => {
      const { trx, asked } = counting(plain);
      return { own: await didOneThemselves(trx, ctx.actor, by), asked: asked() };
    });
  const one = await askedOf(others.slice(0, 1));
  expect(one.own).toBe(false);
  expect(await askedOf(others)).toEqual(one);
  expect(await askedOf([...others, own])).toEqual({ own: true, asked: one.asked });
  expect(await askedOf([])).toEqual({ own: false, asked: 0 });
});
