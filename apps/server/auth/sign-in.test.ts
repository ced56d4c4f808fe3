import { createHash, createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listLines } from '../../../areas/ledger/list-lines.ts';
import { pagesWithAttempts } from '../../../areas/respond/paging/list-pages.ts';
import { firstAdministrator, PASSWORD, signIn, Visitor } from '../../../test/browser-like.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';

let house: TestHouse;
let orgId: string;
let admin: Visitor;

beforeEach(async () => {
  // The sign-in library keeps its own time, so this story begins now.
  house = await TestHouse.open({ role: 'all', clock: new StoryClock(Temporal.Now.instant().toString()) });
  orgId = await house.organisation();
  admin = await firstAdministrator(house);
});
afterEach(() => house.close());

const kinds = async (): Promise<string[]> =>
  (await listLines(house.system(orgId), { limit: 500 })).lines.map(({ kind }) => kind);
const person = async (roles: string[], email: string, breakGlass = false): Promise<string> =>
  String(
    (await admin.send('POST', '/api/prepare/people', { name: email, email, roles, breakGlass })).body['id'],
  );
async function invited(id: string): Promise<Visitor> {
  const { body } = await admin.send('POST', `/api/prepare/people/${id}/invitation`);
  const visitor = new Visitor(house);
  const used = await visitor.send('POST', '/api/auth/sign-in/link', {
    token: String(body['link']).split('#')[1],
  });
  expect(used.status).toBe(200);
  return visitor;
}

describe('first run', () => {
  test('the set-up link sets the first administrator, once', async () => {
    expect((await admin.send('GET', '/api/account/me')).body).toMatchObject({
      roles: ['administrator'],
      hasPassword: true,
    });
    const again = await new Visitor(house).send('POST', '/api/setup', {
      token: 'wrong',
      name: 'x',
      email: 'x@example.jp',
      password: PASSWORD,
    });
    expect(again.status).toBe(410);
    const { setupLink } = await import('./first-administrator.ts');
    expect(await setupLink(house.assembly.house, house.clock)).toBeUndefined();
  });

  test('nobody signs up by themselves', async () => {
    const answer = await new Visitor(house).send('POST', '/api/auth/sign-up/email', {
      name: 'x',
      email: 'x@example.jp',
      password: PASSWORD,
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});

describe('links and passwords', () => {
  test('an invited person signs in with the link once, and sets a first password once', async () => {
    const id = await person(['responder'], 'r@example.jp');
    const { body } = await admin.send('POST', `/api/prepare/people/${id}/invitation`);
    const token = String(body['link']).split('#')[1];
    const visitor = new Visitor(house);
    expect((await visitor.send('POST', '/api/auth/sign-in/link', { token })).status).toBe(200);
    expect((await new Visitor(house).send('POST', '/api/auth/sign-in/link', { token })).status).toBe(401);
    expect((await visitor.send('POST', '/api/account/password', { password: 'short' })).body).toMatchObject({
      errors: [{ field: 'password' }],
    });
    expect((await visitor.send('POST', '/api/account/password', { password: PASSWORD })).status).toBe(200);
    expect((await visitor.send('POST', '/api/account/password', { password: `${PASSWORD}2` })).status).toBe(
      409,
    );
    expect((await signIn(new Visitor(house), 'r@example.jp')).status).toBe(200);
  });

  test('a removed person is out at once', async () => {
    const id = await person(['responder'], 'gone@example.jp');
    const visitor = await invited(id);
    expect((await visitor.send('GET', '/api/account/me')).status).toBe(200);
    expect((await admin.send('DELETE', `/api/prepare/people/${id}`)).status).toBe(200);
    expect((await visitor.send('GET', '/api/account/me')).status).toBe(403);
  });

  test('the last administrator cannot be removed', async () => {
    const { body } = await admin.send('GET', '/api/account/me');
    expect((await admin.send('DELETE', `/api/prepare/people/${body['personId']}`)).status).toBe(409);
  });

  test('whoever keeps the register cannot make themselves more than they are', async () => {
    const keeper = await invited(await person(['register-keeper'], 'k@example.jp'));
    const answer = await keeper.send('POST', '/api/prepare/people', {
      name: 'x',
      email: 'x@example.jp',
      roles: ['administrator'],
    });
    expect(answer.status).toBe(403);
    const me = String((await keeper.send('GET', '/api/account/me')).body['personId']);
    expect(
      (
        await keeper.send('PUT', `/api/prepare/people/${me}`, {
          name: 'k',
          roles: ['administrator'],
          language: 'ja',
          unitId: null,
          seen: { name: 'k', roles: ['register-keeper'], language: 'ja', unitId: null },
        })
      ).status,
    ).toBe(403);
  });
});

describe('what a link is worth', () => {
  test('a link is issued only by somebody who may do as much as its addressee', async () => {
    const keeper = await invited(await person(['register-keeper'], 'k@example.jp'));
    const commander = await person(['commander'], 'c@example.jp');
    const glass = await person(['responder'], 'g@example.jp', true);
    for (const id of [commander, glass]) {
      expect((await keeper.send('POST', `/api/prepare/people/${id}/invitation`)).status).toBe(403);
    }
  });

  test('forty invitations at once do not starve the server of connections', async () => {
    const id = await person(['responder'], 'r@example.jp');
    await admin.send('POST', `/api/prepare/people/${id}/invitation`);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => admin.send('POST', `/api/prepare/people/${id}/invitation`)),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBe(40);
    expect((await admin.send('GET', '/readyz')).status).toBe(200);
  });
});

describe('lock-out', () => {
  test('after five wrong passwords from one address the account rests there, longer each time; another address still may', async () => {
    const guesser = new Visitor(house);
    for (let i = 0; i < 5; i += 1)
      expect((await signIn(guesser, 'first@example.jp', 'wrong password')).status).toBe(401);
    const locked = await signIn(guesser, 'first@example.jp');
    expect(locked.status).toBe(429);
    expect(Number(locked.headers['retry-after'])).toBe(30);
    expect(await kinds()).toContain('person.locked-out');
    house.clock.advance({ seconds: 31 });
    expect((await signIn(guesser, 'first@example.jp', 'wrong again')).status).toBe(401);
    expect(Number((await signIn(guesser, 'first@example.jp')).headers['retry-after'])).toBe(60);
    house.clock.advance({ seconds: 61 });
    expect((await signIn(guesser, 'first@example.jp')).status).toBe(200);
  });

  test('a burst of guesses at once is no way around', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn(new Visitor(house), 'first@example.jp', 'wrong password')),
    );
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
  });
});

