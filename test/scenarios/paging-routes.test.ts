import { afterEach, beforeEach, expect, test } from 'vitest';
import { askRouteTest } from '../../areas/prepare/confirmations/ask-route-test.ts';
import { readCard } from '../../areas/prepare/contact-cards/read-card.ts';
import { keepCard } from '../../areas/prepare/contact-routes/keep-card.ts';
import { verifyByHand } from '../../areas/prepare/contact-routes/verify-by-hand.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { signatureOf } from '../../channels/sms-voice/provider.ts';
import { Gateway } from '../gateway.ts';
import { BASE_URL, TestHouse } from '../house.ts';
import { Mailbox } from '../mailbox.ts';

const TOKEN = 'token';
let house: TestHouse;
let gateway: Gateway;
let mailbox: Mailbox;
let orgId: string;
let first: string;
let second: string;
let incidentId: string;

beforeEach(async () => {
  house = await TestHouse.open({ role: 'all' });
  gateway = await Gateway.open();
  mailbox = await Mailbox.open();
  orgId = await house.organisation('みなと水道');
  first = await house.person(orgId, ['responder'], 'first@example.jp');
  second = await house.person(orgId, ['commander'], 'second@example.jp');
  const system = () => house.system(orgId);
  await setDuty(system(), { personIds: [first, second] });
  const provider = {
    baseUrl: gateway.url,
    account: 'AC1',
    token: TOKEN,
    from: '+815012345678',
    allowInner: true,
  };
  await configureChannel(system(), 'sms', provider);
  await configureChannel(system(), 'voice', provider);
  await configureChannel(system(), 'slack', { allowInner: true });
  await configureChannel(system(), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
});
afterEach(async () => {
  await house.close();
  await gateway.close();
  await mailbox.close();
});

/** Routes of the first on duty, each known to reach them. */
async function reachedBy(...routes: { kind: string; address: string }[]): Promise<void> {
  const ctx = () => house.system(orgId);
  await keepCard(ctx(), first, { routes: routes.map((each) => ({ ...each, note: '' })), quiet: null });
  for (const { id } of (await readCard(ctx(), first)).routes) await verifyByHand(ctx(), first, id);
}
async function declare(): Promise<void> {
  ({ id: incidentId } = await declareIncident(house.system(orgId), { title: 'ポンプ停止', severity: 3 }));
}

/** The provider calls an address we gave it, signed. */
function called(url: string, params: Record<string, string>, signature?: string) {
  return house.assembly.http?.inject({
    method: 'POST',
    url: url.slice(BASE_URL.length),
    payload: new URLSearchParams(params).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature ?? signatureOf(TOKEN, { url, params }),
    },
  });
}
const kinds = async (): Promise<string[]> =>
  (
    await house.clone.query<{ kind: string }>(
      `SELECT kind FROM ledger WHERE incident_id = '${incidentId}' AND kind LIKE 'page.%' ORDER BY seq`,
    )
  ).map(({ kind }) => kind);
const told = (kind: string) => house.until(async () => (await kinds()).includes(kind));

test('a text message is delivered, and answered by replying with its number; another number answers nothing', async () => {
  await reachedBy({ kind: 'sms', address: '090-1234-5678' });
  await declare();
  const { what, params } = await gateway.next();
  expect([what, params['To']]).toEqual(['Messages', '+819012345678']);
  expect(params['Body']).toContain('ポンプ停止');
  await told('page.accepted');
  const status = await called(params['StatusCallback'] ?? '', { MessageStatus: 'delivered' });
  expect(status?.statusCode).toBe(200);
  expect(await kinds()).toContain('page.delivered');

  const code = /\d{4}(?=」と返信)/.exec(params['Body'] ?? '')?.[0] ?? '';
  const reply = `${BASE_URL}/hooks/provider/${orgId}/sms`;
  // A number that was asked nothing is told nothing; whoever was asked hears that this answered nothing.
  expect((await called(reply, { From: '+819099999999', Body: code }))?.body).toBe('<Response/>');
  for (const wrong of ['0000', 'OK', '12345678'])
    expect((await called(reply, { From: '+819012345678', Body: wrong }))?.body).toContain('4桁');
  expect(await kinds()).not.toContain('page.acknowledged');
  const apart = await called(reply, { From: '+819012345678', Body: `はい ${[...code].join(' ')}` });
  expect(apart?.body).toBe('<Response/>');
  expect(await kinds()).toContain('page.acknowledged');
});

