import { createECDH, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addHeartbeat } from '../../areas/detect/monitors/add-heartbeat.ts';
import { readCard } from '../../areas/prepare/contact-cards/read-card.ts';
import { keepCard } from '../../areas/prepare/contact-routes/keep-card.ts';
import { verifyByHand } from '../../areas/prepare/contact-routes/verify-by-hand.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { acknowledgePage } from '../../areas/respond/paging/acknowledge-page.ts';
import { seePage } from '../../areas/respond/paging/hear-device.ts';
import { pagesWithAttempts } from '../../areas/respond/paging/list-pages.ts';
import type { PageView } from '../../areas/respond/paging/schema.ts';
import { nextRoute } from '../../areas/respond/paging/walk-routes.ts';
import { endWatch, setWatch } from '../../areas/respond/watch/set-watch.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { publicKeyOf } from '../../channels/web-push/keys.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Gateway } from '../gateway.ts';
import { BASE_URL, TestHouse } from '../house.ts';
import { Mailbox } from '../mailbox.ts';
import { Stage } from './played/staged.ts';

/** The other end of the library's encryption (RFC 8188); it comes with the library and has no types. */
const ece = createRequire(import.meta.resolve('web-push'))('http_ece') as {
  decrypt(body: Buffer, by: object): Buffer;
};

let house: TestHouse;
let stage: Stage;
let mailbox: Mailbox;
let orgId: string;
beforeEach(async () => {
  stage = await Stage.open();
  ({ house, orgId } = stage);
  mailbox = await Mailbox.open();
  for (const name of ['one', 'two', 'three']) await stage.person(name, 'commander');
  await stage.person('admin', 'administrator');
  await setDuty(house.system(orgId), { personIds: ['one', 'two', 'three'].map((name) => stage.idOf(name)) });
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
});
afterEach(async () => {
  await stage.close();
  await mailbox.close();
});

const pages = async (): Promise<PageView[]> =>
  (await pagesWithAttempts(house.system(orgId), { state: 'any', limit: 200 })).pages.reverse();
const page = async (): Promise<PageView> => {
  const [first] = await pages();
  if (!first) throw new Error('no page');
  return first;
};
const all = (state: string) => async () =>
  (await pages()).length > 0 &&
  (await pages()).every(({ attempts }) => attempts.length > 0 && attempts.every((a) => a.state === state));
const declare = (title: string) => declareIncident(house.system(orgId), { title, severity: 3 });
const answerLink = (text: string): string => /http\S+\/answer\/[\w-]+/.exec(text)?.[0] ?? '';
const post = (url: string) =>
  house.assembly.http?.inject({
    method: 'POST',
    url: url.slice(BASE_URL.length),
    headers: { origin: BASE_URL },
  });

test('forty incidents at once are two messages to a person, each page with its own proof, and one answer takes what it told of', async () => {
  await declare('#0');
  const [alone] = await Promise.all([mailbox.next(({ text }) => text.includes('#0'))]);
  await house.until(all('accepted'));
  for (let n = 1; n < 40; n += 1) await declare(`停止その${n}`);
  await house.until(async () => (await pages()).length === 40);
  expect(mailbox.mails).toHaveLength(1);
  const together = mailbox.next(({ text }) => text.includes('停止その1'));
  house.clock.advance({ seconds: 30 });
  const mail = await together;
  expect(mail.text).toContain('ほか8件');
  await house.until(all('accepted'));
  expect(mailbox.mails).toHaveLength(2);

  const bundled = (await pages()).slice(1).flatMap(({ attempts }) => attempts);
  expect(new Set(bundled.map(({ bundleId }) => bundleId)).size).toBe(1);
  expect((await post(answerLink(mail.text)))?.statusCode).toBe(200);
  const states = (await pages()).map(({ state }) => state);
  expect(states).toEqual(['seeking', ...Array.from({ length: 39 }, () => 'acknowledged')]);
  expect((await post(answerLink(alone.text)))?.statusCode).toBe(200);
  expect((await page()).state).toBe('acknowledged');
  // Used once: the link takes nothing a second time.
  expect((await post(answerLink(mail.text)))?.statusCode).toBe(410);
});

test('what waits for another message goes its own way when that one is answered first', async () => {
  await declare('先の件');
  await house.until(all('accepted'));
  await declare('次の件');
  await declare('三つめの件');
  await house.until(async () => (await pages()).length === 3);
  const [, second] = await pages();
  await acknowledgePage(stage.context('two'), second?.id ?? '');
  const mail = mailbox.next(({ text }) => text.includes('三つめの件'));
  house.clock.advance({ seconds: 30 });
  expect((await mail).text).not.toContain('次の件');
});

