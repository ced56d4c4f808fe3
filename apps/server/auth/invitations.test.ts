import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configureChannel } from '../../../areas/sending/channels/configure-channel.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { firstAdministrator, PASSWORD, Visitor } from '../../../test/browser-like.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { Mailbox } from '../../../test/mailbox.ts';

let house: TestHouse;
let mailbox: Mailbox;
let orgId: string;
let admin: Visitor;

beforeEach(async () => {
  // The sign-in library keeps its own time, so this story begins now.
  house = await TestHouse.open({ role: 'all', clock: new StoryClock(Temporal.Now.instant().toString()) });
  mailbox = await Mailbox.open();
  orgId = await house.organisation('みなと水道');
  admin = await firstAdministrator(house);
});
afterEach(async () => {
  await house.close();
  await mailbox.close();
});

const withMail = () =>
  configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
const GUEST = { name: '水野 湊', email: 'mizuno@example.jp', roles: ['responder'], language: 'ja' };
const invite = (over: object = {}, by = admin) =>
  by.send('POST', '/api/prepare/invitations', { ...GUEST, ...over });
const tokenIn = (text: string): string => /\/sign-in\/link#(\S+)/.exec(text)?.[1] ?? '';
const mailTo = (address: string, after = 0) =>
  house.until(async () => mailbox.mails.filter(({ to }) => to.includes(address))[after]);
const use = async (token: string, visitor = new Visitor(house)) =>
  (await visitor.send('POST', '/api/auth/sign-in/link', { token })).status;
const look = (token: string) => new Visitor(house).send('POST', '/api/invitation', { token });
const listed = async (email = GUEST.email) =>
  (
    (await admin.send('GET', '/api/prepare/people')).body['people'] as {
      email: string;
      id: string;
      standing: string;
    }[]
  ).find((each) => each.email === email);

test('one press saves and sends: the link says what it is for, lets in whom it was sent to, once', async () => {
  await withMail();
  expect((await invite()).body).toMatchObject({ mailed: true, link: null });
  expect(await listed()).toMatchObject({ standing: 'invited' });
  const mail = await mailTo(GUEST.email);
  expect(mail?.text).toContain('みなと水道が、インシデント対応システム Sonae にあなたを招待しています');
  expect(mail?.text).toContain('対応者');
  const token = tokenIn(mail?.text ?? '');
  expect((await look(token)).body).toMatchObject({
    organisation: 'みなと水道',
    name: GUEST.name,
    email: GUEST.email,
  });
  // Looking at it, and what a mail scanner does, uses nothing up.
  expect((await new Visitor(house).send('GET', '/sign-in/link')).status).toBeLessThan(500);
  const guest = new Visitor(house);
  expect(await use(token, guest)).toBe(200);
  expect((await guest.send('GET', '/api/account/me')).body).toMatchObject({
    email: GUEST.email,
    roles: ['responder'],
  });
  expect((await guest.send('POST', '/api/account/password', { password: PASSWORD })).status).toBe(200);
  expect(await listed()).toMatchObject({ standing: 'joined' });
  expect(await use(token)).toBe(401);
  expect((await look(token)).status).toBe(410);
});

test('sent again, an earlier link opens nothing; withdrawn, expired or of somebody removed, none does', async () => {
  await withMail();
  const { body } = await invite();
  const id = String(body['personId']);
  const first = tokenIn((await mailTo(GUEST.email))?.text ?? '');
  expect((await admin.send('PUT', `/api/prepare/people/${id}/invitation`)).body).toMatchObject({
    mailed: true,
  });
  const second = tokenIn((await mailTo(GUEST.email, 1))?.text ?? '');
  expect([await use(first), (await look(first)).status, (await look(second)).status]).toEqual([
    401, 410, 200,
  ]);

  expect((await admin.send('DELETE', `/api/prepare/people/${id}/invitation`)).status).toBe(200);
  expect([await use(second), (await look(second)).status]).toEqual([401, 410]);
  expect(await listed()).toMatchObject({ standing: 'registered' });
  expect((await admin.send('DELETE', `/api/prepare/people/${id}/invitation`)).status).toBe(404);

  await admin.send('PUT', `/api/prepare/people/${id}/invitation`);
  const third = tokenIn((await mailTo(GUEST.email, 2))?.text ?? '');
  house.clock.advance({ hours: 7 * 24, seconds: 1 });
  expect(await listed()).toMatchObject({ standing: 'expired' });
  expect((await look(third)).status).toBe(410);
  await admin.send('DELETE', `/api/prepare/people/${id}`);
  const stranger = new Visitor(house);
  await use(third, stranger);
  expect((await stranger.send('GET', '/api/account/me')).status).toBeGreaterThanOrEqual(401);
});

test('without a mail server it says so and hands the link over; the mail waits, and does not leave once they are in', async () => {
  const { body } = await invite();
  expect(body).toMatchObject({ mailed: false, link: expect.stringContaining('/sign-in/link#') });
  const open = async () =>
    (await admin.send('GET', '/api/prepare/invitations')).body as {
      mailGoesOut: boolean;
      invitations: { mail: string }[];
    };
  await house.until(async () => (await open()).invitations[0]?.mail === 'held');
  expect((await open()).mailGoesOut).toBe(false);
  expect(await use(tokenIn(String(body['link'])))).toBe(200);
  expect((await open()).invitations).toEqual([]);
  await withMail();
  await invite({ email: 'second@example.jp' });
  await mailTo('second@example.jp');
  expect(mailbox.mails.filter(({ to }) => to.includes(GUEST.email))).toEqual([]);
});

