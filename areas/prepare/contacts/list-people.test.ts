import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { addPerson } from './add-person.ts';
import { personFilter } from './schema.ts';
import { listPeople } from './store.ts';

const MANY = 501;

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ role: 'web', clock: new StoryClock('2026-11-24T01:00:00Z') });
});
afterAll(() => house.close());

test('whoever comes after the five hundredth is found by name, page by page and by id', async () => {
  const ctx = house.system(await house.organisation());
  const ids: string[] = [];
  for (let i = 1; i <= MANY; i++) {
    const person = { name: `社員 ${i}`, email: `p${i}@example.jp`, language: 'ja' as const };
    const roles: ['responder'] = ['responder'];
    ids.push((await addPerson(ctx, { ...person, roles, unitId: null, breakGlass: false })).id);
  }
  const last = ids.at(-1);
  const names = async (query: object) =>
    (await reading(ctx, (trx) => listPeople(trx, personFilter.parse(query)))).map(({ name }) => name);
  expect(await names({ search: '501', limit: 50 })).toEqual(['社員 501']);
  // Ids made within a millisecond stand in no order of their own.
  const inOrder = ids.toSorted();
  const beyond = `社員 ${ids.indexOf(inOrder.at(-1) ?? '') + 1}`;
  expect(await names({ after: inOrder.at(-2), limit: 50 })).toEqual([beyond]);
  expect(await names({ id: last })).toEqual(['社員 501']);
  expect(await names({ id: last, role: 'contractor' })).toEqual([]);
}, 60_000);
