import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor } from '../../areas/survey/doors/open-door.ts';
import { doorOpened } from '../../areas/survey/doors/schema.ts';
import { askQuestion } from '../../areas/survey/intake/ask-question.ts';
import { lookAtReport } from '../../areas/survey/intake/look-at-report.ts';
import { BASE_URL, TestHouse } from '../house.ts';
import { sentAsIs } from '../plain-form.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function raw(url: string, payload: string) {
  const http = house.assembly.http;
  if (!http) throw new Error('no server');
  const headers = { 'accept-language': 'ja', 'content-type': 'application/x-www-form-urlencoded' };
  const reply = await http.inject({ method: 'POST', url, headers, payload });
  return { status: reply.statusCode, html: reply.body, type: String(reply.headers['content-type']) };
}
const encoded = (sent: Readonly<Record<string, readonly string[]>>): string =>
  new URLSearchParams(
    Object.entries(sent).flatMap(([name, values]) => values.map((each) => [name, each])),
  ).toString();
const send = (url: string, sent: Readonly<Record<string, readonly string[]>>) => raw(url, encoded(sent));
async function look(url: string) {
  const reply = await house.assembly.http?.inject({
    method: 'GET',
    url,
    headers: { 'accept-language': 'ja' },
  });
  return { html: reply?.body ?? '', headers: reply?.headers ?? {} };
}

async function opened() {
  const orgId = await house.organisation('国の調査室');
  const ctx = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  const { link, reportId } = await openDoor(
    ctx,
    doorOpened.parse({ name: '佐藤', email: 'sato@example.jp' }),
  );
  return { orgId, ctx, reportId, url: link.replace(BASE_URL, '') };
}
const whole = (html: string, more: Record<string, string[]> = {}): Record<string, string[]> => ({
  ...sentAsIs(html, 'act'),
  act: ['submit'],
  stage: ['first'],
  'operator.name': ['東西電力'],
  sector: ['power'],
  eventType: ['unavailable'],
  'times.noticed.at': ['2026-01-05T09:00'],
  outline: ['停止'],
  ...more,
});
async function received() {
  const door = await opened();
  const { html } = await look(door.url);
  expect((await send(door.url, whole(html))).html).toContain('第1版');
  return door;
}

type Odd = readonly [Record<string, string[]>, number, string];
/** Each with the status and words it is answered by. */
const ODD: readonly Odd[] = [
  [{ outline: ['a\u0000b'] }, 200, '第2版'],
  [{ constructor: ['x'], toString: ['y'], 'steps.__proto__.text': ['x'] }, 422, '前の版と同じ'],
  [{ 'times.noticed.at': ['+099999-01-01T00:00'] }, 422, '覚知'],
  [{ 'times.noticed.at': ['0000-01-01T00:00'] }, 422, '覚知'],
  [{ 'times.noticed.at': ['+275760-09-13T23:59'], 'times.noticed.zone': ['America/Adak'] }, 422, '覚知'],
  [{ 'times.noticed.zone': ['x'.repeat(10_000)] }, 422, 'タイムゾーン'],
  [{ 'times.noticed.clockError': ['99999999999999999999'] }, 422, '覚知'],
  [{ 'times.noticed.precision': ['__proto__'] }, 422, '覚知'],
  [{ 'effect.service': ['x'], 'effect.service.level': ['9'.repeat(400)] }, 422, '影響'],
  [{ 'effect.users.low': ['9'.repeat(400)] }, 422, '利用者'],
  [{ causes: Array.from({ length: 300 }, (_, n) => `k${n}`) }, 422, '原因'],
  [{ seen: ['NaN'] }, 200, '別の画面で先に保存'],
  [{ seen: ['1e400'], 'times.noticed.zone': ['No/Where'] }, 200, '別の画面で先に保存'],
  [{ question: ["' OR 1=1"], answer: ['x'] }, 200, 'すでに回答があるか'],
];

test.each(ODD)('what no form sends is answered by the page, case %#', async (more, status, words) => {
  const { url } = await received();
  const base = whole((await look(url)).html, { stage: ['followUp'] });
  const got = await send(url, { ...base, ...more });
  expect(got.status).toBe(status);
  expect(got.type).toContain('text/html');
  expect(got.html.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toContain(words);
});

test('one name a million times holds nobody up', async () => {
  const { url } = await received();
  const started = performance.now();
  for (const body of ['a&'.repeat(1_000_000), `question=x&${'a&'.repeat(900_000)}`])
    expect((await raw(url, body)).status).toBe(413);
  expect((await raw(url, 'causes=a&'.repeat(3_000))).html).toContain('別の画面で先に保存');
  // Nor at any other page with a plain form.
  for (const path of ['/reply/x', '/hearing/x', '/report/x'])
    expect((await raw(path, 'a&'.repeat(30_000))).status).toBe(413);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('an answer is whole or refused, keeps its lines, and is taken once', async () => {
  const { ctx, reportId, url } = await received();
  await askQuestion(ctx, reportId, { field: null, text: '復旧は<いつ>ですか' });
  const question = sentAsIs((await look(url)).html, 'question');
  const long = `${'長'.repeat(4_999)}\r\n${'終'}`;
  const refused = await send(url, { ...question, answer: [long] });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('長'.repeat(4_999));
  expect((await send(url, { ...question, answer: [' '] })).status).toBe(422);
  // As a browser counts and sends it: 5,000 characters, with a line break as two of what is sent.
  const answer = [`${'長'.repeat(4_998)}\r\n終`];
  expect((await send(url, { ...question, answer })).html).toContain('回答を記録しました');
  expect((await send(url, { ...question, answer })).html).toContain('すでに回答があるか');
  expect((await lookAtReport(ctx, reportId)).questions[0]?.answer).toBe(`${'長'.repeat(4_998)}\n終`);
});

test('what was typed beside a fault is kept, and a follow-up changes nothing that nobody touched', async () => {
  const door = await opened();
  const first = whole((await look(door.url)).html, {
    remarks: ['一行目\r\n二行目'],
    'effect.service': ['配送の遅延'],
    'effect.service.level': ['7'],
  });
  const refused = await send(door.url, first);
  expect(refused.status).toBe(422);
  const kept = sentAsIs(refused.html, 'act');
  expect(kept).toMatchObject({ 'operator.name': ['東西電力'], outline: ['停止'] });
  const mended = { ...whole(refused.html), remarks: ['一行目\r\n二行目'] };
  expect((await send(door.url, mended)).html).toContain('第1版');
  // A browser sends the same lines again, each with the end of its own.
  const again = { ...whole((await look(door.url)).html), stage: ['followUp'], remarks: ['一行目\r\n二行目'] };
  expect((await send(door.url, again)).status).toBe(422);
});

test('markup in any field is text, and the page is kept by nobody', async () => {
  const odd = `<script>alert(1)</script>"'><img src=x onerror=1>`;
  const { url } = await opened();
  const names = [
    'operator.name',
    'title',
    'outline',
    'remarks',
    'measures',
    'steps.s1.text',
    'parties.p1.name',
    'effect.around',
    'causeText',
    'times.noticed.zone',
    'sector.reason',
    'seen',
    'tlp',
    'stage',
  ];
  for (const name of names) {
    const got = await send(url, whole((await look(url)).html, { [name]: [odd], act: ['save'] }));
    expect(got.html).not.toMatch(/<script>alert|<img src=x/);
  }
  const { headers } = await look(url);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['referrer-policy']).toBe('no-referrer');
});
