import { afterAll, beforeAll, expect, test } from 'vitest';
import { organisationIds } from '../../apps/server/auth/store.ts';
import { foundDemo } from '../../apps/server/demo/found-demo.ts';
import { ROUTES } from '../../areas/routes.ts';
import { wallClock } from '../../kernel/clock.ts';
import { firstAdministrator, type Visitor } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { TestHouse } from '../house.ts';

let house: TestHouse;
let admin: Visitor;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  await foundDemo(house.assembly.house, wallClock);
  admin = await firstAdministrator(house);
});
afterAll(() => house.close());

const readable = ROUTES.map(({ key }) => key as string).filter((key) => /^GET [^:]+$/.test(key));

test('the demonstration is there to read', async () => {
  // The utility and the body that surveys it.
  expect(await organisationIds(house.assembly.house.database)).toHaveLength(2);
  expect(readable.length).toBeGreaterThan(10);
});

/** Of what answers nothing unasked. */
const ASKED: Readonly<Record<string, string>> = {
  'GET /api/search': `?q=${encodeURIComponent('ポンプ')}`,
};

test.each(readable)('%s answers in the shape it promises, with something in it to show', async (key) => {
  const answer = await admin.send('GET', key.slice(4) + (ASKED[key] ?? ''));
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
});