/** RFC 6238 with the defaults of authenticator apps. */
function totp(secret: string, at: number): string {
  const bits = [...secret.replace(/=+$/, '')]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('two factors: the password alone gives no session, the code does, and only then has one signed in', async () => {
  const enabled = await admin.send('POST', '/api/auth/two-factor/enable', { password: PASSWORD });
  const secret = new URL(String(enabled.body['totpURI'])).searchParams.get('secret') ?? '';
  const confirmed = await admin.send('POST', '/api/auth/two-factor/verify-totp', {
    code: totp(secret, Date.now()),
  });
  expect(confirmed.status).toBe(200);
  const before = (await kinds()).filter((kind) => kind === 'person.signed-in').length;
  const visitor = new Visitor(house);
  expect((await signIn(visitor, 'first@example.jp')).body).toMatchObject({ twoFactorRedirect: true });
  expect((await visitor.send('GET', '/api/account/me')).status).toBe(401);
  expect((await kinds()).filter((kind) => kind === 'person.signed-in')).toHaveLength(before);
  expect((await visitor.send('POST', '/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(
    401,
  );
  expect(
    (await visitor.send('POST', '/api/auth/two-factor/verify-totp', { code: totp(secret, Date.now()) }))
      .status,
  ).toBe(200);
  expect((await visitor.send('GET', '/api/account/me')).body).toMatchObject({ twoFactor: true });
  // The library itself takes three codes in ten seconds from one address.
  const second = new Visitor(house, {}, '192.0.2.2');
  const twice = new Visitor(house, {}, '192.0.2.3');
  await signIn(second, 'first@example.jp');
  await signIn(twice, 'first@example.jp');
  // A code is good once, in one sign-in after another and in two at once.
  const used = totp(secret, Date.now());
  const fresh = totp(secret, Date.now() + 30_000);
  const code = (visitorOf: Visitor, given: string) =>
    visitorOf.send('POST', '/api/auth/two-factor/verify-totp', { code: given });
  expect((await code(second, used)).status).toBe(401);
  const atOnce = await Promise.all([code(second, fresh), code(twice, fresh)]);
  expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 401]);
  const [backup] = enabled.body['backupCodes'] as string[];
  const other = new Visitor(house);
  await signIn(other, 'first@example.jp');
  expect((await other.send('POST', '/api/auth/two-factor/verify-backup-code', { code: backup })).status).toBe(
    200,
  );
});

test('codes are guessed from many addresses, a few for each sign-in: the account rests, a known browser keeps its own tries', async () => {
  // The library takes three such requests in ten seconds from one address.
  const here = new Visitor(house, {}, '192.0.2.61');
  await signIn(here, 'first@example.jp');
  const enabled = await here.send('POST', '/api/auth/two-factor/enable', { password: PASSWORD });
  const secret = new URL(String(enabled.body['totpURI'])).searchParams.get('secret') ?? '';
  const on = await here.send('POST', '/api/auth/two-factor/verify-totp', { code: totp(secret, Date.now()) });
  expect([on.status, on.text]).toEqual([200, expect.anything()]);
  const guessed = async (place: number, path: string, code: string): Promise<number> => {
    const guesser = new Visitor(house, {}, `198.51.100.${place}`);
    expect((await signIn(guesser, 'first@example.jp')).body).toMatchObject({ twoFactorRedirect: true });
    return (await guesser.send('POST', `/api/auth/two-factor/${path}`, { code })).status;
  };
  const answers: number[] = [];
  for (let place = 1; place <= 5; place += 1)
    answers.push(await guessed(place, 'verify-totp', `00000${place}`));
  expect(answers).toEqual([401, 401, 401, 401, 401]);
  const next = totp(secret, Date.now() + 30_000);
  expect(await guessed(6, 'verify-totp', next)).toBe(429);
  expect(await guessed(7, 'verify-backup-code', String((enabled.body['backupCodes'] as string[])[0]))).toBe(
    429,
  );
  expect(await kinds()).toContain('person.locked-out');
  // Where they signed in before they still do.
  await signIn(here, 'first@example.jp');
  expect((await here.send('POST', '/api/auth/two-factor/verify-totp', { code: next })).status).toBe(200);
  house.clock.advance({ seconds: 31 });
  expect(await guessed(8, 'verify-totp', '000008')).toBe(401);
  expect(await guessed(9, 'verify-totp', '000009')).toBe(429);
});

/** What the ledger says was done to accounts, oldest first. */
const accountChanges = async (): Promise<string[]> =>
  (
    await house.clone.query<{ what: string }>(
      `SELECT body->>'what' AS what FROM ledger WHERE kind = 'account.changed' ORDER BY seq`,
    )
  ).map(({ what }) => what);

test('whatever is done to a way of signing in stands in the ledger, and what failed does not', async () => {
  const act = async (path: string, body: Record<string, unknown>, by = admin) =>
    (await by.send('POST', `/api/auth/${path}`, body)).status;
  const next = 'another long and rather odd phrase';
  expect(await act('change-password', { currentPassword: 'wrong', newPassword: next })).toBe(400);
  expect(await accountChanges()).toEqual([]);
  expect(await act('change-password', { currentPassword: PASSWORD, newPassword: next })).toBe(200);
  // The library takes three such requests in ten seconds from one address.
  const here = new Visitor(house, {}, '192.0.2.71');
  await signIn(here, 'first@example.jp', next);
  const enabled = await here.send('POST', '/api/auth/two-factor/enable', { password: next });
  const secret = new URL(String(enabled.body['totpURI'])).searchParams.get('secret') ?? '';
  expect(await act('two-factor/verify-totp', { code: totp(secret, Date.now()) }, here)).toBe(200);
  const elsewhere = new Visitor(house, { cookie: here.cookie }, '192.0.2.72');
  expect(await act('two-factor/generate-backup-codes', { password: 'wrong' }, elsewhere)).toBe(400);
  expect(await act('two-factor/generate-backup-codes', { password: next }, elsewhere)).toBe(200);
  expect(await act('two-factor/disable', { password: next }, elsewhere)).toBe(200);
  const signedIn = new Visitor(house, {}, '192.0.2.73');
  await signIn(signedIn, 'first@example.jp', next);
  expect(await act('revoke-other-sessions', {}, signedIn)).toBe(200);
  expect(await act('sign-out', {}, signedIn)).toBe(200);
  expect(await act('sign-out', {}, signedIn)).toBe(200);
  expect(await accountChanges()).toEqual([
    'password-changed',
    'second-factor-begun',
    'second-factor-on',
    'backup-codes-made',
    'second-factor-off',
    'sessions-ended',
    'signed-out',
  ]);
  const by = await house.clone.query(
    `SELECT DISTINCT actor_kind, actor_id = body->>'personId' AS own FROM ledger WHERE kind IN ('account.changed', 'person.signed-in')`,
  );
  expect(by, 'whose act it was').toEqual([{ actor_kind: 'person', own: true }]);
});

/** A security key in software: ES256, no attestation (WebAuthn Level 2). */
class SoftKey {
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly id = createHash('sha256').update(String(Math.random())).digest();
  #count = 0;

  #authenticatorData(rpId: string, attested?: Buffer): Buffer {
    this.#count += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.#count);
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([attested ? 0x45 : 0x05]),
      count,
      attested ?? Buffer.alloc(0),
    ]);
  }

  register(challenge: string, origin: string, rpId: string) {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    const bytes = (data: Buffer) => Buffer.concat([Buffer.from([0x58, data.length]), data]);
    const cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ]);
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, cose]);
    const data = this.#authenticatorData(rpId, attested);
    const text = (t: string) => Buffer.concat([Buffer.from([0x60 + t.length]), Buffer.from(t)]);
    const length = Buffer.from([0x58, data.length]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      length,
      data,
    ]);
    return this.#wrap({
      attestationObject: attestation.toString('base64url'),
      clientDataJSON: clientData('webauthn.create', challenge, origin),
    });
  }

  answer(challenge: string, origin: string, rpId: string) {
    const data = this.#authenticatorData(rpId);
    const client = clientData('webauthn.get', challenge, origin);
    const signed = Buffer.concat([
      data,
      createHash('sha256').update(Buffer.from(client, 'base64url')).digest(),
    ]);
    const signature = signBytes('sha256', signed, this.#pair.privateKey).toString('base64url');
    return this.#wrap({ authenticatorData: data.toString('base64url'), clientDataJSON: client, signature });
  }

  #wrap(response: Record<string, string>) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
}
const clientData = (type: string, challenge: string, origin: string): string =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');

