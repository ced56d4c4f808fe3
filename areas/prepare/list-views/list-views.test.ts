import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import type { Role } from '../../roles.ts';
import { removePerson } from '../offboarding/remove-person.ts';
import { keepView, readViews, removeView } from './keep-view.ts';
import { LIST_NAMES, listView, MOST_VIEWS, ofList } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function own() {
  const orgId = await house.organisation();
  const as = async (...roles: Role[]) => house.as(orgId, await house.person(orgId, roles), roles);
  return {
    orgId,
    me: await as('responder'),
    other: await as('administrator'),
    outside: await as('contractor'),
  };
}
const view = (name: string, more: object = {}) =>
  listView.parse({ name, search: '?state=open', view: { hidden: ['state'] }, ...more });

test('a view is its person’s alone, on each of their lists, and the last of a name stands', async () => {
  const { orgId, me, other, outside } = await own();
  const keep = (search = '') => keepView(me, 'incidents', view('夜勤', { search }));
  await asItWas(house.clone, orgId, () => keep());
  expect(
    await race(
      house.clone,
      [orgId],
      () => keep('?a'),
      () => keep('?b'),
    ),
  ).toEqual({ won: 2, lost: [] });
  await keep('?state=closed');
  await keepView(me, 'cases', view('夜勤'));
  expect(await readViews(me, 'incidents')).toEqual([view('夜勤', { search: '?state=closed' })]);
  expect(await readViews(other, 'incidents')).toEqual([]);
  expect(await readViews(outside, 'incidents')).toEqual([]);
  await removeView(other, 'incidents', '夜勤');
  expect(await readViews(me, 'incidents')).toHaveLength(1);
  await asItWas(house.clone, orgId, () => removeView(me, 'incidents', '夜勤'));
  await removeView(me, 'incidents', '夜勤');
  await removeView(me, 'incidents', '夜勤');
  expect(await readViews(me, 'incidents')).toEqual([]);
  expect(await readViews(me, 'cases')).toHaveLength(1);
});

test('a list has so many views and no more, also when two are saved at once; one may still be changed', async () => {
  const { orgId, me } = await own();
  for (let n = 1; n < MOST_VIEWS; n += 1) await keepView(me, 'rules', view(`view ${n}`));
  expect(
    await race(
      house.clone,
      [orgId],
      () => keepView(me, 'rules', view('one')),
      () => keepView(me, 'rules', view('two')),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  await keepView(me, 'rules', view('view 1', { search: '?changed' }));
  expect(await readViews(me, 'rules')).toHaveLength(MOST_VIEWS);
});

test('views go with their person, and with nobody else', async () => {
  const { orgId, me, other } = await own();
  for (const ctx of [me, other]) await keepView(ctx, 'rules', view('夜勤'));
  const boss = house.as(orgId, await house.person(orgId, ['administrator']), ['administrator']);
  await removePerson(boss, me.actor.personId ?? '');
  const left = await house.clone.query<{ person_id: string }>(
    'SELECT person_id FROM list_view WHERE org_id = $1',
    [orgId],
  );
  expect(left).toEqual([{ person_id: other.actor.personId }]);
});

test('the house itself has no views', async () => {
  const { orgId } = await own();
  await expect(readViews(house.system(orgId), 'rules')).rejects.toMatchObject({ code: 'forbidden' });
});

test.each([
  [{ name: '' }],
  [{ name: 'x'.repeat(61) }],
  [{ search: 'x'.repeat(2_001) }],
  [{ view: {} }],
  [{ view: { hidden: Array.from({ length: 101 }, () => 'a') } }],
  [{ view: { hidden: [], sort: { column: '', down: true } } }],
])('what is no view is refused: %#', (odd) => {
  expect(listView.safeParse({ ...view('ok'), ...odd }).success).toBe(false);
});

test('a view is of a list there is, and of no other that anybody may think of', () => {
  expect(LIST_NAMES).toContain('register parties');
  for (const list of LIST_NAMES) expect(ofList.parse({ list })).toEqual({ list });
  for (const list of ['', 'x', 'Incidents', 'register', 'register x', 'x'.repeat(100)])
    expect(ofList.safeParse({ list }).success).toBe(false);
});
