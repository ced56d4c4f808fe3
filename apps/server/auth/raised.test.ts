import { afterAll, beforeAll, expect, test } from 'vitest';
import { configureChannel } from '../../../areas/sending/channels/configure-channel.ts';
import { race } from '../../../test/acts.ts';
import { firstAdministrator, PASSWORD, Visitor } from '../../../test/browser-like.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';

let house: TestHouse;
let orgId: string;
let admin: Visitor;
let keeper: Visitor;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  orgId = await house.organisation();
  admin = await firstAdministrator(house);
  const made = await admin.send('POST', '/api/prepare/invitations', guest('keeper', 'register-keeper'));
  keeper = await byLink(made.body['link']);
});
afterAll(() => house.close());

const guest = (name: string, ...roles: string[]) => ({
  name,
  email: `${name}@example.jp`,
  roles,
  language: 'en',
});
const follow = async (link: unknown, visitor = new Visitor(house)) =>
  (await visitor.send('POST', '/api/auth/sign-in/link', { token: String(link).split('#')[1] })).status;
async function byLink(link: unknown): Promise<Visitor> {
  const visitor = new Visitor(house);
  expect(await follow(link, visitor)).toBe(200);
  return visitor;
}
const me = async (visitor: Visitor) => (await visitor.send('GET', '/api/account/me')).status;
const handOut = async (by: Visitor, id: string) =>
  (await by.send('POST', `/api/prepare/people/${id}/invitation`)).body['link'];
async function change(id: string, ...roles: string[]): Promise<void> {
  const { body } = await admin.send('GET', `/api/prepare/people?id=${id}`);
  const [person] = body['people'] as Record<string, unknown>[];
  const { name, language, unitId } = person ?? {};
  const seen = { name, language, unitId, roles: person?.['roles'] };
  const answer = await admin.send('PUT', `/api/prepare/people/${id}`, { ...seen, roles, seen });
  expect(answer.status, answer.text).toBe(200);
}
const signIn = async (name: string) => {
  const visitor = new Visitor(house);
  const { status } = await visitor.send('POST', '/api/auth/sign-in/email', {
    email: `${name}@example.jp`,
    password: PASSWORD,
  });
  return status === 200 ? visitor : undefined;
};
const said = async (id: string) =>
  (
    await house.clone.query<{ what: string }>(
      `SELECT body->>'what' AS what FROM ledger WHERE org_id = $1 AND kind = 'account.changed' AND body->>'personId' = $2 ORDER BY seq`,
      [orgId, id],
    )
  ).map(({ what }) => what);

/** Somebody whom one of the keepers invites, with the session that whoever followed the link has. */
async function invited(by: Visitor, name: string, role = 'register-keeper') {
  const { body } = await by.send('POST', '/api/prepare/invitations', guest(name, role));
  const id = String(body['personId']);
  const session = await byLink(body['link']);
  expect((await session.send('POST', '/api/account/password', { password: PASSWORD })).status).toBe(200);
  return { id, session };
}

test('whoever invited somebody cannot be them once they are given more: session, link and password are over', async () => {
  const { id, session } = await invited(keeper, 'raised');
  await house.clone.query(
    `INSERT INTO auth.passkey ("publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
     SELECT 'k', id, 'c', 0, 'singleDevice', false FROM auth."user" WHERE email = 'raised@example.jp'`,
  );
  const kept = await handOut(keeper, id);
  await change(id, 'administrator');
  expect([await me(session), await follow(kept), await signIn('raised')]).toEqual([401, 401, undefined]);
  expect(await house.clone.query('SELECT FROM auth.passkey')).toEqual([]);
  expect(await said(id)).toEqual(['password-set', 'ways-in-cleared']);
  // Who gave them more lets them in, and the keeper does so no longer.
  expect((await keeper.send('POST', `/api/prepare/people/${id}/invitation`)).status).toBe(403);
  const own = await byLink(await handOut(admin, id));
  expect((await own.send('POST', '/api/account/password', { password: PASSWORD })).status).toBe(200);
  await change(id, 'responder');
  await change(id, 'administrator');
  expect(await signIn('raised')).toBeDefined();
});

test('who was let in by somebody who holds as much signs in anew, by what they have', async () => {
  const { id, session } = await invited(admin, 'trusted', 'responder');
  const kept = await handOut(admin, id);
  await change(id, 'administrator');
  expect([await me(session), await follow(kept)]).toEqual([401, 401]);
  expect(await said(id)).toEqual(['password-set', 'sessions-ended']);
  const again = await signIn('trusted');
  expect(again && (await me(again))).toBe(200);
});

test('another name, the same or less leaves everybody where they are', async () => {
  const { id, session } = await invited(admin, 'lowered', 'administrator');
  await change(id, 'administrator');
  await change(id, 'responder');
  expect(await me(session)).toBe(200);
  expect(await said(id)).toEqual(['password-set']);
});

test('who comes inside from outside has more, though a role was taken: they sign in anew; the other way nobody does', async () => {
  const roles = ['responder', 'contractor'];
  const { body } = await admin.send('POST', '/api/prepare/invitations', guest('vendor', ...roles));
  const id = String(body['personId']);
  const session = await byLink(body['link']);
  await change(id, 'responder');
  expect(await me(session)).toBe(401);
  const again = await byLink(await handOut(admin, id));
  await change(id, ...roles);
  expect(await me(again)).toBe(200);
});

test('who left and comes again begins anew, whoever kept a session or a password of them', async () => {
  const { id, session } = await invited(keeper, 'returned');
  await admin.send('DELETE', `/api/prepare/people/${id}`);
  const { body } = await admin.send('POST', '/api/prepare/invitations', guest('returned', 'administrator'));
  expect(body['link']).toBeTypeOf('string');
  expect([await me(session), await signIn('returned')]).toEqual([401, undefined]);
  expect(await me(await byLink(body['link']))).toBe(200);
});

test('a link that is handed out while its person is given more is over, or is refused', async () => {
  const { id } = await invited(keeper, 'raced');
  let link: unknown;
  const hand = async () => {
    const { status, body } = await keeper.send('POST', `/api/prepare/people/${id}/invitation`);
    expect([200, 403]).toContain(status);
    link = body['link'];
  };
  expect((await race(house.clone, [orgId], hand, () => change(id, 'administrator'))).won).toBe(2);
  expect(await follow(link)).toBe(401);
});

test('what was mailed only its reader could follow: their password stays', async () => {
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: 9,
    security: 'none',
    from: 'sonae@example.jp',
  });
  await keeper.send('POST', '/api/prepare/invitations', guest('mailed', 'register-keeper'));
  expect(
    await house.clone.query(
      `SELECT FROM auth.handed_link h JOIN auth."user" u ON u.id = h.account WHERE u.email = 'mailed@example.jp'`,
    ),
  ).toEqual([]);
});