test('a call that is not the provider’s is refused and changes nothing', async () => {
  await reachedBy({ kind: 'phone', address: '+819012345678' });
  await declare();
  const { params } = await gateway.next();
  const answer = await called(params['StatusCallback'] ?? '', { Digits: '1' }, 'forged');
  expect(answer?.statusCode).toBe(401);
  expect(await kinds()).not.toContain('page.acknowledged');
  // A wrong key is said to be one, and another is waited for.
  const wrong = (await called(params['StatusCallback'] ?? '', { Digits: '5' }))?.body;
  expect(wrong).toContain('1を押してください');
  expect(wrong).toContain('<Gather');
  expect(await kinds()).not.toContain('page.acknowledged');
  expect((await called(params['StatusCallback'] ?? '', { Digits: '1' }))?.body).toContain('<Response>');
  expect(await kinds()).toContain('page.acknowledged');
});

test('voicemail is not reached: the next route is tried at once, and the deputy only when there is none', async () => {
  await reachedBy({ kind: 'phone', address: '+819012345678' }, { kind: 'email', address: 'own@example.jp' });
  await declare();
  const { params } = await gateway.next();
  await told('page.accepted');
  await called(params['StatusCallback'] ?? '', { CallStatus: 'completed', AnsweredBy: 'machine_start' });
  expect((await mailbox.next()).to).toBe('own@example.jp');
  expect(await kinds()).not.toContain('page.escalated');
});

test('a provider that refuses, and then nobody answering: every route, then the next person, each step on record', async () => {
  gateway.answers.Messages = 400;
  await reachedBy(
    { kind: 'sms', address: '+819012345678' },
    { kind: 'slack', address: `${gateway.url}/hook` },
  );
  await declare();
  expect((await gateway.next()).what).toBe('Messages');
  const chat = await gateway.next();
  expect(JSON.parse(chat.body)).toMatchObject({ text: expect.stringContaining('ポンプ停止') });
  await told('page.accepted');
  // A provider that lies: accepted, never seen. Half of the time is over, and the last route is tried.
  house.clock.advance({ seconds: 151 });
  expect((await mailbox.next()).to).toBe('first@example.jp');
  house.clock.advance({ seconds: 150 });
  await mailbox.next(({ to }) => to === 'second@example.jp');
  const steps = (await kinds()).filter((kind) => /attempted|failed|escalated/.test(kind));
  expect(steps).toEqual([
    'page.attempted',
    'page.failed',
    'page.attempted',
    'page.attempted',
    'page.escalated',
    'page.attempted',
  ]);
});

test('timers that are all late, as after a restart, pass over no route that was due before', async () => {
  await reachedBy(
    { kind: 'sms', address: '+819012345678' },
    { kind: 'slack', address: `${gateway.url}/hook` },
    { kind: 'email', address: 'own@example.jp' },
  );
  await declare();
  await gateway.next();
  await told('page.accepted');
  // Nobody looked for as long as the whole step has.
  house.clock.advance({ seconds: 301 });
  await mailbox.next(({ to }) => to === 'second@example.jp');
  const attempted = await house.clone.query<{ channel: string; person: string; step: number }>(
    `SELECT body->>'channel' AS channel, body->>'personId' AS person, (body->>'step')::int AS step FROM ledger
     WHERE incident_id = '${incidentId}' AND kind = 'page.attempted' ORDER BY seq`,
  );
  expect(attempted.filter(({ person }) => person === first)).toEqual(
    ['sms', 'slack', 'email'].map((channel) => ({ channel, person: first, step: 0 })),
  );
  expect(attempted.filter(({ person }) => person === second)).toHaveLength(1);
  expect((await kinds()).filter((kind) => kind === 'page.escalated')).toHaveLength(1);
  await mailbox.next(({ to }) => to === 'own@example.jp');
});

