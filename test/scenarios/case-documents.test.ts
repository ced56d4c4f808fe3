import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCase } from '../../areas/learn/cases/open-case.ts';
import { readCase } from '../../areas/learn/cases/read-case.ts';
import { turnCase } from '../../areas/learn/cases/turn-case.ts';
import { firstAdministrator, type Visitor } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { TestHouse } from '../house.ts';

let house: TestHouse;
let orgId: string;
let admin: Visitor;
let id: string;
const blip = readCase(fs.readFileSync(new URL('../../cases/09-network-blip.yaml', import.meta.url), 'utf8'));

beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  orgId = await house.organisation();
  admin = await firstAdministrator(house);
  ({ id } = await openCase(house.system(orgId), blip));
});
afterAll(() => house.close());

const get = async (url: string, cookie = admin.cookie) => {
  const answer = await house.assembly.http?.inject({ method: 'GET', url, headers: { cookie } });
  if (!answer) throw new Error('no server');
  return answer;
};

test('a case is handed over as a file in the language asked for, never as a page', async () => {
  const answer = await get(`/api/learn/cases/${id}/document?format=html&lang=en`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-disposition']).toBe(
    'attachment; filename="sonae-case-momentary-network-interruption-partly-ha-en.html"',
  );
  expect(answer.body).toContain(blip.title.en);
  // A draft says so, and has no number: it stands in no book.
  expect(answer.body).toContain('<p class="draft">Draft</p>');
  expect(answer.body).toContain(`<h2>Case: ${blip.title.en}</h2>`);
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
});

test('the report holds reviewed cases, and says so while there is none', async () => {
  const none = await get('/api/learn/report?format=md');
  expect(none.statusCode).toBe(404);
  expect(none.body).toMatch(/レビュー|reviewed/);
  await turnCase(house.system(orgId), id, 'submit', 1);
  await turnCase(house.system(orgId), id, 'approve', 1);
  expect((await get('/api/learn/report?format=md')).body).toContain(blip.title.ja);
  // Reviewed, it has the number it has among all of them, and is no draft any more.
  const alone = (await get(`/api/learn/cases/${id}/document?format=md`)).body;
  expect(alone).toContain(`## 事例1：${blip.title.ja}`);
  expect(alone).not.toContain('下書き');
  // Narrowed down as the list is: what does not fit is not in it.
  const narrowed = (query: string) => get(`/api/learn/report?format=md&${query}`);
  expect((await narrowed(`group=${blip.causeGroup}`)).body).toContain(blip.title.ja);
  expect((await narrowed('group=cyberAttack')).statusCode).toBe(404);
  expect((await narrowed('group=nothing')).statusCode).toBe(422);
});

test('another organisation’s case, an id that is none, an unknown format, and nobody signed in', async () => {
  const theirs = await house.organisation();
  const { id: other } = await openCase(house.system(theirs), blip);
  expect((await get(`/api/learn/cases/${other}/document`)).statusCode).toBe(404);
  expect((await get('/api/learn/cases/none/document')).statusCode).toBe(404);
  const format = await get(`/api/learn/cases/${id}/document?format=exe`);
  expect(format.statusCode).toBe(422);
  expect(format.json()).toMatchObject({ errors: [{ field: 'format' }] });
  expect((await get(`/api/learn/cases/${id}/document`, '')).statusCode).toBe(401);
});
