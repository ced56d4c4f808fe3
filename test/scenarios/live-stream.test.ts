import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shareIncident } from '../../areas/respond/incidents/share-incident.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { addEntry } from '../../areas/respond/timeline/add-entry.ts';
import { firstAdministrator, type Visitor } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { EventStream } from '../event-stream.ts';
import { TestHouse } from '../house.ts';

/** Two server processes over one database. */
let one: TestHouse;
let two: TestHouse;
let urls: string[];
let orgId: string;
let admin: Visitor;

beforeEach(async () => {
  const clock = new StoryClock(Temporal.Now.instant().toString());
  one = await TestHouse.open({ clock });
  two = await TestHouse.open({ clock, clone: one.clone });
  urls = [];
  for (const { assembly } of [one, two]) {
    await assembly.http?.listen({ host: '127.0.0.1', port: 0 });
    urls.push(
      `http://127.0.0.1:${(assembly.http?.server.address() as AddressInfo | undefined)?.port}/api/stream`,
    );
  }
  orgId = await one.organisation();
  admin = await firstAdministrator(one);
});
afterEach(async () => {
  await two.close();
  await one.close();
});

const open = (server: number, lastId?: string): EventStream =>
  new EventStream(urls[server] ?? '', {
    cookie: admin.cookie,
    ...(lastId !== undefined && { 'last-event-id': lastId }),
  });

test('what one server records is seen on a stream of the other', async () => {
  const stream = open(1);
  await stream.until(({ events }) => events.some(({ event }) => event === 'ready'));
  await declareIncident(one.system(orgId), { title: 'over there', severity: 1, page: false, note: '' });
  await stream.until(({ events }) => events.some(({ data }) => data.includes('over there')));
  expect(stream.lines).not.toEqual([]);
  stream.close();
});

test('cut again and again, between both servers, under load: no line lost, none twice', async () => {
  const { id } = await declareIncident(one.system(orgId), {
    title: 'busy',
    severity: 1,
    page: false,
    note: '',
  });
  const first = open(0, `${orgId}.0`);
  await first.until(({ lines }) => lines.length > 0);
  const start = Number(first.lastId.split('.')[1]);
  first.close();
  const TOTAL = 120;
  const writing = Promise.all(
    Array.from({ length: 4 }, async (_, lane) => {
      for (let i = 0; i < TOTAL / 4; i += 1) {
        await addEntry([one, two][lane % 2]?.system(orgId) ?? one.system(orgId), id, {
          text: `${lane}-${i}`,
          precision: 'second',
        });
      }
    }),
  );
  const seen: number[] = [];
  let last = `${orgId}.${start}`;
  for (let round = 0; seen.length < TOTAL; round += 1) {
    const stream = open(round % 2, last);
    const want = Math.min(TOTAL - seen.length, 1 + ((round * 7) % 23));
    await stream.until(({ lines }) => lines.length >= want);
    seen.push(...stream.lines);
    last = stream.lastId;
    stream.close();
  }
  await writing;
  expect(seen).toEqual(Array.from({ length: TOTAL }, (_, i) => start + 1 + i));
});

test('an outside party’s stream carries only what was shared with it', async () => {
  const { body } = await admin.send('POST', '/api/prepare/people', {
    name: 'Outside',
    email: 'o@example.jp',
    roles: ['contractor'],
  });
  const { body: invitation } = await admin.send('POST', `/api/prepare/people/${body['id']}/invitation`);
  const { Visitor: V } = await import('../browser-like.ts');
  const outside = new V(one);
  await outside.send('POST', '/api/auth/sign-in/link', { token: String(invitation['link']).split('#')[1] });
  const stream = new EventStream(urls[0] ?? '', { cookie: outside.cookie });
  await stream.until(({ events }) => events.some(({ event }) => event === 'ready'));
  await declareIncident(one.system(orgId), { title: 'secret', severity: 1, page: false, note: '' });
  const { id } = await declareIncident(one.system(orgId), {
    title: 'theirs',
    severity: 1,
    page: false,
    note: '',
  });
  await shareIncident(one.system(orgId), id, String(body['id']), true);
  await addEntry(one.system(orgId), id, { text: 'for you', precision: 'second' });
  await stream.until(({ events }) => events.some(({ data }) => data.includes('for you')));
  expect(JSON.stringify(stream.events)).not.toContain('secret');
  stream.close();
});

test('whose rights end while they follow is told nothing after that', async () => {
  const person = {
    name: 'Inside',
    email: 'i@example.jp',
    roles: ['responder'],
    language: 'ja',
    unitId: null,
  };
  const { body } = await admin.send('POST', '/api/prepare/people', person);
  const { body: invitation } = await admin.send('POST', `/api/prepare/people/${body['id']}/invitation`);
  const { Visitor: V } = await import('../browser-like.ts');
  const inside = new V(one);
  await inside.send('POST', '/api/auth/sign-in/link', { token: String(invitation['link']).split('#')[1] });
  const stream = new EventStream(urls[0] ?? '', { cookie: inside.cookie });
  await stream.until(({ events }) => events.some(({ event }) => event === 'ready'));
  const declare = (title: string) =>
    declareIncident(one.system(orgId), { title, severity: 1, page: false, note: '' });
  const told = (words: string) =>
    stream.until(({ events }) => events.some(({ data }) => data.includes(words)));
  await declare('before');
  await told('before');
  const { email: _, ...now } = person;
  const changed = await admin.send('PUT', `/api/prepare/people/${body['id']}`, {
    ...now,
    roles: ['contractor'],
    seen: now,
  });
  expect(changed.status).toBe(200);
  await declare('after');
  const { id } = await declare('theirs');
  await shareIncident(one.system(orgId), id, String(body['id']), true);
  await addEntry(one.system(orgId), id, { text: 'for them', precision: 'second' });
  await told('for them');
  expect(JSON.stringify(stream.events)).not.toContain('after');
  stream.close();
});
