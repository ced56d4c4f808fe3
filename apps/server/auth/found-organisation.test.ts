import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator, Visitor } from '../../../test/browser-like.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';

let house: TestHouse;
let admin: Visitor;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  await house.organisation('みなと水道');
  admin = await firstAdministrator(house);
});
afterAll(() => house.close());

const wanted = (email: string, name = '認証サービス') => ({
  name,
  timeZone: 'Asia/Tokyo',
  administrator: { name: '管理者', email, language: 'ja' },
});
const found = (by: Visitor, email: string) => by.send('POST', '/api/account/organisations', wanted(email));
async function byLink(link: unknown): Promise<Visitor> {
  const visitor = new Visitor(house);
  const token = String(link).split('#')[1];
  expect((await visitor.send('POST', '/api/auth/sign-in/link', { token })).status).toBe(200);
  return visitor;
}

test('the installation’s administrator founds another organisation, whose own administrator does not', async () => {
  expect((await admin.send('GET', '/api/account/me')).body).toMatchObject({ mayFound: true });
  const made = await found(admin, 'second@example.jp');
  expect(made.status).toBe(200);
  const second = await byLink(made.body['link']);
  expect((await second.send('GET', '/api/account/me')).body).toMatchObject({
    organisation: { orgId: made.body['id'], name: '認証サービス' },
    roles: ['administrator'],
    mayFound: false,
  });
  expect((await found(second, 'third@example.jp')).status).toBe(403);
  // What is one organisation's is not the other's.
  expect((await second.send('GET', '/api/prepare/people')).body['people']).toHaveLength(1);
  expect((await admin.send('GET', '/api/prepare/people')).body['people']).toHaveLength(1);
  // Two organisations of one installation link their records.
  const incident = async (by: Visitor) =>
    (await by.send('POST', '/api/respond/incidents', { title: 'x', page: false })).body['id'];
  const [mine, theirs] = [await incident(admin), await incident(second)];
  const { body } = await admin.send('POST', `/api/respond/incidents/${mine}/joint`);
  const accepted = await second.send('POST', `/api/respond/incidents/${theirs}/joint/accept`, {
    code: body['code'],
  });
  expect(accepted.status).toBe(200);
});

test('who signs in already gets no link, and belongs to both; of one that fails nothing is there', async () => {
  const { email } = (await admin.send('GET', '/api/account/me')).body;
  const made = await found(admin, String(email));
  expect(made.body).toEqual({ id: expect.any(String), link: null });
  expect((await admin.send('GET', '/api/account/me')).body['memberships']).toHaveLength(2);
  expect((await found(admin, 'no address')).status).toBe(422);
  const count = async () => (await house.clone.query('SELECT FROM organisation')).length;
  const before = await count();
  await house.clone.query(`ALTER TABLE person ADD CONSTRAINT fails CHECK (email <> 'fails@example.jp')`);
  expect((await found(admin, 'fails@example.jp')).status).toBe(500);
  expect(await count()).toBe(before);
});

test('whoever belongs to several acts for the one their browser remembers, while they belong to it', async () => {
  const { body } = await admin.send('GET', '/api/account/me');
  const [first, second] = body['memberships'] as { orgId: string; name: string }[];
  const shown = async (remembered: string, headers: Record<string, string> = {}) => {
    const cookie = `${admin.cookie}; sonae-organisation=${remembered}`;
    const me = await admin.send('GET', '/api/account/me', undefined, { cookie, ...headers });
    return [me.status, me.body['organisation']];
  };
  expect(await shown(second?.orgId ?? '')).toEqual([200, expect.objectContaining({ orgId: second?.orgId })]);
  const { body: elsewhere } = await found(admin, 'stranger@example.jp');
  for (const nothing of [String(elsewhere['id']), 'x', '', '%%%'])
    expect(await shown(nothing)).toEqual([200, expect.objectContaining({ orgId: first?.orgId })]);
  // What a request says by itself counts before, and is refused where it is wrong.
  const said = { 'sonae-organisation': first?.orgId ?? '' };
  expect(await shown(second?.orgId ?? '', said)).toEqual([
    200,
    expect.objectContaining({ orgId: first?.orgId }),
  ]);
  expect(await shown('', { 'sonae-organisation': String(elsewhere['id']) })).toEqual([403, undefined]);
});

