import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCard } from '../../areas/prepare/contact-cards/read-card.ts';
import { keepCard } from '../../areas/prepare/contact-routes/keep-card.ts';
import { verifyByHand } from '../../areas/prepare/contact-routes/verify-by-hand.ts';
import { removePerson } from '../../areas/prepare/offboarding/remove-person.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { acknowledgePage } from '../../areas/respond/paging/acknowledge-page.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { signatureOf } from '../../channels/sms-voice/provider.ts';
import { type Asked, Gateway } from '../gateway.ts';
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
  await setDuty(house.system(orgId), { personIds: [first, second] });
  await providerOf(orgId);
});
afterEach(async () => {
  await house.close();
  await gateway.close();
  await mailbox.close();
});

/** The same account of a provider, as two organisations of one group may share it. */
async function providerOf(org: string): Promise<void> {
  const provider = { baseUrl: gateway.url, account: 'AC1', token: TOKEN, from: '+815012345678' };
  await configureChannel(house.system(org), 'sms', { ...provider, allowInner: true });
  await configureChannel(house.system(org), 'voice', { ...provider, allowInner: true });
  await configureChannel(house.system(org), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
}
async function reachedBy(personId: string, kind: 'sms' | 'phone'): Promise<void> {
  const ctx = () => house.system(orgId);
  await keepCard(ctx(), personId, { routes: [{ kind, address: '+819012345678', note: '' }], quiet: null });
  for (const { id } of (await readCard(ctx(), personId)).routes) await verifyByHand(ctx(), personId, id);
}
async function declared(): Promise<Asked> {
  ({ id: incidentId } = await declareIncident(house.system(orgId), { title: 'ポンプ停止', severity: 3 }));
  const asked = await gateway.next();
  await house.until(async () => (await kinds()).includes('page.accepted'));
  return asked;
}
async function called(url: string, params: Record<string, string>) {
  const answer = await house.assembly.http?.inject({
    method: 'POST',
    url: url.slice(BASE_URL.length),
    payload: new URLSearchParams(params).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signatureOf(TOKEN, { url, params }),
    },
  });
  return { status: answer?.statusCode, said: answer?.body ?? '' };
}
const kinds = async (): Promise<string[]> =>
  (
    await house.clone.query<{ kind: string }>(
      `SELECT kind FROM ledger WHERE incident_id = '${incidentId}' AND kind LIKE 'page.%' ORDER BY seq`,
    )
  ).map(({ kind }) => kind);
const answers = async () => (await kinds()).filter((kind) => kind === 'page.acknowledged').length;
async function answerInConsole(personId: string): Promise<void> {
  const [page] = await house.clone.query<{ id: string }>('SELECT id FROM page');
  await acknowledgePage(house.as(orgId, personId, ['commander']), page?.id ?? '');
}
const callbackOf = ({ params }: Asked) => params['StatusCallback'] ?? '';
const codeIn = ({ params }: Asked) => /\d{4}(?=」と返信)/.exec(params['Body'] ?? '')?.[0] ?? '';
const replying = (body: string) =>
  called(`${BASE_URL}/hooks/provider/${orgId}/sms`, { From: '+819012345678', Body: body });

test('a key that answered is thanked for, also when the provider says it again, or twice at once', async () => {
  await reachedBy(first, 'phone');
  const call = await declared();
  const press = () => called(callbackOf(call), { Digits: '1' });
  const [one, two] = await Promise.all([press(), press()]);
  for (const { said } of [one, two, await press()]) expect(said).toContain('応答を記録しました');
  expect(await answers()).toBe(1);
});

test('whoever presses a key after somebody else answered is not told that their answer was recorded', async () => {
  await reachedBy(first, 'phone');
  const call = await declared();
  await answerInConsole(second);
  const { status, said } = await called(callbackOf(call), { Digits: '1' });
  expect(status).toBe(200);
  expect(said).not.toContain('応答を記録しました');
  expect(said).toContain('応答済みか停止済み');
  expect(said).not.toContain('<Gather');
  expect(await answers()).toBe(1);
});

test('a reply is read in every width and case among words, and sent twice nobody is told of a fault', async () => {
  await reachedBy(first, 'sms');
  const text = await declared();
  const wide = [...codeIn(text)]
    .map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0))
    .join('');
  expect((await replying(`了解です。${wide} OKAY`)).said).toBe('<Response/>');
  // Sent twice: it is recorded already, and nobody is worried.
  expect((await replying(codeIn(text))).said).toBe('<Response/>');
  expect(await answers()).toBe(1);
});

test('a reply after somebody else answered says so, and does not ask for the number again', async () => {
  await reachedBy(first, 'sms');
  const text = await declared();
  await answerInConsole(second);
  const { said } = await replying(codeIn(text));
  expect(said).toContain('応答済みか停止済み');
  expect(said).not.toContain('4桁');
  // A wrong number stays one.
  expect((await replying('OK')).said).toContain('4桁');
  expect(await answers()).toBe(1);
});

test('of two people with one telephone the number that is sent back says who answers', async () => {
  await reachedBy(first, 'sms');
  await reachedBy(second, 'sms');
  await declared();
  house.clock.advance({ seconds: 151 });
  house.clock.advance({ seconds: 150 });
  const toSecond = await gateway.next();
  expect((await replying(codeIn(toSecond))).said).toBe('<Response/>');
  const [answered] = await house.clone.query<{ by: string }>(
    `SELECT body->>'personId' AS by FROM ledger WHERE kind = 'page.acknowledged'`,
  );
  expect(answered?.by).toBe(second);
});

test('who has left answers nothing any more, by key or by reply', async () => {
  await reachedBy(first, 'phone');
  const call = await declared();
  for (const _ of [1, 2]) await house.person(orgId, ['administrator']);
  await removePerson(house.system(orgId), first);
  const { said } = await called(callbackOf(call), { Digits: '1' });
  expect(await answers()).toBe(0);
  expect(said).not.toContain('応答を記録しました');
});

test('a call of another organisation, or of another channel, answers nothing, whoever signed it', async () => {
  await reachedBy(first, 'sms');
  const text = await declared();
  const other = await house.organisation('よそ');
  await providerOf(other);
  const elsewhere = callbackOf(text).replace(orgId, other).replace('/sms/', '/voice/');
  expect((await called(elsewhere, { Digits: '1' })).status).toBe(404);
  expect((await called(callbackOf(text).replace('/sms/', '/voice/'), { Digits: '1' })).status).toBe(404);
  expect(await answers()).toBe(0);
});

test('looked at by a scanner of mail, in any method that only looks, a link stays good; used, it is used once', async () => {
  ({ id: incidentId } = await declareIncident(house.system(orgId), { title: 'ポンプ停止', severity: 3 }));
  const { text } = await mailbox.next();
  const path = /\/answer\/[\w-]+/.exec(text)?.[0] ?? '';
  const ask = async (method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST') =>
    (await house.assembly.http?.inject({ method, url: path }))?.statusCode;
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET'] as const) await ask(method);
  expect(await answers()).toBe(0);
  const tried = await Promise.all([ask('POST'), ask('POST')]);
  expect(tried.sort()).toEqual([200, 410]);
  expect(await answers()).toBe(1);
});
