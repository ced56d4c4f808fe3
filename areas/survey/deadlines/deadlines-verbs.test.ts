import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import type { Role } from '../../roles.ts';
import { deadlineEditions, deadlinesOf } from './index.ts';
import { keepDeadlines } from './keep-deadlines.ts';
import { deadlinesKept } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('another edition is written on the newest one alone, and each moment has the edition of its time', async () => {
  const orgId = await house.organisation();
  const as = async (...roles: Role[]) => house.as(orgId, await house.person(orgId, roles), roles);
  const ctx = await as('secretariat');
  const kept = deadlinesKept.parse({
    seen: 1,
    deadlines: [{ stage: 'first', starts: 'detection', within: { count: 24, unit: 'hours' } }],
  });
  const keep = () => keepDeadlines(ctx, kept);
  await expect(keepDeadlines(await as('rater'), kept)).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, orgId, keep);
  expect(await race(house.clone, [orgId], keep, keep)).toEqual({ won: 1, lost: ['conflict'] });
  const later = { ...ctx, now: ctx.now.add({ hours: 1 }) };
  expect(await keepDeadlines(later, { ...kept, seen: 2 })).toEqual({ edition: 3 });
  const editions = await reading(ctx, deadlineEditions);
  expect(editions.map(({ edition }) => edition)).toEqual([3, 2, 1]);
  const then = async (minutes: number) =>
    (
      await reading(ctx, (trx) =>
        deadlinesOf(trx, { deadlines: null, submittedAt: ctx.now.add({ minutes }) }),
      )
    ).edition;
  expect([await then(-1), await then(1), await then(61)]).toEqual([1, 2, 3]);
  const bound = await reading(ctx, (trx) =>
    deadlinesOf(trx, { deadlines: 2, submittedAt: ctx.now.add({ hours: 9 }) }),
  );
  expect(bound.edition).toBe(2);
  // Another organisation has its own.
  const other = await house.organisation();
  expect(await reading(house.system(other), deadlineEditions)).toMatchObject([{ edition: 1 }]);
});
