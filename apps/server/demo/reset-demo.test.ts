import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOrganisation } from '../../../areas/prepare/parties/index.ts';
import { whoIsOn } from '../../../areas/prepare/rosters/index.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { firstAdministrator, type Visitor } from '../../../test/browser-like.ts';
import { TestHouse } from '../../../test/house.ts';
import { organisationIds } from '../auth/store.ts';
import { foundDemo } from './found-demo.ts';
import { resetDemo } from './reset-demo.ts';

let house: TestHouse;
let orgId: string;
let bodyId: string;
let visitor: Visitor;
let admin: Context;
beforeEach(async () => {
  house = await TestHouse.open();
  orgId = await foundDemo(house.assembly.house, house.clock, 'en');
  bodyId = (await organisationIds(house.assembly.house.database))[1] ?? '';
  visitor = await firstAdministrator(house);
  const [person] = await house.clone.query<{ id: string }>(
    `SELECT id FROM person WHERE org_id = $1 AND user_id IS NOT NULL`,
    [orgId],
  );
  admin = house.as(orgId, person?.id ?? '', ['administrator']);
});
afterEach(() => house.close());

test('its times begin again, in the language that is asked for, with whoever asked as its administrator', async () => {
  house.clock.advance({ hours: 30 });
  const { status, body } = await visitor.send('POST', '/api/account/organisation/reset-demo', {
    language: 'ja',
  });
  expect(status).toBe(200);
  const { id } = body as { id: string };
  expect(id).not.toBe(orgId);
  // The body that surveys operators goes and comes with the utility, and is the second.
  const ids = await organisationIds(house.assembly.house.database);
  expect(ids).toEqual([id, expect.not.stringMatching(bodyId)]);
  const me = await visitor.send('GET', '/api/account/me');
  expect(me.body).toMatchObject({
    organisation: { orgId: id, name: '凪浦市水道局', demo: true },
    roles: ['administrator'],
    language: 'ja',
    memberships: [{ orgId: id }, { orgId: ids[1], name: '重要サービス事例調査室', demo: true }],
  });
  const [running] = await house.clone.query<{ title: string; minutes: number }>(
    `SELECT title, extract(epoch FROM $2::timestamptz - declared_at) / 60 AS minutes FROM incident WHERE org_id = $1 AND state = 'open'`,
    [id, house.clock.now().toString()],
  );
  expect(running?.title).toBe('取水ポンプ2号 停止');
  expect(Number(running?.minutes)).toBeCloseTo(14.5, 0);
  // Pages of what is declared in it come to whoever looks, as before.
  const [first] = await reading(house.system(id), (trx) => whoIsOn(trx));
  expect(first?.name).toBe((me.body as { name: string }).name);
  const lines = await house.clone.query(
    `SELECT body->>'language' AS language FROM ledger WHERE org_id = $1 AND kind = 'organisation.demo-reset'`,
    [id],
  );
  expect(lines).toEqual([{ language: 'ja' }]);
});

test('an organisation that is none, a key, and who may not manage it are refused', async () => {
  const own = await house.organisation();
  const person = await house.person(own, ['administrator']);
  await expect(resetDemo(house.as(own, person, ['administrator']), 'ja')).rejects.toMatchObject({
    code: 'conflict',
  });
  const commander = await house.person(orgId, ['commander']);
  await expect(resetDemo(house.as(orgId, commander, ['commander']), 'ja')).rejects.toMatchObject({
    code: 'forbidden',
  });
  const byKey = { ...admin, actor: { ...admin.actor, kind: 'key' as const } };
  await expect(resetDemo(byKey, 'ja')).rejects.toMatchObject({ code: 'forbidden' });
  expect(await reading(admin, readOrganisation)).toMatchObject({ id: orgId, demo: true });
});

test('two at once are one: the other finds nothing to reset', async () => {
  const reset = () => resetDemo(admin, 'ja');
  expect(await race(house.clone, [orgId], reset, reset)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await organisationIds(house.assembly.house.database)).toHaveLength(2);
});

test('where the new one cannot be told to its end, the old one is there as it was', async () => {
  const coming = house.assembly.house.newId();
  const ids = [coming];
  const ctx = { ...admin, newId: () => ids.shift() ?? house.assembly.house.newId() };
  await asItWas(house.clone, coming, () => resetDemo(ctx, 'en'));
  expect(await organisationIds(house.assembly.house.database)).toEqual([orgId, bodyId]);
});
