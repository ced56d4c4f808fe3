import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listLines } from '../../../areas/ledger/list-lines.ts';
import { firstAdministrator, PASSWORD, signIn, Visitor } from '../../../test/browser-like.ts';
import { StoryClock } from '../../../test/clock.ts';
import { BASE_URL, TestHouse } from '../../../test/house.ts';

const EMAIL = 'first@example.jp';
let house: TestHouse;
let orgId: string;
let admin: Visitor;

beforeEach(async () => {
  // The sign-in library keeps its own time, so this story begins now.
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  orgId = await house.organisation('Minato Waterworks');
  admin = await firstAdministrator(house);
});
afterEach(() => house.close());

/** From an address, with nothing of a browser that was here before. */
async function tries(
  remoteAddress: string,
  password: string,
  headers: Record<string, string> = { origin: BASE_URL },
): Promise<number> {
  const answer = await house.assembly.http?.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ email: EMAIL, password }),
    remoteAddress,
  });
  return answer?.statusCode ?? 0;
}
const kinds = async (): Promise<string[]> =>
  (await listLines(house.system(orgId), { limit: 500 })).lines.map(({ kind }) => kind);

async function guessFromEverywhere(): Promise<void> {
  for (let place = 1; place <= 11; place += 1)
    for (let i = 0; i < 5; i += 1) await tries(`198.51.100.${place}`, 'wrong password');
}

