import { afterEach, beforeEach, expect, test } from 'vitest';
import { askRouteTest } from '../../areas/prepare/confirmations/ask-route-test.ts';
import { askSheet } from '../../areas/prepare/confirmations/ask-sheet.ts';
import { readCard } from '../../areas/prepare/contact-cards/read-card.ts';
import { keepCard } from '../../areas/prepare/contact-routes/keep-card.ts';
import { verifyByHand } from '../../areas/prepare/contact-routes/verify-by-hand.ts';
import { removePerson } from '../../areas/prepare/offboarding/remove-person.ts';
import { PARTIES } from '../../areas/prepare/parties/register.ts';
import { keepEntry } from '../../areas/prepare/register-kinds/keep-entry.ts';
import { readRegister } from '../../areas/prepare/registers/index.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { reading } from '../../database/transaction.ts';
import { StoryClock } from '../clock.ts';
import { TestHouse } from '../house.ts';
import { type Mail, Mailbox } from '../mailbox.ts';

let house: TestHouse;
let mailbox: Mailbox;
let orgId: string;

beforeEach(async () => {
  // Half past ten at night in Tokyo.
  house = await TestHouse.open({ role: 'all', clock: new StoryClock('2026-06-10T13:30:00Z') });
  mailbox = await Mailbox.open();
  orgId = await house.organisation('みなと水道');
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
});
afterEach(async () => {
  await house.close();
  await mailbox.close();
});

const ctx = () => house.system(orgId);
const linkIn = (mail: Mail): string =>
  new URL(/https?:\/\/\S+\/confirm\/\S+/.exec(mail.text)?.[0] ?? 'http://none/').pathname;
const open = async (method: 'GET' | 'POST', url: string) => {
  const answer = await house.assembly.http?.inject({ method, url });
  return { status: answer?.statusCode, body: answer?.body ?? '' };
};

test('a test message waits for the end of quiet hours, is answered once, and proves the route; a page waits for nothing', async () => {
  const id = await house.person(orgId, ['responder'], 'account@example.jp');
  await keepCard(ctx(), id, {
    routes: [
      { kind: 'phone', address: '090-1234-5678', note: '' },
      { kind: 'email', address: 'night@example.jp', note: '' },
    ],
    quiet: { from: '22:00', until: '07:00' },
  });
  const routeId = (kind: string) =>
    readCard(ctx(), id).then(({ routes }) => routes.find((each) => each.kind === kind)?.id ?? '');
  await expect(askRouteTest(ctx(), id, await routeId('phone'))).rejects.toMatchObject({ code: 'conflict' });
  expect(await askRouteTest(ctx(), id, await routeId('email'))).toEqual({ sendAt: '2026-06-10T22:00:00Z' });

  await setDuty(ctx(), { personIds: [id] });
  await declareIncident(ctx(), { title: '停電', severity: 3, page: true, note: '' });
  house.clock.advance({ seconds: 1 });
  const page = await mailbox.next();
  // An address nobody answered from yet may be anybody's: the page goes to the one they sign in with.
  expect(page).toMatchObject({ to: 'account@example.jp' });
  expect(page.text).toContain('停電');
  expect(mailbox.mails).toHaveLength(1);

  house.clock.advance({ hours: 9 });
  const mail = await mailbox.next(({ text }) => text.includes('/confirm/'));
  expect((await open('GET', linkIn(mail))).status).toBe(200);
  await house.until(async () => (await readCard(ctx(), id)).routes[1]?.test === 'accepted');
  expect((await readCard(ctx(), id)).routes[1]).toMatchObject({ fresh: false });
  expect((await open('POST', linkIn(mail))).status).toBe(200);
  expect((await open('POST', linkIn(mail))).status).toBe(410);
  expect((await readCard(ctx(), id)).routes[1]).toMatchObject({ fresh: true, test: null });
  expect((await open('GET', '/confirm/nothing')).status).toBe(410);

  await declareIncident(ctx(), { title: '断水', severity: 3, page: true, note: '' });
  house.clock.advance({ seconds: 1 });
  expect((await mailbox.next(({ text }) => text.includes('断水'))).to).toBe('night@example.jp');
});

test('a link to an address that was changed meanwhile proves nothing; nobody vouches for their own', async () => {
  house.clock.advance({ hours: 12 });
  const id = await house.person(orgId, ['responder'], 'a@example.jp');
  const card = (address: string) => ({
    routes: [{ kind: 'email' as const, address, note: '' }],
    quiet: null,
  });
  await keepCard(ctx(), id, card('one@example.jp'));
  const [route] = (await readCard(ctx(), id)).routes;
  await askRouteTest(ctx(), id, route?.id ?? '');
  const mail = await mailbox.next();
  await keepCard(ctx(), id, card('two@example.jp'));
  expect((await open('POST', linkIn(mail))).status).toBe(410);
  const [now] = (await readCard(ctx(), id)).routes;
  expect(now).toMatchObject({ address: 'two@example.jp', verifiedAt: null });
  await expect(verifyByHand(house.as(orgId, id, ['administrator']), id, now?.id ?? '')).rejects.toMatchObject(
    { code: 'forbidden' },
  );
  await verifyByHand(ctx(), id, now?.id ?? '');
  expect((await readCard(ctx(), id)).routes[0]).toMatchObject({ fresh: true });
  await house.person(orgId, ['administrator'], 'admin@example.jp');
  await removePerson(ctx(), id);
  expect((await readCard(ctx(), id)).routes).toEqual([]);
});

test('a contractor acknowledges the sheet by its link; what the sheet says later needs a new answer', async () => {
  const party = {
    key: 'acme',
    name: 'アクメ保守',
    kind: 'contractor',
    email: 'desk@acme.example',
    sheet: {
      configuration: '監視端末 3台',
      importance: '止まると給水に関わる',
      duties: '検知したらすぐ電話',
    },
  };
  const stored = async () =>
    (await reading(ctx(), (trx) => readRegister(trx, PARTIES))).find(({ key }) => key === 'acme');
  await keepEntry(ctx(), 'parties', 0, { ...party, email: '' });
  await expect(askSheet(ctx(), 'acme', 'ja')).rejects.toMatchObject({ code: 'conflict' });
  await keepEntry(ctx(), 'parties', 1, party);
  await askSheet(ctx(), 'acme', 'ja');
  const mail = await mailbox.next();
  expect(mail.to).toBe('desk@acme.example');
  expect((await open('GET', linkIn(mail))).body).toContain('検知したらすぐ電話');
  expect((await open('POST', linkIn(mail))).status).toBe(200);
  expect((await stored())?.entry.sheet.acknowledgedOn).toBe('2026-06-10');

  const { version = 0, entry } = (await stored()) ?? {};
  await keepEntry(ctx(), 'parties', version, { ...entry, note: '担当が替わった' });
  expect((await stored())?.entry.sheet.acknowledgedOn).toBe('2026-06-10');
  const changed = { ...entry, sheet: { ...entry?.sheet, duties: '検知から10分以内に電話' } };
  await keepEntry(ctx(), 'parties', version + 1, changed);
  expect((await stored())?.entry.sheet.acknowledgedOn).toBeNull();
});