test('a passkey signs in without a password; one of another site does not', async () => {
  const origin = 'http://localhost:8080';
  const key = new SoftKey();
  const options = await admin.send('GET', '/api/auth/passkey/generate-register-options?name=key');
  const registered = await admin.send('POST', '/api/auth/passkey/verify-registration', {
    response: key.register(String(options.body['challenge']), origin, 'localhost'),
    name: 'key',
  });
  expect(registered.status).toBe(200);
  expect(await accountChanges()).toEqual(['passkey-added']);
  const visitor = new Visitor(house);
  const asked = await visitor.send('GET', '/api/auth/passkey/generate-authenticate-options');
  const phished = key.answer(String(asked.body['challenge']), 'http://sonae.evil', 'localhost');
  expect(
    (await visitor.send('POST', '/api/auth/passkey/verify-authentication', { response: phished })).status,
  ).toBeGreaterThanOrEqual(400);
  const again = await visitor.send('GET', '/api/auth/passkey/generate-authenticate-options');
  const right = key.answer(String(again.body['challenge']), origin, 'localhost');
  expect(
    (await visitor.send('POST', '/api/auth/passkey/verify-authentication', { response: right })).status,
  ).toBe(200);
  expect((await visitor.send('GET', '/api/account/me')).body).toMatchObject({ email: 'first@example.jp' });
});

