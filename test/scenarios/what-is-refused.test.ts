import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../areas/routes.ts';
import { newId } from '../../kernel/clock.ts';
import { firstAdministrator, Visitor } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { TestHouse } from '../house.ts';

let house: TestHouse;
let admin: Visitor;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  await house.organisation();
  admin = await firstAdministrator(house);
});
afterAll(() => house.close());

const person = async (email: string, roles: string[]): Promise<string> =>
  String((await admin.send('POST', '/api/prepare/people', { name: email, email, roles })).body['id']);
async function signedIn(id: string): Promise<Visitor> {
  const { body } = await admin.send('POST', `/api/prepare/people/${id}/invitation`);
  const visitor = new Visitor(house);
  await visitor.send('POST', '/api/auth/sign-in/link', { token: String(body['link']).split('#')[1] });
  return visitor;
}
const errors = ({ body }: { body: Record<string, unknown> }) =>
  (body['errors'] as { field: string }[] | undefined)?.map(({ field }) => field);

describe('an id of nothing that is here', () => {
  test('is named by its field, in whatever route it is written', async () => {
    const nobody = newId();
    const id = await person('a@example.jp', ['responder']);
    const { body: declared } = await admin.send('POST', '/api/respond/incidents', {
      title: 'x',
      severity: 1,
      page: false,
    });
    const duty = (await admin.send('GET', '/api/prepare/duty')).body['people'] as { id: string }[];
    const seen = duty.map((each) => each.id);
    const asks: [string, string, Record<string, unknown>, string][] = [
      ['PUT', `/api/prepare/people/${id}`, { name: 'a', roles: ['responder'], unitId: nobody, seen: { name: 'a@example.jp', roles: ['responder'] } }, 'unitId'],
      ['POST', '/api/prepare/people', { name: 'b', email: 'b@example.jp', roles: ['responder'], unitId: nobody }, 'unitId'],
      ['POST', '/api/prepare/units', { name: 'u', parentId: nobody }, 'parentId'],
      ['PUT', '/api/prepare/duty', { personIds: [id, nobody], seen }, 'personIds'],
      ['POST', `/api/respond/incidents/${declared['id']}/tasks`, { title: 't', assigneeId: nobody, personId: nobody }, ''],
    ]; // biome-ignore format: a table
    for (const [method, path, body, field] of asks) {
      const answer = await admin.send(method as 'PUT', path, body);
      expect([path, answer.status < 500]).toEqual([path, true]);
      if (field)
        expect([path, answer.status, errors(answer)]).toEqual([path, 422, [expect.stringContaining(field)]]);
    }
  });
});

test('a place in a list that nobody gave out begins no page, whatever is wrong with it', async () => {
  const lists = ROUTES.flatMap(({ key, query }) =>
    key.startsWith('GET ') && !key.includes(':')
      ? ['before', 'after'].flatMap((name) =>
          name in (query?.shape ?? {}) ? [`${key.slice(4)}?${name}=`] : [],
        )
      : [],
  );
  expect(lists.length).toBeGreaterThan(8);
  const odd = [
    '-271821-04-20T00:00:00Z',
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00+99:99~x',
    '2026-13-01T00:00:00Z~0190a1b2-0000-7000-8000-000000000000~99999999999',
    '2026-01-01T00:00:00 Nowhere/Nothing~0190a1b2-0000-7000-8000-000000000000',
    '999999999-01-01~0190a1b2-0000-7000-8000-000000000000~1',
    '_-271821-04-20_',
    '~~~',
    '９',
  ];
  for (const list of lists)
    for (const place of odd) {
      const { status } = await admin.send('GET', `${list}${encodeURIComponent(place)}`);
      expect([list, place, status < 500]).toEqual([list, place, true]);
    }
});

test('how somebody who may do more is reached is theirs, or their equal’s, to say', async () => {
  const keeper = await signedIn(await person('keeper@example.jp', ['register-keeper']));
  const second = await person('second@example.jp', ['administrator']);
  const commander = await person('commander@example.jp', ['commander']);
  const glass = await admin.send('POST', '/api/prepare/people', { name: 'g', email: 'g@example.jp', roles: ['responder'], breakGlass: true }); // biome-ignore format: one line
  const card = { routes: [{ kind: 'email', address: 'evil@example.jp' }], quiet: null };
  const keep = (who: Visitor, id: string) => who.send('PUT', `/api/prepare/people/${id}/card`, card);
  const shape = await keep(admin, second);
  expect([shape.status, shape.text]).toEqual([200, expect.anything()]);
  expect((await keep(keeper, second)).status).toBe(403);
  expect((await keep(keeper, commander)).status).toBe(200);
  expect((await keep(keeper, String(glass.body['id']))).status).toBe(403);
  const me = String((await keeper.send('GET', '/api/account/me')).body['personId']);
  expect((await keep(keeper, me)).status).toBe(200);
});

test('what is called a name has one line, wherever it is written', async () => {
  for (const name of ['a\r\nBcc: x@example.jp', 'a\nb', 'a\u2028b', 'a\u0007b', 'a\tb']) {
    for (const [path, body] of [
      ['/api/prepare/people', { name, email: 'n@example.jp', roles: ['responder'] }],
      ['/api/prepare/units', { name, parentId: null }],
      ['/api/account/keys', { name, scopes: ['incident.read'] }],
      ['/api/detect/sources', { kind: 'alertmanager', name, settings: {} }],
    ] as const) {
      const answer = await admin.send('POST', path, body);
      expect([name, path, answer.status, errors(answer)]).toEqual([name, path, 422, ['name']]);
    }
  }
  // White space around it is trimmed away as it always was.
  expect((await admin.send('POST', '/api/prepare/units', { name: ' 浄水課\n', parentId: null })).status).toBe(
    200,
  );
});

test('very deep bodies are answered', async () => {
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  const answer = await house.assembly.http?.inject({
    method: 'POST',
    url: '/api/prepare/units',
    headers: { origin: 'http://localhost:8080', cookie: admin.cookie, 'content-type': 'application/json' },
    payload: deep,
  });
  expect(answer?.statusCode).toBe(422);
});