describe('while others guess', () => {
  test('the right password is taken from a fresh address, a known address and a known browser', async () => {
    await guessFromEverywhere();
    expect(await kinds()).toContain('person.locked-out');
    expect(await tries('203.0.113.9', PASSWORD)).toBe(200);
    await guessFromEverywhere();
    // Where somebody signed in before, there is room for a slip.
    expect(await tries('203.0.113.9', 'a slip of the hand')).toBe(401);
    expect(await tries('203.0.113.9', PASSWORD)).toBe(200);
    await guessFromEverywhere();
    expect((await signIn(admin, EMAIL)).status).toBe(200);
  });

  test('one try an hour from a guesser keeps nobody out', async () => {
    await guessFromEverywhere();
    for (let hour = 0; hour < 12; hour += 1) {
      house.clock.advance({ seconds: 3_601 });
      await tries('198.51.100.1', 'wrong password');
    }
    expect(await tries('203.0.113.10', PASSWORD)).toBe(200);
  });

  test('a fresh address gets little room, and a network of addresses is one', async () => {
    await guessFromEverywhere();
    expect(await tries('203.0.113.20', 'wrong password')).toBe(401);
    expect(await tries('203.0.113.20', PASSWORD)).toBe(429);
    let open = 0;
    for (let i = 1; i <= 8; i += 1)
      if ((await tries(`2001:db8:5:5::${i}`, 'wrong password')) === 401) open += 1;
    expect(open).toBe(1);
  });

  test('a browser somebody signed in with keeps its tries when its address is used up by others', async () => {
    for (let i = 0; i < 6; i += 1) await tries('127.0.0.1', 'wrong password');
    expect(await tries('127.0.0.1', PASSWORD)).toBe(429);
    expect((await signIn(admin, EMAIL)).status).toBe(200);
    // What anybody may write into such a cookie opens nothing.
    const made = new Visitor(house, { cookie: 'sonae.device=made-up' });
    expect((await signIn(made, EMAIL)).status).toBe(429);
  });

  test('what a page on another site sends never counts', async () => {
    for (let i = 0; i < 6; i += 1) {
      expect(await tries('203.0.113.30', 'x', { origin: 'https://evil.example' })).toBe(403);
      expect(await tries('203.0.113.30', 'x', { origin: 'null' })).toBe(403);
      expect(await tries('203.0.113.30', 'x', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    }
    const rows = await house.clone.query('SELECT 1 FROM auth.sign_in_lockout');
    expect(rows).toEqual([]);
    expect(await kinds()).not.toContain('person.locked-out');
    expect(await tries('203.0.113.30', PASSWORD)).toBe(200);
  });
});

test('whoever holds a session and guesses the password is counted, wherever it is asked', async () => {
  const guess = (path: string, body: Record<string, string>) => admin.send('POST', `/api/auth${path}`, body);
  for (const [path, body] of [
    ['/verify-password', { password: 'wrong' }],
    ['/change-password', { currentPassword: 'wrong', newPassword: 'Kx7#mPq2vL9d' }],
    ['/two-factor/enable', { password: 'wrong' }],
    ['/verify-password', { password: 'wrong' }],
    ['/verify-password', { password: 'wrong' }],
  ] as const)
    expect([path, (await guess(path, body)).status]).toEqual([path, 400]);
  expect((await guess('/verify-password', { password: PASSWORD })).status).toBe(429);
  // Signing in is another matter.
  expect((await signIn(new Visitor(house), EMAIL)).status).toBe(200);
  house.clock.advance({ seconds: 31 });
  expect((await guess('/verify-password', { password: PASSWORD })).status).toBe(200);
  expect((await guess('/verify-password', { password: 'wrong' })).status).toBe(400);
  expect((await guess('/verify-password', { password: PASSWORD })).status).toBe(200);
});

describe('a password', () => {
  const addresses = Array.from({ length: 9 }, (_, at) => `192.0.2.${at + 1}`);
  // The library itself takes three changes in ten seconds from one address.
  const change = (newPassword: string) =>
    admin
      .at(addresses.shift() ?? '')
      .send('POST', '/api/auth/change-password', { currentPassword: PASSWORD, newPassword });

  test('that is guessed first is refused, where it is set first and where it is changed', async () => {
    for (const weak of ['123456789012', 'passwordpassword', 'MinatoWaterworks1']) {
      expect([weak, await change(weak)]).toMatchObject([
        weak,
        { status: 400, body: { code: 'PASSWORD_GUESSABLE' } },
      ]);
    }
    const { body } = await admin.send('POST', '/api/prepare/people', {
      name: 'Taro Yamada',
      email: 'taro@example.jp',
      roles: ['responder'],
    });
    const { body: invitation } = await admin.send('POST', `/api/prepare/people/${body['id']}/invitation`);
    const taro = new Visitor(house);
    await taro.send('POST', '/api/auth/sign-in/link', { token: String(invitation['link']).split('#')[1] });
    for (const password of ['passwordpassword', 'taro.yamada2026', 'minatowaterworks'])
      expect([password, (await taro.send('POST', '/api/account/password', { password })).body]).toMatchObject(
        [password, { errors: [{ field: 'password' }] }],
      );
  });

  test('that is changed ends every other session, asked for or not, and links handed out before', async () => {
    const other = new Visitor(house);
    await signIn(other, EMAIL);
    const me = String((await admin.send('GET', '/api/account/me')).body['personId']);
    const { body } = await admin.send('POST', `/api/prepare/people/${me}/invitation`);
    const token = String(body['link']).split('#')[1];
    expect((await change('blue-otter-vines-8')).status).toBe(200);
    expect((await other.send('GET', '/api/account/me')).status).toBe(401);
    expect((await new Visitor(house).send('POST', '/api/auth/sign-in/link', { token })).status).toBe(401);
    expect((await signIn(new Visitor(house), EMAIL, 'blue-otter-vines-8')).status).toBe(200);
  });
});

test('one-time links end with the use of one of them, and with a first password', async () => {
  const { body } = await admin.send('POST', '/api/prepare/people', {
    name: 'R',
    email: 'r@example.jp',
    roles: ['responder'],
  });
  const link = async (): Promise<string> => {
    const made = await admin.send('POST', `/api/prepare/people/${body['id']}/invitation`);
    return String(made.body['link']).split('#')[1] ?? '';
  };
  const use = async (token: string) => {
    const visitor = new Visitor(house);
    return { visitor, status: (await visitor.send('POST', '/api/auth/sign-in/link', { token })).status };
  };
  const [early, middle] = [await link(), await link()];
  const { visitor, status } = await use(middle);
  expect(status).toBe(200);
  expect((await use(early)).status).toBe(401);
  const late = await link();
  await visitor.send('POST', '/api/account/password', { password: PASSWORD });
  expect((await use(late)).status).toBe(401);
  // One made afterwards is good.
  expect((await use(await link())).status).toBe(200);
});

test('a session’s token is for the cookie alone', async () => {
  const visitor = new Visitor(house);
  const answers = [await signIn(visitor, EMAIL), await visitor.send('GET', '/api/auth/get-session')];
  answers.push(await visitor.at('192.0.2.99').send('POST', '/api/auth/change-password', { currentPassword: PASSWORD, newPassword: 'blue-otter-vines-8' })); // biome-ignore format: one line
  const sessions = await house.clone.query<{ token: string }>('SELECT token FROM auth."session"');
  expect(sessions.length).toBeGreaterThan(0);
  for (const { text, status } of answers) {
    expect(status).toBe(200);
    expect(text).toContain(EMAIL);
    for (const { token } of sessions) expect(text).not.toContain(token);
  }
});

test('with https the cookie is bound to this host', async () => {
  const secure = await TestHouse.open({ baseUrl: 'https://sonae.example.jp', clock: new StoryClock(Temporal.Now.instant().toString()) }); // biome-ignore format: one line
  try {
    await secure.organisation();
    const { setupLink } = await import('./first-administrator.ts');
    const token = (await setupLink(secure.assembly.house, secure.clock))?.split('#')[1] ?? '';
    const visitor = new Visitor(secure, { origin: 'https://sonae.example.jp' });
    await visitor.send('POST', '/api/setup', { token, name: 'F', email: EMAIL, password: PASSWORD });
    const { headers } = await signIn(visitor, EMAIL);
    const cookies = [headers['set-cookie']].flat().map(String);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-sonae\./);
      expect(cookie).toMatch(/Secure/i);
      expect(cookie).toMatch(/Path=\/(;|$)/);
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).not.toMatch(/Domain=/i);
    }
    expect(cookies.length).toBeGreaterThan(0);
    expect((await visitor.send('GET', '/api/account/me')).status).toBe(200);
  } finally {
    await secure.close();
  }
});

test.each(['/\\evil.example', '//evil.example', '/%5cevil.example', '/%2f%2fevil.example', '/\t/evil.example', '/a\n//evil.example', 'https://evil.example', 'https://localhost:8080.evil.example'])(
  'a call-back to %j leads nowhere',
  async (address) => {
    for (const field of ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL']) {
      const answer = await new Visitor(house).send('POST', '/api/auth/sign-in/social', {
        provider: 'oidc',
        callbackURL: '/',
        [field]: address,
        disableRedirect: true,
      });
      expect([field, answer.status]).toEqual([field, 403]);
    }
  },
); // biome-ignore format: a table