describe('keys and sessions', () => {
  test('a key does what its scopes say, never more than its owner, and ends', async () => {
    const made = await admin.send('POST', '/api/account/keys', {
      name: 'ci',
      scopes: ['incident.read', 'key.manage'],
      days: 1,
    });
    expect(made.status).toBe(200);
    const bearer = { authorization: `Bearer ${made.body['key']}` };
    const machine = new Visitor(house, bearer);
    expect((await machine.send('GET', '/api/respond/incidents')).status).toBe(200);
    expect((await machine.send('GET', '/api/prepare/people')).status).toBe(403);
    expect(
      (await machine.send('POST', '/api/account/keys', { name: 'more', scopes: ['audit.read'] })).status,
    ).toBe(403);
    expect(
      (await new Visitor(house, { authorization: 'Bearer snk_wrong' }).send('GET', '/api/respond/incidents'))
        .status,
    ).toBe(401);
    house.clock.advance({ hours: 25 });
    await house.clone.query(`UPDATE auth."session" SET "expiresAt" = now() + interval '1 day'`);
    expect((await machine.send('GET', '/api/respond/incidents')).status).toBe(401);
  });

  test('a revoked key is refused, and its making and ending are in the ledger', async () => {
    const scopes = ['incident.read', 'incident.declare'];
    const made = await admin.send('POST', '/api/account/keys', { name: 'ci', scopes });
    const machine = new Visitor(house, { authorization: `Bearer ${made.body['key']}` });
    const declared = await machine.send('POST', '/api/respond/incidents', { title: 'x', page: false });
    expect(declared.status).toBe(200);
    expect((await admin.send('DELETE', `/api/account/keys/${made.body['id']}`)).status).toBe(200);
    expect((await machine.send('GET', '/api/respond/incidents')).status).toBe(401);
    expect(await kinds()).toEqual(expect.arrayContaining(['key.created', 'key.revoked']));
    // Whoever it belonged to is named past its end.
    const { body } = await admin.send('GET', `/api/ledger/lines?incidentId=${declared.body['id']}`);
    const [line] = (body['lines'] as { actor: object }[]).slice(-1);
    const { personId, name } = (await admin.send('GET', '/api/account/me')).body;
    expect(line?.actor).toMatchObject({ kind: 'key', personId, name, key: 'ci' });
  });

  test('sessions are listed without their secrets and can be revoked', async () => {
    const other = new Visitor(house);
    await signIn(other, 'first@example.jp');
    const { body } = await admin.send('GET', '/api/account/sessions');
    const sessions = body['sessions'] as { id: string; current: boolean }[];
    expect(sessions).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain(
      decodeURIComponent(other.cookie.split('=')[1] ?? '').split('.')[0],
    );
    const foreign = sessions.find(({ current }) => !current);
    expect((await admin.send('DELETE', `/api/account/sessions/${foreign?.id}`)).status).toBe(200);
    expect((await other.send('GET', '/api/account/me')).status).toBe(401);
    expect((await admin.send('GET', '/api/account/me')).status).toBe(200);
  });

  test('another site cannot use the cookie', async () => {
    const declare = { title: 'x', severity: 1, page: false };
    expect(
      (await admin.send('POST', '/api/respond/incidents', declare, { origin: 'https://evil.example' }))
        .status,
    ).toBe(403);
    expect((await admin.send('POST', '/api/respond/incidents', declare, { origin: '' })).status).toBe(403);
    expect((await admin.send('POST', '/api/respond/incidents', declare)).status).toBe(200);
    expect(
      (await admin.send('POST', '/api/auth/sign-out', {}, { origin: 'https://evil.example' })).status,
    ).toBe(403);
  });
});

test('the break-glass account works, and its use pages every other administrator', async () => {
  const second = await person(['administrator'], 'second@example.jp');
  const glass = await invited(await person(['administrator'], 'glass@example.jp', true));
  expect((await glass.send('GET', '/api/account/me')).status).toBe(200);
  const page = await house.until(async () => {
    const { pages } = await pagesWithAttempts(house.system(orgId), { state: 'any', limit: 10 });
    return pages.find(({ subjectKind }) => subjectKind === 'break-glass');
  });
  expect(page.attempts.map(({ personId }) => personId)).toContain(second);
  expect(page.attempts).toHaveLength(2);
});