test('two chats stand side by side: where Slack refuses, LINE WORKS is tried, each in its own shape', async () => {
  await configureChannel(house.system(orgId), 'line-works', { allowInner: true });
  gateway.answers.chat = 404;
  await reachedBy(
    { kind: 'slack', address: `${gateway.url}/slack` },
    { kind: 'line-works', address: `${gateway.url}/line-works` },
  );
  await declare();
  expect(JSON.parse((await gateway.next()).body)).toEqual({
    text: expect.stringContaining('ポンプ停止'),
    mrkdwn: false,
  });
  expect(JSON.parse((await gateway.next()).body)).toMatchObject({
    title: expect.stringContaining('ポンプ停止'),
    body: { text: expect.any(String) },
  });
  expect((await mailbox.next()).to).toBe('first@example.jp');
});

test('a route nobody answered from is not paged, nor one whose channel is not set up', async () => {
  const ctx = () => house.system(orgId);
  await keepCard(ctx(), first, {
    routes: [{ kind: 'sms', address: '+819012345678', note: '' }],
    quiet: null,
  });
  await declare();
  expect((await mailbox.next()).to).toBe('first@example.jp');
  expect(gateway.unread).toEqual([]);
});

test('a test of a number goes out to that number, and following its link proves the route', async () => {
  const ctx = () => house.system(orgId);
  await keepCard(ctx(), first, {
    routes: [
      { kind: 'sms', address: '+819012345678', note: '' },
      { kind: 'phone', address: '+819012345678', note: '' },
    ],
    quiet: null,
  });
  const [byText, byVoice] = (await readCard(ctx(), first)).routes;
  await askRouteTest(ctx(), first, byText?.id ?? '');
  const { params } = await gateway.next();
  expect(params['To']).toBe('+819012345678');
  const link = /https?:\/\/\S+\/confirm\/\S+/.exec(params['Body'] ?? '')?.[0] ?? '';
  const answered = await house.assembly.http?.inject({ method: 'POST', url: new URL(link).pathname });
  expect(answered?.statusCode).toBe(200);
  expect((await readCard(ctx(), first)).routes.map(({ fresh }) => fresh)).toEqual([true, false]);
  // Nobody follows a link on the telephone.
  await expect(askRouteTest(ctx(), first, byVoice?.id ?? '')).rejects.toMatchObject({ code: 'conflict' });
});

test('asked two ways at once, one answer is one, and each way is what became of it', async () => {
  await reachedBy({ kind: 'sms', address: '+819012345678' });
  await declare();
  const { params } = await gateway.next();
  await told('page.accepted');
  await called(params['StatusCallback'] ?? '', { MessageStatus: 'delivered' });
  house.clock.advance({ seconds: 151 });
  const mail = await mailbox.next(({ to }) => to === 'first@example.jp');
  await house.until(async () => (await kinds()).filter((kind) => kind === 'page.accepted').length === 2);
  const answer = (text: string) => {
    const link = /https?:\/\/\S+\/answer\/[\w-]+/.exec(text)?.[0] ?? '';
    return house.assembly.http?.inject({ method: 'POST', url: link.slice(BASE_URL.length) });
  };
  const both = await Promise.all([answer(params['Body'] ?? ''), answer(mail.text)]);
  expect(both.map((each) => each?.statusCode).toSorted()).toEqual([200, 410]);
  const stand = () =>
    house.clone.query<{ channel: string; state: string }>(
      `SELECT channel, state FROM message WHERE person_id = '${first}' ORDER BY channel`,
    );
  const states = (await stand()).map(({ state }) => state);
  expect(states.filter((state) => state === 'acknowledged')).toHaveLength(1);
  // What a provider tells afterwards of the other way is kept of that way, and asks nobody anew.
  await called(params['StatusCallback'] ?? '', { MessageStatus: 'undelivered' });
  await called(params['StatusCallback'] ?? '', { MessageStatus: 'delivered' });
  house.clock.advance({ minutes: 20 });
  expect((await kinds()).filter((kind) => kind === 'page.acknowledged')).toHaveLength(1);
  expect((await kinds()).filter((kind) => kind === 'page.attempted')).toHaveLength(2);
  expect((await stand()).filter(({ state }) => state === 'acknowledged')).toHaveLength(1);
  expect(mailbox.mails).toHaveLength(1);
});
