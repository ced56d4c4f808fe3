import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listContracts } from '../../../areas/contract.ts';
import { PERMISSIONS } from '../../../areas/roles.ts';
import { ROUTES } from '../../../areas/routes.ts';
import { type Answer, firstAdministrator, Visitor } from '../../../test/browser-like.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { accountRoutes } from './account-routes.ts';
import { issueLink } from './accounts.ts';
import { contracts } from './contract.ts';
import { createKey } from './create-key.ts';

let house: TestHouse;
let orgId: string;
let admin: Visitor;
let key: string;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  orgId = await house.organisation();
  admin = await firstAdministrator(house);
  const { body } = await admin.send('GET', '/api/account/me');
  const scopes = PERMISSIONS.filter((each) => (body['permissions'] as string[]).includes(each));
  const made = await admin.send('POST', '/api/account/keys', { name: 'all', scopes });
  key = String(made.body['key']);
});
afterAll(() => house.close());

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const ID = '0190a1b2-0000-7000-8000-000000000000';
const all = () => [...ROUTES, ...accountRoutes(house.assembly.access)];
const keyed = () => new Visitor(house, { authorization: `Bearer ${key}` });
/** What would let somebody in: a session's cookie, a link, a key, or a token in the answer. */
const letsIn = ({ headers, text }: Answer): boolean =>
  /session_token=[^;]/.test(String(headers['set-cookie'] ?? '')) ||
  /sign-in\/link#|snk_\w{20}|"token":"/.test(text);

describe('a key with every scope is no way to a session', () => {
  test('every act on accounts and everything that leads to one wants a person’s own session', async () => {
    const marked = all().filter(({ inPerson }) => inPerson);
    // Who I am is all a key may ask of its owner's account.
    expect(
      listContracts(contracts)
        .filter(({ inPerson }) => !inPerson)
        .map((each) => each.key),
    ).toEqual(['GET /api/account/me']);
    expect(marked.map((each) => each.key)).toContain('POST /api/prepare/people/:id/invitation');
    expect(marked.map((each) => each.key)).toContain('POST /api/prepare/organisation/replace-demo');
    const { body } = await admin.send('GET', '/api/account/me');
    for (const { key: route } of marked) {
      const [method, pattern] = route.split(' ') as [Method, string];
      for (const id of [ID, String(body['personId'])]) {
        const answer = await keyed().send(method, pattern.replace(/:\w+/g, id), {});
        expect([route, answer.status, answer.body['detail']]).toEqual([
          route,
          403,
          'Not available with an API key. Sign in to do this',
        ]);
        expect(letsIn(answer)).toBe(false);
      }
    }
  });

  test('nor does any other route of the table hand one out', async () => {
    const { body } = await admin.send('GET', '/api/account/me');
    const rest = all().filter(({ inPerson, key: route }) => !inPerson && !route.startsWith('DELETE'));
    for (const { key: route } of rest) {
      const [method, pattern] = route.split(' ') as [Method, string];
      const answer = await keyed().send(method, pattern.replace(/:\w+/g, String(body['personId'])), {});
      expect([route, letsIn(answer)]).toEqual([route, false]);
    }
  });

  test('the sign-in library takes it nowhere for a session, however it is sent', async () => {
    const endpoints = Object.values(house.assembly.access.auth().api) as {
      path?: string;
      options?: { method?: string | string[] };
    }[];
    const paths = endpoints.flatMap(({ path, options }) =>
      path ? [options?.method ?? 'POST'].flat().map((method) => [method, path] as const) : [],
    );
    expect(paths.length).toBeGreaterThan(30);
    for (const [method, path] of paths)
      for (const headers of [{ authorization: `Bearer ${key}` }, { 'x-api-key': key }]) {
        const url = `/api/auth${path.replace(/:\w+/g, 'x')}`;
        const answer = await new Visitor(house, headers).send(
          method as Method,
          url,
          method === 'GET' ? undefined : {},
        );
        expect([path, letsIn(answer)]).toEqual([path, false]);
      }
  });

  test('where a link or a key is made, it is refused again, whoever asks for it', async () => {
    const person = house.as(orgId, await house.person(orgId, ['administrator']), ['administrator']);
    for (const kind of ['key', 'link', 'source'] as const) {
      const ctx = { ...person, actor: { ...person.actor, kind } };
      const refused = expect.objectContaining({ code: 'forbidden' });
      const { auth } = house.assembly.access;
      await expect(issueLink(auth(), ctx, 'x')).rejects.toEqual(refused);
      await expect(
        createKey(ctx, house.assembly.access, { name: 'k', scopes: ['account.own'], days: 1 }),
      ).rejects.toEqual(refused);
      for (const route of all().filter(({ inPerson }) => inPerson))
        await expect(route.handle(ctx, { params: { id: ID }, query: {}, body: {} })).rejects.toEqual(refused);
    }
  });

  test('the person themselves still may', async () => {
    const { body } = await admin.send('POST', '/api/prepare/people', {
      name: 'r',
      email: 'r@example.jp',
      roles: ['responder'],
    });
    const invited = await admin.send('POST', `/api/prepare/people/${body['id']}/invitation`);
    expect(letsIn(invited)).toBe(true);
    const document = (await admin.send('GET', '/openapi.json')).body['paths'] as Record<
      string,
      Record<string, { security?: unknown }>
    >;
    expect(document['/api/prepare/people/{id}/invitation']?.['post']?.security).toEqual([{ session: [] }]);
  });
});
