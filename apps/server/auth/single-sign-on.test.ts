import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator, signIn, Visitor } from '../../../test/browser-like.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';

const CLIENT = { id: 'sonae', secret: 'a-secret-between-the-two-programs' };
let issuer: string;
let provider: Server;
let house: TestHouse;
let admin: Visitor;

/** What the provider says of whom; of others, that the address they typed is theirs. */
const said = new Map<string, Record<string, unknown>>();
const claimsOf = (id: string): Record<string, unknown> =>
  said.get(id) ?? { email: id, email_verified: true, name: id };

/** A real identity provider on loopback; whoever's address stands in the login field is signed in. */
async function startProvider(): Promise<Server> {
  const { default: Provider } = await import('oidc-provider');
  const { createServer } = await import('node:http');
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: ['http://localhost:8080/api/auth/callback/oidc'],
      },
    ],
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...claimsOf(id) }),
    }),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups', 'locale'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['test'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', oidc.callback());
  return server;
}

/** Walks the provider's pages as a browser would: follow, fill the login form, consent. */
async function walk(start: string, email: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step += 1) {
    if (url.startsWith('http://localhost:8080/')) return url;
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([n, v]) => `${n}=${v}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location) {
      url = new URL(location, url).toString();
      form = undefined;
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`no form at ${url}: ${page.slice(0, 300)}`);
    form = new URLSearchParams(
      page.includes('name="login"')
        ? { prompt: 'login', login: email, password: 'x' }
        : { prompt: 'consent' },
    );
    url = new URL(action, url).toString();
  }
  throw new Error('the provider led nowhere');
}

beforeAll(async () => {
  provider = await startProvider();
  const identityProvider = {
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
  };
  house = await TestHouse.open({
    identityProvider,
    clock: new StoryClock(Temporal.Now.instant().toString()),
  });
  await house.organisation();
  admin = await firstAdministrator(house, 'boss@example.jp');
});
afterAll(async () => {
  await house.close();
  provider.close();
});

async function signOn(email: string): Promise<{ visitor: Visitor; arrived: string }> {
  const visitor = new Visitor(house);
  const asked = await visitor.send('POST', '/api/auth/sign-in/social', {
    provider: 'oidc',
    callbackURL: '/',
    errorCallbackURL: '/sign-in',
    disableRedirect: true,
  });
  const back = new URL(await walk(String(asked.body['url']), email));
  const answer = await visitor.send('GET', `${back.pathname}${back.search}`);
  return { visitor, arrived: String(answer.headers['location']) };
}

test('a registered person signs in with the organisation’s identity provider', async () => {
  const { body } = await admin.send('POST', '/api/prepare/people', {
    name: 'R',
    email: 'r@example.jp',
    roles: ['responder'],
  });
  await admin.send('POST', `/api/prepare/people/${body['id']}/invitation`);
  const { visitor, arrived } = await signOn('r@example.jp');
  expect(arrived).not.toContain('error');
  expect((await visitor.send('GET', '/api/account/me')).body).toMatchObject({
    email: 'r@example.jp',
    roles: ['responder'],
  });
});

test('somebody the provider knows but nobody registered stays outside', async () => {
  const { visitor, arrived } = await signOn('stranger@example.jp');
  // The sign-in screen says by this code why (sign-in/sso-refusal.ts).
  expect(arrived).toContain('error=signup_disabled');
  expect((await visitor.send('GET', '/api/account/me')).status).toBe(401);
});

async function invited(email: string): Promise<string> {
  const { body } = await admin.send('POST', '/api/prepare/people', {
    name: email,
    email,
    roles: ['responder'],
  });
  await admin.send('POST', `/api/prepare/people/${body['id']}/invitation`);
  return String(body['id']);
}

test('a provider that never says whether an address is verified is taken at its word; one that says no is too', async () => {
  await invited('entra@example.jp');
  said.set('entra', { email: 'entra@example.jp', name: 'E' });
  expect((await signOn('entra')).arrived).not.toContain('error');
  await invited('no@example.jp');
  for (const no of [false, 'false', 0, '']) {
    said.set(`no ${no}`, { email: 'no@example.jp', email_verified: no, name: 'N' });
    expect((await signOn(`no ${no}`)).arrived).toContain('error=account_not_linked');
  }
});

test('an address the provider gives to somebody else opens nobody’s account', async () => {
  await invited('reused@example.jp');
  said.set('boss1', { email: 'reused@example.jp', email_verified: true, name: 'B' });
  said.set('evil3', { email: 'reused@example.jp', email_verified: true, name: 'E' });
  expect((await signOn('boss1')).arrived).not.toContain('error');
  const second = await signOn('evil3');
  expect(second.arrived).toContain('error=unable_to_link_account');
  expect((await second.visitor.send('GET', '/api/account/me')).status).toBe(401);
  // The first one still comes in.
  expect((await signOn('boss1')).arrived).not.toContain('error');
  const rows = await house.clone.query(
    `SELECT 1 FROM auth."account" WHERE "accountId" IN ('boss1', 'evil3')`,
  );
  expect(rows).toHaveLength(1);
});

test('capitals in an address make no second account, and whoever is known by their subject stays known', async () => {
  const id = await invited('taro.yamada@example.jp');
  said.set('taro', { email: 'Taro.Yamada@Example.jp', email_verified: true, name: 'T' });
  const first = await signOn('taro');
  expect((await first.visitor.send('GET', '/api/account/me')).body).toMatchObject({ personId: id });
  expect((await signIn(new Visitor(house), 'BOSS@Example.jp')).status).toBe(200);
  said.set('taro', { email: 'yamada.new@example.jp', email_verified: true, name: 'T' });
  const again = await signOn('taro');
  expect((await again.visitor.send('GET', '/api/account/me')).body).toMatchObject({ personId: id });
  const users = await house.clone.query(`SELECT 1 FROM auth."user" WHERE lower(email) LIKE '%yamada%'`);
  expect(users).toHaveLength(1);
});

const table = async (more: object) => {
  const { body } = await admin.send('GET', '/api/prepare/sign-on-groups');
  const { status, text } = await admin.send('PUT', '/api/prepare/sign-on-groups', { ...body, ...more });
  expect(status, text).toBe(200);
};
const rolesOf = async (visitor: Visitor): Promise<unknown> =>
  (await visitor.send('GET', '/api/account/me')).body['roles'];

test('groups bring roles and take them away at each sign-in; a raise begins anew for whoever was in before', async () => {
  await table({
    groups: [
      { group: 'ops-leads', role: 'commander' },
      { group: 'board', role: 'executive' },
    ],
  });
  await invited('grouped@example.jp');
  const says = (groups: unknown) =>
    said.set('grouped', { email: 'grouped@example.jp', email_verified: true, name: 'G', groups });
  says(['unknown']);
  const first = await signOn('grouped');
  expect(await rolesOf(first.visitor)).toEqual(['responder']);
  says(['ops-leads', 'unknown']);
  const raised = await signOn('grouped');
  expect(await rolesOf(raised.visitor)).toEqual(['responder', 'commander']);
  // The session from before the raise is over, the one the provider opened is not.
  expect((await first.visitor.send('GET', '/api/account/me')).status).toBe(401);
  says(['board']);
  expect(await rolesOf((await signOn('grouped')).visitor)).toEqual(['responder', 'executive']);
  says(undefined);
  expect(await rolesOf((await signOn('grouped')).visitor)).toEqual(['responder']);
});

test('whoever comes first by a listed group is registered only where the organisation wants so', async () => {
  const groups = [{ group: 'ops', role: 'responder' }];
  await table({ admits: false, groups });
  said.set('new', {
    email: 'new@example.jp',
    email_verified: true,
    name: '新',
    groups: ['ops'],
    locale: 'en-GB',
  });
  expect((await signOn('new')).arrived).toContain('error=signup_disabled');
  await table({ admits: true, groups });
  said.set('other', { email: 'other@example.jp', email_verified: true, name: 'O', groups: ['elsewhere'] });
  expect((await signOn('other')).arrived).toContain('error=signup_disabled');
  said.set('unsure', { email: 'unsure@example.jp', email_verified: false, name: 'U', groups: ['ops'] });
  expect((await signOn('unsure')).arrived).toContain('error=');
  const { visitor, arrived } = await signOn('new');
  expect(arrived).not.toContain('error');
  expect((await visitor.send('GET', '/api/account/me')).body).toMatchObject({
    name: '新',
    language: 'en',
    roles: ['responder'],
  });
  const again = await Promise.all([signOn('new'), signOn('new')]);
  expect(again.map((each) => each.arrived.includes('error'))).toEqual([false, false]);
  const people = await house.clone.query(`SELECT 1 FROM person WHERE email = 'new@example.jp'`);
  expect(people).toHaveLength(1);
  // Somebody who was registered by hand and never invited keeps what they were given.
  await admin.send('POST', '/api/prepare/people', {
    name: 'H',
    email: 'hand@example.jp',
    roles: ['executive'],
  });
  said.set('hand', { email: 'hand@example.jp', email_verified: true, name: 'H', groups: ['ops'] });
  expect(await rolesOf((await signOn('hand')).visitor)).toEqual(['executive', 'responder']);
});
