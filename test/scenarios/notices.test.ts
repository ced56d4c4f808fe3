import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeStatusFiles } from '../../apps/server/status-files.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { Mailbox } from '../mailbox.ts';
import { type Body, callRoute, type Reply } from '../route-caller.ts';
import { Stage } from './played/staged.ts';

let stage: Stage;
let mailbox: Mailbox;
beforeEach(async () => {
  stage = await Stage.open();
  mailbox = await Mailbox.open();
  await stage.person('commander', 'commander');
  await stage.person('relations', 'public-relations');
  await stage.person('head', 'executive');
  await stage.person('admin', 'administrator');
  await stage.keep('commander', 'parties', {
    key: 'maker',
    name: '制御装置メーカー',
    kind: 'contractor',
    contact: '夜間窓口',
    email: 'night@maker.example.jp',
  });
  for (const [key, audiences] of [
    ['status-page', ['customers', 'public']],
    ['website', ['customers']],
  ] as const)
    await stage.keep('commander', 'outlets', { key, name: key, audiences: [...audiences] });
  await mail();
  await stage.declare('commander', { title: '配水制御の停止', severity: 3, page: false });
});
afterEach(async () => {
  await stage.close();
  await mailbox.close();
});

const mail = () =>
  configureChannel(stage.house.system(stage.orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
const http = () => {
  const { http: app } = stage.house.assembly;
  if (!app) throw new Error('no server');
  return app;
};
const open = (url: string) => http().inject({ url: new URL(url).pathname });
const send = (url: string, fields: Record<string, string>) =>
  http().inject({
    method: 'POST',
    url: new URL(url).pathname,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const linkIn = (text: string, kind: string): string =>
  new RegExp(`http\\S+/${kind}/[\\w-]+`).exec(text)?.[0] ?? '';
const to = (address: string) => mailbox.next(({ source }) => source.includes(address));

const tasks = async () => (await stage.call('commander', 'GET /api/respond/incidents/:id/tasks')).tasks;
type Notice = Reply<'GET /api/respond/incidents/:id/notices'>['notices'][number];
const notices = async (kind: Notice['kind']) =>
  (
    await callRoute(stage.context('commander'), 'GET /api/respond/incidents/:id/notices', {
      params: { id: stage.incidentId },
      query: { kind },
    })
  ).notices;

test('a contractor answers a request by its link, without an account: takes it, then says that it is done', async () => {
  const written = to('night@maker.example.jp');
  await stage.call('commander', 'POST /api/respond/incidents/:id/tasks', {
    title: '制御装置のログを見てほしい',
    kind: 'request',
    party: 'maker',
    minutes: 10,
  });
  const link = linkIn((await written).text, 'reply');
  const page = await open(link);
  expect([page.statusCode, page.body.includes('制御装置のログを見てほしい')]).toEqual([200, true]);
  expect(page.body).not.toContain('配水制御の停止');
  expect((await tasks())[0]).toMatchObject({ state: 'open', asked: { answer: '' } });

  expect((await send(link, { answer: '30分で折り返します', done: '' })).statusCode).toBe(200);
  expect((await tasks())[0]).toMatchObject({ state: 'open', asked: { answer: '30分で折り返します' } });
  expect((await send(link, { answer: '原因は電源部。交換済み', done: 'yes' })).statusCode).toBe(200);
  expect((await tasks())[0]).toMatchObject({ state: 'done', note: '原因は電源部。交換済み' });
  expect((await send(link, { answer: 'もう一度', done: 'yes' })).statusCode).toBe(410);
  expect((await open(`${link}x`)).statusCode).toBe(410);
  const lines = await stage.kinds();
  expect(lines.filter((kind) => kind === 'request.answered')).toHaveLength(2);
  expect(lines).toContain('task.ended');
  // Two weeks later whoever finds the link learns nothing by it.
  stage.after({ hours: 24 * 15 });
  expect((await open(link)).body).not.toContain('制御装置');
});

test('a party nobody can write to, or that is not in the register, is told of and not passed over', async () => {
  await stage.keep('commander', 'parties', { key: 'silent', name: '回線事業者', kind: 'supplier' });
  const ask = (party: string) =>
    stage.call('commander', 'POST /api/respond/incidents/:id/tasks', {
      title: '状況を聞く',
      kind: 'request',
      party,
    });
  await ask('silent');
  expect((await tasks())[0]).toMatchObject({ asked: { state: 'held', reason: 'no-address' } });
  await expect(ask('nobody')).rejects.toMatchObject({ code: 'invalid' });
  expect(await tasks()).toHaveLength(1);
});

test('a brief reaches executives by mail, and each says by their link that they have read it', async () => {
  await stage.call('commander', 'POST /api/respond/incidents/:id/briefs');
  const desk = async () =>
    (await stage.call('commander', 'GET /api/respond/incidents/:id/headquarters')).briefs;
  const [brief] = await desk();
  const written = to('head@example.jp');
  await stage.call(
    'commander',
    'POST /api/respond/briefs/:id/send',
    { text: brief?.text ?? '', readerIds: [stage.idOf('head')] },
    { id: brief?.id ?? '' },
  );
  const { text } = await written;
  expect(text).toContain('配水制御の停止');
  expect((await desk())[0]?.readers[0]?.readAt).toBeNull();
  expect((await send(linkIn(text, 'reply'), {})).statusCode).toBe(200);
  expect((await desk())[0]?.readers[0]?.readAt).not.toBeNull();
  expect(await stage.kinds()).toContain('brief.read');
});

test('who is given a task is told by mail; who gives it to themselves is not', async () => {
  const written = to('relations@example.jp');
  const give = (name: string) =>
    stage.call('commander', 'POST /api/respond/incidents/:id/tasks', {
      title: '文案を作る',
      personId: stage.idOf(name),
      minutes: 10,
    });
  await give('relations');
  expect((await written).text).toContain('文案を作る');
  await give('commander');
  expect((await notices('task')).map(({ address }) => address)).toEqual(['relations@example.jp']);
});

type Draft = Body<'POST /api/respond/incidents/:id/statements'>;
async function publish(outlet: string, text: string, kind: Draft['kind'] = 'start'): Promise<string> {
  const { id } = await stage.call('relations', 'POST /api/respond/incidents/:id/statements', {
    audience: 'customers',
    kind,
    text,
    outlet,
  });
  for (const name of ['relations', 'head'])
    await stage.call(name, 'POST /api/respond/statements/:id/approve', { text, outlet }, { id });
  await stage.call('relations', 'POST /api/respond/statements/:id/send', { nextUpdateMinutes: 60 }, { id });
  return id;
}

test('individuals are told in published words alone, each with a state of their own and nobody twice', async () => {
  const draft = await stage.call('relations', 'POST /api/respond/incidents/:id/statements', {
    audience: 'customers',
    kind: 'start',
    text: '下書き',
    outlet: 'website',
  });
  const notify = (id: string, ...recipients: { name: string; address: string }[]) =>
    stage.call(
      'relations',
      'POST /api/respond/statements/:id/individuals',
      { subject: 'お知らせ', recipients },
      { id },
    );
  const one = { name: '一郎', address: 'ichiro@example.jp' };
  await expect(notify(draft.id, one)).rejects.toMatchObject({ code: 'conflict' });
  const id = await publish('website', '水圧が下がっています');
  const written = to('ichiro@example.jp');
  expect(await notify(id, one, { name: '花子', address: '東京都港区1-1' })).toEqual({
    sent: 2,
    again: 0,
    already: 0,
  });
  expect((await written).text).toContain('水圧が下がっています');
  await stage.house.until(async () =>
    (await notices('individual')).some(({ state }) => state === 'accepted'),
  );
  expect(await notify(id, one)).toEqual({ sent: 0, again: 0, already: 1 });
  const letter = (await notices('individual')).find(({ state }) => state === 'held');
  expect(letter?.reason).toBe('no-address');
  const handed = stage.house.clock.now().toString();
  stage.after({ hours: 2 });
  await stage.call(
    'relations',
    'PUT /api/respond/notices/:id',
    { state: 'reached', note: '手紙で', happened: { at: handed } },
    { id: letter?.id ?? '' },
  );
  const settled = await stage.house.clone.query<{ same: boolean }>(
    `SELECT at = $1::timestamptz AS same FROM ledger WHERE kind = 'notice.settled' ORDER BY seq DESC LIMIT 1`,
    [handed],
  );
  expect(settled).toEqual([{ same: true }]);
  expect((await notices('individual')).map(({ state }) => state).sort()).toEqual(['accepted', 'reached']);
});

test('individuals hear nothing that customers may not, and nobody without a part in it reads their addresses', async () => {
  const id = await publish('website', '水圧が下がっています');
  const notify = (subject: string, recipients = [{ name: '一郎', address: 'shared@example.jp' }]) =>
    stage.call('relations', 'POST /api/respond/statements/:id/individuals', { subject, recipients }, { id });
  await stage.call('commander', 'POST /api/respond/incidents/:id/withheld', {
    audience: 'customers',
    term: '管の破損',
    reason: '調査中',
  });
  await expect(notify('管の破損について')).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: [{ field: 'subject' }] },
  });
  // Two of one household share an address, and each has a state of their own.
  const both = ['一郎', '花子'].map((name) => ({ name, address: 'shared@example.jp' }));
  expect(await notify('お知らせ', both)).toEqual({ sent: 2, again: 0, already: 0 });
  await stage.person('reviewer', 'reviewer');
  const seen = await callRoute(stage.context('reviewer'), 'GET /api/respond/incidents/:id/notices', {
    params: { id: stage.incidentId },
    query: { kind: 'individual' },
  });
  expect(seen.notices.map(({ name, address }) => name + address)).toEqual(['', '']);
  expect(seen.counts.reduce((sum, { count }) => sum + count, 0)).toBe(2);
});

test('a drill writes to nobody outside', async () => {
  await stage.declare('commander', { title: '訓練', severity: 3, page: false, drill: true });
  const id = await publish('website', '訓練です');
  await expect(
    stage.call(
      'relations',
      'POST /api/respond/statements/:id/individuals',
      { subject: 'x', recipients: [{ name: 'x', address: 'x@example.jp' }] },
      { id },
    ),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('whoever confirmed their address gets what stands on the status page; who left, or never confirmed, does not', async () => {
  const status = `http://localhost:8080/status/${stage.orgId}`;
  const asked = to('reader@example.jp');
  expect((await send(`${status}/subscribe`, { email: 'reader@example.jp' })).statusCode).toBe(200);
  expect((await send(`${status}/subscribe`, { email: 'silent@example.jp' })).statusCode).toBe(200);
  expect((await send(`${status}/subscribe`, { email: 'no address' })).statusCode).toBe(422);
  const link = linkIn((await asked).text, 'status/subscription');
  const headersOf = ({ source }: { source: string }) =>
    (source.split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ');
  // One press in the mailbox, nothing that shouts, and no key in a table.
  expect(headersOf(await asked)).toMatch(new RegExp(`^List-Unsubscribe: <${link}/leave>`, 'm'));
  expect(headersOf(await asked)).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  expect(headersOf(await asked)).not.toMatch(/^(X-Priority|Importance):/m);
  const kept = await stage.house.clone.query(`SELECT text FROM message WHERE kind = 'subscribe'`);
  expect(JSON.stringify(kept)).not.toContain(link.split('/').at(-1));
  // Asked for again within a day, nobody is written to twice.
  await send(`${status}/subscribe`, { email: 'Reader@example.jp' });
  expect((await open(link)).statusCode).toBe(200);
  expect((await send(link, { want: 'confirm' })).statusCode).toBe(200);
  const told = mailbox.next(({ text }) => text.includes('水圧が下がっています'));
  await publish('status-page', '水圧が下がっています');
  expect((await told).source).toContain('reader@example.jp');
  expect((await told).text).toContain(link);
  expect(headersOf(await told)).toMatch(/^List-Unsubscribe: /m);
  await stage.told('status.told');
  expect((await notices('status')).map(({ address }) => address)).toEqual(['reader@example.jp']);

  const calendar = (await open(`${status}/calendar.ics`)).body;
  const events = new ICAL.Component(ICAL.parse(calendar) as unknown[]).getAllSubcomponents('vevent');
  expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual([
    expect.stringContaining('水圧が下がっています'),
  ]);
  await send(link, { want: 'leave' });
  await publish('status-page', '元に戻りました', 'end');
  // Nobody is told, and who was told before is not kept by name or address.
  const left = await notices('status');
  expect(left).toHaveLength(1);
  expect(JSON.stringify(left)).not.toContain('reader@');
  expect((await send(link, { want: 'confirm' })).statusCode).toBe(410);
});

test.each([
  ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--',
  ],
  ['text/plain', 'anything'],
])('one press in a mailbox ends it, sent as %s', async (type, payload) => {
  const status = `http://localhost:8080/status/${stage.orgId}`;
  const asked = to('reader@example.jp');
  await send(`${status}/subscribe`, { email: 'reader@example.jp' });
  const link = linkIn((await asked).text, 'status/subscription');
  await send(link, { want: 'confirm' });
  // Looked at, it asks first.
  expect((await open(`${link}/leave`)).statusCode).toBe(302);
  const left = await http().inject({ method: 'POST', url: `${new URL(link).pathname}/leave`, headers: { 'content-type': type }, payload }); // biome-ignore format: one line
  expect(left.statusCode).toBe(200);
  expect((await send(link, { want: 'confirm' })).statusCode).toBe(410);
  expect((await open(`${link}/leave`)).statusCode).toBe(302);
});

test('a link of a subscription does what its buttons say and nothing else, whoever posts to it', async () => {
  const status = `http://localhost:8080/status/${stage.orgId}`;
  const asked = to('reader@example.jp');
  await send(`${status}/subscribe`, { email: 'reader@example.jp' });
  const link = linkIn((await asked).text, 'status/subscription');
  const confirmed = async () =>
    (await stage.house.clone.query('SELECT id FROM status_subscriber WHERE confirmed_at IS NOT NULL')).length;
  for (const fields of [{}, { 'List-Unsubscribe': 'One-Click' }, { want: 'CONFIRM' }, { want: '' }] as Record<
    string,
    string
  >[]) {
    const answer = await send(link, fields);
    expect([answer.statusCode, answer.body.includes('value="confirm"')]).toEqual([200, true]);
    expect(await confirmed()).toBe(0);
  }
  await send(link, { want: 'confirm' });
  await send(link, { want: 'confirm' });
  expect(await confirmed()).toBe(1);
  await send(link, { 'List-Unsubscribe': 'One-Click' });
  expect(await confirmed()).toBe(1);
  for (const _ of [1, 2]) await http().inject({ method: 'POST', url: `${new URL(link).pathname}/leave` });
  expect(await confirmed()).toBe(0);
  // Whoever left may come back, by a link of their own.
  const again = to('READER@example.jp');
  await send(`${status}/subscribe`, { email: 'ＲＥＡＤＥＲ＠example.jp' });
  const other = linkIn((await again).text, 'status/subscription');
  expect(other).not.toBe(link);
  expect((await send(link, { want: 'confirm' })).statusCode).toBe(410);
  await send(other, { want: 'confirm' });
  expect(await confirmed()).toBe(1);
});

test.each([
  'a@example.jp\r\nBcc: b@example.jp',
  'a@example.jp, b@example.jp',
  'a@example.jp;b@example.jp',
  '<a@example.jp>',
  'a@example.jp\u0000',
  `${'a'.repeat(300)}@example.jp`,
  'a@exa mple.jp',
  '@example.jp',
  'a@',
  'a@example..jp',
  'a b@example.jp',
  'a@\u202eexample.jp',
])('nothing is written to %j', async (email) => {
  const answer = await send(`http://localhost:8080/status/${stage.orgId}/subscribe`, { email });
  expect(answer.statusCode).toBe(422);
  expect(await stage.house.clone.query('SELECT id FROM status_subscriber')).toEqual([]);
});

test.each(['taro..yamada.@docomo.ne.jp', '"a b"@example.jp', 'ops@localhost', 'info@例え.jp'])(
  'whoever is written to elsewhere by %s is so here',
  async (email) => {
    const status = `http://localhost:8080/status/${stage.orgId}`;
    expect((await send(`${status}/subscribe`, { email })).statusCode).toBe(200);
    const held = await stage.house.clone.query(`SELECT address FROM message WHERE state = 'held'`);
    expect(held).toEqual([]);
  },
);

/** As strict as a reader of XML 1.0 is about letters and references. */
function wellFormed(xml: string): boolean {
  const held = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(xml);
  const bare = xml
    .replace(/<\?xml[^>]*\?>|<\/?[a-zA-Z]+( [a-zA-Z]+="[^"<&]*")*\/?>/g, '')
    .replace(/&(#\d+|amp|lt|gt);/g, '');
  return held && !/[<&]/.test(bare);
}

test('the feed is well-formed whatever a statement holds, and gives nothing back of what was asked', async () => {
  await publish('status-page', 'A&B <水圧>\u000b が\u0008下がって\ufffeいます 😀 ]]>');
  const feed = async (query: string) =>
    (await http().inject({ url: `/status/${stage.orgId}/feed.xml${query}` })).body;
  const plain = await feed('');
  for (const query of ['', '?utm_source=a&utm_medium=b', '?x=</link><script>alert(1)</script>', '?"&<']) {
    const body = await feed(query);
    expect([query, wellFormed(body)]).toEqual([query, true]);
    expect(body).toBe(plain);
  }
  expect(plain).toContain('A&#38;B &#60;水圧&#62; が下がっています 😀');
});

test('the status page stands as plain files in a folder, for a server that is up when this one is not', async () => {
  await publish('status-page', '<b>水圧</b>が下がっています');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'status-'));
  const { house, clock } = { house: stage.house.assembly.house, clock: stage.house.clock };
  expect(await writeStatusFiles(house, clock, folder)).toEqual([stage.orgId]);
  const home = path.join(folder, stage.orgId);
  expect(fs.readdirSync(home).sort()).toEqual([
    'calendar.ics',
    'en.html',
    'feed.xml',
    'index.html',
    'status.css',
  ]);
  const html = fs.readFileSync(path.join(home, 'index.html'), 'utf8');
  expect(html).toContain('&#60;b&#62;水圧&#60;/b&#62;が下がっています');
  expect(html).toContain('href="./status.css"');
  fs.rmSync(folder, { recursive: true });
});