test('nothing is written into another organisation than the one that was meant', async () => {
  const [first, second] = (await admin.send('GET', '/api/account/me')).body['memberships'] as {
    orgId: string;
  }[];
  const elsewhere = String((await found(admin, 'left@example.jp')).body['id']);
  const declare = async (remembered: string, headers: Record<string, string> = {}, address = '') => {
    const cookie = `${admin.cookie}; sonae-organisation=${remembered}`;
    const url = `/api/respond/incidents${address}`;
    const { status, body } = await admin.send(
      'POST',
      url,
      { title: 'x', page: false },
      { cookie, ...headers },
    );
    const [row] = await house.clone.query(
      `SELECT org_id FROM incident WHERE id = '${body['id'] ?? crypto.randomUUID()}'`,
    );
    return [status, row?.['org_id']];
  };
  const says = (orgId = '') => ({ 'sonae-organisation': orgId });
  expect(await declare(second?.orgId ?? '', says(first?.orgId))).toEqual([200, first?.orgId]);
  expect(await declare(elsewhere, says(second?.orgId))).toEqual([200, second?.orgId]);
  expect(await declare(first?.orgId ?? '', says(elsewhere))).toEqual([403, undefined]);
  // Left since, or never there: the browser remembers what is no more, and the first one is not what was meant.
  for (const gone of [elsewhere, 'x', '%%%']) expect(await declare(gone)).toEqual([403, undefined]);
  expect(await declare('')).toEqual([200, first?.orgId]);
  // What somebody puts into an address changes nothing elsewhere.
  expect(await declare(first?.orgId ?? '', {}, `?sonae-organisation=${second?.orgId}`)).toEqual([
    200,
    first?.orgId,
  ]);
});

test('a picture and the stream are of the organisation their address names', async () => {
  const [first, second] = (await admin.send('GET', '/api/account/me')).body['memberships'] as {
    orgId: string;
  }[];
  const elsewhere = String((await found(admin, 'gone@example.jp')).body['id']);
  const cookie = `${admin.cookie}; sonae-organisation=${first?.orgId}`;
  const shown = async (orgId = '') => {
    const { status, body } = await admin.send(
      'GET',
      `/api/account/me?sonae-organisation=${orgId}`,
      undefined,
      { cookie },
    );
    return [status, (body['organisation'] as { orgId: string } | undefined)?.orgId];
  };
  expect(await shown(second?.orgId)).toEqual([200, second?.orgId]);
  expect(await shown(elsewhere)).toEqual([403, undefined]);
});

test('a key that somebody had to an account elsewhere, a link or a session, opens nothing in what it administers since', async () => {
  // The administrator of the second organisation holds a session and a further link of one of theirs.
  const second = await byLink((await found(admin, 'other@example.jp')).body['link']);
  const { body: person } = await second.send('POST', '/api/prepare/people', {
    name: 'v',
    email: 'victim@example.jp',
    roles: ['responder'],
  });
  const link = async () =>
    (await second.send('POST', `/api/prepare/people/${person['id']}/invitation`)).body['link'];
  const asVictim = await byLink(await link());
  const left = String(await link()).split('#')[1];
  const me = () => asVictim.send('GET', '/api/account/me');
  expect((await me()).body['memberships']).toHaveLength(1);
  // Nobody knows whose the password is that was set by such a link: it is no administrator's.
  const refused = await found(admin, 'victim@example.jp');
  expect(refused.body).toMatchObject({ errors: [{ field: 'administrator.email' }] });
  await house.clone.query('DELETE FROM auth.handed_link');
  expect((await found(admin, 'victim@example.jp')).body['link']).toBeNull();
  expect((await me()).status).toBe(401);
  const late = new Visitor(house);
  expect((await late.send('POST', '/api/auth/sign-in/link', { token: left })).status).toBe(401);
  // None is made any more.
  expect((await second.send('POST', `/api/prepare/people/${person['id']}/invitation`)).status).toBe(409);
});