test('an answer counts for all a message told of, also when its first page was taken by a colleague meanwhile', async () => {
  await declare('#0');
  await house.until(all('accepted'));
  await declare('先の件');
  await declare('後の件');
  await house.until(async () => (await pages()).filter(({ attempts }) => attempts.length > 0).length === 3);
  // Both were looked at and wait for the window to end.
  while (
    (await house.clone.query(`SELECT 1 FROM pgboss.job WHERE name LIKE 'deliver-%' AND state < 'completed'`))
      .length > 0
  );
  const together = mailbox.next(({ text }) => text.includes('後の件'));
  house.clock.advance({ seconds: 30 });
  const mail = await together;
  await house.until(all('accepted'));
  const [, first, second] = await pages();
  const lead = first?.attempts[0]?.bundleId === first?.attempts[0]?.id ? first : second;
  const other = lead === first ? second : first;
  await acknowledgePage(stage.context('one'), lead?.id ?? '');
  expect((await post(answerLink(mail.text)))?.statusCode).toBe(200);
  expect((await pages()).find(({ id }) => id === other?.id)?.state).toBe('acknowledged');
});

test('a plan that asks for two answers calls on until two have answered, and the same person does not count twice', async () => {
  await stage.publish('admin', {
    key: 'two-eyes',
    name: '二人で応答',
    situation: 'network',
    summary: '',
    origin: '',
    activation: 'severity >= 3',
    acknowledgements: 2,
    roles: [
      { key: 'commander', name: '指揮', personId: stage.idOf('one'), deputyIds: [stage.idOf('two')] },
      { key: 'deputy', name: '代理', personId: stage.idOf('two'), deputyIds: [stage.idOf('three')] },
    ],
    steps: [{ text: '切り分ける', role: 'commander', deputy: 'deputy', limitMinutes: 30 }],
    samples: [{ name: 's', inputs: [{ input: 'severity', value: '3' }] }],
  });
  await declare('中継網の断');
  await house.until(async () => (await pages())[0]?.attempts.length === 2);
  const { id, needed } = await page();
  expect(needed).toBe(2);
  await acknowledgePage(stage.context('one'), id);
  expect(await page()).toMatchObject({ state: 'seeking', answers: [{ personId: stage.idOf('one') }] });
  await expect(acknowledgePage(stage.context('one'), id)).rejects.toMatchObject({ code: 'conflict' });
  // Half of the wait is over and they have another route: who has answered is not called again.
  const ctx = () => house.system(orgId);
  const route = { kind: 'email' as const, address: 'one.at.home@example.jp', note: '' };
  await keepCard(ctx(), stage.idOf('one'), { routes: [route], quiet: null });
  for (const { id: added } of (await readCard(ctx(), stage.idOf('one'))).routes)
    await verifyByHand(ctx(), stage.idOf('one'), added);
  const own = (await page()).attempts.find(({ personId }) => personId === stage.idOf('one'));
  await inTransaction(ctx(), (tx) => nextRoute(tx, { attemptId: own?.id ?? '' }));
  expect((await page()).attempts).toHaveLength(2);
  house.clock.advance({ seconds: 300 });
  await house.until(async () => (await page()).attempts.length === 3);
  const asked = (await page()).attempts.map(({ personId }) => personId);
  expect(asked).toEqual(
    ['one', 'two', 'three']
      .map((name) => stage.idOf(name))
      .sort((a, b) => asked.indexOf(a) - asked.indexOf(b)),
  );
  await acknowledgePage(stage.context('three'), id);
  expect((await page()).state).toBe('acknowledged');
});

test('seen is told by the person’s own screen, never by looking at a link', async () => {
  await declare('見えるか');
  const { text } = await mailbox.next(() => true);
  await house.until(all('accepted'));
  const link = answerLink(text).slice(BASE_URL.length);
  expect((await house.assembly.http?.inject({ url: link }))?.statusCode).toBe(200);
  expect((await page()).attempts[0]?.state).toBe('accepted');
  await seePage(stage.context('two'), (await page()).id);
  expect((await page()).attempts[0]?.state).toBe('accepted');
  await seePage(stage.context('one'), (await page()).id);
  expect((await page()).attempts[0]?.state).toBe('seen');
  // Nothing goes back, and seen is no answer.
  expect((await post(`${BASE_URL}${link}/delivered`))?.statusCode).toBe(204);
  expect(await page()).toMatchObject({ state: 'seeking', attempts: [{ state: 'seen' }] });
});