describe('nobody comes in as somebody else', () => {
  test('a key invites nobody, nobody is given more than who invites holds, and an account of another organisation is left alone', async () => {
    const { body } = await admin.send('POST', '/api/account/keys', { name: 'k', scopes: ['person.manage'] });
    const keyed = new Visitor(house, { authorization: `Bearer ${String(body['key'])}` });
    for (const answer of [
      await invite({}, keyed),
      await keyed.send('POST', '/api/prepare/invitations/list', { people: [GUEST] }),
    ])
      expect(answer.status).toBe(403);
    const keeper = (await invite({ email: 'keeper@example.jp', roles: ['register-keeper'] })).body;
    const visitor = new Visitor(house);
    await use(tokenIn(String(keeper['link'])), visitor);
    expect((await invite({ roles: ['administrator'] }, visitor)).status).toBe(403);
    expect((await invite({ roles: ['responder'] }, visitor)).status).toBe(403);
    expect(await listed()).toBeUndefined();

    const other = await house.organisation('別の組織');
    await house.clone.query(
      `INSERT INTO person (org_id, id, name, email, language, roles, user_id)
       SELECT $1, gen_random_uuid(), name, email, 'ja', '{responder}', id::text FROM auth."user" WHERE email = 'keeper@example.jp'`,
      [other],
    );
    await house.clone.query(
      `UPDATE person SET removed_at = now(), user_id = NULL WHERE org_id = $1 AND email = 'keeper@example.jp'`,
      [orgId],
    );
    expect((await invite({ email: 'keeper@example.jp' })).status).toBe(409);
    expect(await listed('keeper@example.jp')).toBeUndefined();
  });

  test('who has joined is invited no more, and an address that is there is told', async () => {
    const { body } = await invite();
    expect(await use(tokenIn(String(body['link'])))).toBe(200);
    const id = String(body['personId']);
    expect((await admin.send('PUT', `/api/prepare/people/${id}/invitation`)).status).toBe(409);
    expect((await admin.send('DELETE', `/api/prepare/people/${id}/invitation`)).status).toBe(409);
    expect((await invite()).body).toMatchObject({ errors: [{ field: 'email' }] });
  });

  test('what is guessed, odd or over is refused alike', async () => {
    for (const token of ['', 'x', 'x'.repeat(200), 'x'.repeat(300), '\u0000'])
      expect((await look(token)).status, token).toBeGreaterThanOrEqual(400);
    const told = async (token: string) => ({ ...(await look(token)).body, instance: '' });
    expect(await told('x')).toEqual(await told('y'));
    const foreign = await new Visitor(house).send(
      'POST',
      '/api/invitation',
      { token: 'x' },
      { origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
  });
});

test('two who send again at once leave one link, and what fails at its last step sends nothing', async () => {
  // Without a worker, which would go on meanwhile.
  const quiet = await TestHouse.open({ clock: house.clock });
  try {
    const org = await quiet.organisation();
    const keeper = await firstAdministrator(quiet);
    const { body } = await keeper.send('POST', '/api/prepare/invitations', GUEST);
    const again = () => keeper.send('PUT', `/api/prepare/people/${String(body['personId'])}/invitation`);
    const opens = async (token: string) =>
      (await new Visitor(quiet).send('POST', '/api/invitation', { token })).status;
    const links: string[] = [];
    const send = async () => {
      links.push(tokenIn(String((await again()).body['link'])));
    };
    expect(await race(quiet.clone, [org], send, send)).toEqual({ won: 2, lost: [] });
    expect((await Promise.all(links.map(opens))).toSorted()).toEqual([200, 410]);
    await asItWas(quiet.clone, org, async () => {
      if ((await again()).status >= 500) throw new Error('the ledger is broken');
    });
  } finally {
    await quiet.close();
  }
});

test('a list is read row by row, and goes out whole or not at all', async () => {
  await invite({ email: 'there@example.jp' });
  const csv = [
    '名前,メールアドレス,役割,言語',
    '水野 湊,mizuno@example.jp,対応者、広報,ja',
    'Sato Aoi,SATO@example.jp,Responder,en',
    '先に招待,ｔｈｅｒｅ@example.jp,対応者,',
    ',bad,船長,fr',
    '同じ人,mizuno@example.jp,responder,ja',
  ].join('\n');
  const { body } = await admin.send('POST', '/api/prepare/invitations/preview', {
    format: 'csv',
    content: Buffer.from(csv).toString('base64'),
  });
  const rows = body['rows'] as {
    row: number;
    change: string | null;
    person: object | null;
    faults: string[];
  }[];
  expect(rows.map(({ row, change, faults }) => [row, change, faults.length])).toEqual([
    [2, 'invite', 0],
    [3, 'invite', 0],
    [4, 'resend', 0],
    [5, null, 4],
    [6, null, 1],
  ]);
  expect(rows[3]?.faults).toContain('Unknown role “船長”');
  expect(rows[4]?.faults).toEqual(['Same address as in row 2']);
  const people = rows.flatMap(({ person }) => (person ? [person] : []));
  const send = (list: readonly object[]) =>
    admin.send('POST', '/api/prepare/invitations/list', { people: list });
  const broken = await send([...people, { ...GUEST, email: 'first@example.jp' }]);
  expect(broken.body).toMatchObject({ errors: [{ field: 'people.3.email' }] });
  expect(await listed()).toBeUndefined();
  expect((await send(people)).body['sent']).toHaveLength(3);
  expect(await listed('SATO@example.jp')).toMatchObject({ standing: 'invited' });
  const headless = await admin.send('POST', '/api/prepare/invitations/preview', {
    format: 'csv',
    content: Buffer.from('a,b\n1,2\n').toString('base64'),
  });
  expect(headless.body).toMatchObject({ errors: [{ field: 'content' }] });
});