test('a push reaches the device encrypted for it alone; the device tells that it came and that it was opened', async () => {
  const gateway = await Gateway.open();
  gateway.answers.chat = 201;
  await configureChannel(house.system(orgId), 'web-push', {
    contact: 'mailto:ops@example.jp',
    allowInner: true,
  });
  const key = String((await stage.call('one', 'GET /api/respond/push-key')).key);
  expect(key).toHaveLength(87);
  const device = createECDH('prime256v1');
  device.generateKeys();
  const auth = randomBytes(16);
  const address = JSON.stringify({
    endpoint: `${gateway.url}/push/1`,
    keys: { p256dh: device.getPublicKey('base64url'), auth: auth.toString('base64url') },
  });
  await keepCard(house.system(orgId), stage.idOf('one'), {
    routes: [{ kind: 'push', address, note: '' }],
    quiet: null,
  });
  for (const { id } of (await readCard(house.system(orgId), stage.idOf('one'))).routes)
    await verifyByHand(house.system(orgId), stage.idOf('one'), id);
  await declare('押して知らせる');
  const { raw, headers } = await gateway.next();
  expect(headers['authorization']).toContain(`k=${key}`);
  expect(headers['urgency']).toBe('high');
  const opened = ece.decrypt(raw, {
    version: 'aes128gcm',
    privateKey: device,
    authSecret: auth.toString('base64url'),
  });
  const pushed = JSON.parse(opened.toString()) as { title: string; answer: string };
  expect(pushed.title).toContain('押して知らせる');
  await house.until(all('accepted'));
  expect((await post(`${pushed.answer}/delivered`))?.statusCode).toBe(204);
  expect((await page()).attempts[0]?.state).toBe('delivered');
  await post(`${pushed.answer}/seen`);
  expect((await page()).attempts[0]?.state).toBe('seen');
  expect((await post(`${pushed.answer}/elsewhere`))?.statusCode).toBe(404);
  await post(pushed.answer);
  expect((await page()).state).toBe('acknowledged');

  // A device that is gone says so, and the person's next route is tried at once.
  gateway.answers.chat = 410;
  house.clock.advance({ minutes: 1 });
  const mail = mailbox.next(({ text }) => text.includes('端末がない'));
  await declare('端末がない');
  await mail;
  const [, gone] = await pages();
  expect(gone?.attempts.map(({ channel, reason }) => [channel, reason])[0]).toEqual([
    'web-push',
    'subscription-gone',
  ]);
  // What is gone is no way to reach anybody: it is said on their card, and the push service is left in peace.
  const card = async () => (await readCard(house.system(orgId), stage.idOf('one'))).routes;
  await house.until(async () => (await card()).every(({ verifiedAt }) => verifiedAt === null));
  const asked = gateway.unread.length;
  house.clock.advance({ minutes: 1 });
  const second = mailbox.next(({ text }) => text.includes('もう一度'));
  await declare('もう一度');
  await second;
  const last = (await pages()).find(({ subject }) => subject.includes('もう一度'));
  expect(last?.attempts.map(({ channel }) => channel)).toEqual(['email']);
  expect(gateway.unread).toHaveLength(asked);
  await gateway.close();
});

test('a private key given is kept, and its public half is what browsers get', async () => {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const privateKey = pair.getPrivateKey('base64url').padStart(43, 'A');
  await configureChannel(house.system(orgId), 'web-push', { contact: 'mailto:a@example.jp', privateKey });
  await configureChannel(house.system(orgId), 'web-push', { contact: 'mailto:b@example.jp' });
  expect(await stage.call('one', 'GET /api/respond/push-key')).toEqual({ key: publicKeyOf(privateKey) });
});

test('a second Sonae pages when this one falls silent', async () => {
  const watcher = await TestHouse.open({ role: 'all', clock: house.clock });
  const there = await watcher.organisation('見守る側');
  const duty = await watcher.person(there, ['responder'], 'watcher@example.jp');
  await setDuty(watcher.system(there), { personIds: [duty] });
  // Nothing more: whoever adds a heartbeat is paged when it is missed.
  const { key } = await addHeartbeat(watcher.system(there), {
    name: '本番の Sonae',
    everySeconds: 60,
    graceSeconds: 30,
  });
  const waiting: (() => void)[] = [];
  watcher.assembly.http?.addHook('onResponse', async () => waiting.shift()?.());
  const beat = () => new Promise<void>((resolve) => waiting.push(resolve));
  const told = (kind: string, times: number) =>
    house.until(
      async () =>
        (await house.clone.query(`SELECT 1 FROM ledger WHERE org_id = '${orgId}' AND kind = '${kind}'`))
          .length >= times,
    );
  const address = (await watcher.assembly.http?.listen({ host: '127.0.0.1', port: 0 })) ?? '';
  const wanted = { address, key, everySeconds: 60, allowInner: true };
  await expect(setWatch(house.system(orgId), { ...wanted, key: '' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await setWatch(house.system(orgId), wanted);
  await told('watch.beaten', 1);
  for (let minute = 1; minute < 4; minute += 1) {
    const next = beat();
    house.clock.advance({ seconds: 60 });
    await next;
  }
  expect(await stage.call('admin', 'GET /api/respond/remote-watch')).toMatchObject({
    watch: { lastOutcome: 'taken' },
  });
  const paged = async () =>
    (await pagesWithAttempts(watcher.system(there), { state: 'any', limit: 5 })).pages;
  expect(await paged()).toEqual([]);
  // It is silent from here on, as a machine that lost its power.
  await endWatch(house.system(orgId));
  house.clock.advance({ seconds: 91 });
  await watcher.until(
    async () => (await watcher.clone.query(`SELECT 1 FROM ledger WHERE kind = 'signal.appeared'`)).length > 0,
  );
  house.clock.advance({ seconds: 1 });
  const [alarm] = await watcher.until(async () => ((await paged()).length > 0 ? await paged() : undefined));
  expect(alarm?.subject).toContain('本番の Sonae');
  await watcher.close();
});
