import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { MOST_STREAMS } from '../../apps/server/http/open-streams.ts';
import { warnOfUnknownProxy } from '../../apps/server/http/proxy-warning.ts';
import { firstAdministrator, Visitor } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { EventStream } from '../event-stream.ts';
import { type HouseOptions, TestHouse } from '../house.ts';

let house: TestHouse;
afterEach(() => house.close());

async function open(options: HouseOptions = {}): Promise<number> {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()), ...options });
  await house.organisation();
  await house.assembly.http?.listen({ host: '127.0.0.1', port: 0 });
  const address = house.assembly.http?.server.address() as AddressInfo | undefined;
  return address?.port ?? 0;
}

/** Sends what begins a request and reads until the server has ended the connection. */
async function begun(port: number, words: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  socket.setTimeout(5_000, () => socket.destroy());
  socket.write(words);
  await once(socket, 'close');
  return said;
}

test('a body that trickles in is not waited for, on a door of any kind; one that is there is answered', async () => {
  const port = await open({ bodyPatienceMs: 150 });
  const post = (path: string, length: number, type = 'application/json', more = '') =>
    `POST ${path} HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost:8080\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n${more}\r\n`;
  for (const path of ['/api/setup', '/api/auth/sign-in/email', '/api/v2/alerts', '/reply/x']) {
    const type = path === '/reply/x' ? 'application/x-www-form-urlencoded' : 'application/json';
    expect([path, await begun(port, `${post(path, 1_000, type)}{"a`)]).toEqual([
      path,
      expect.stringMatching(/^HTTP\/1\.1 (408 .*problems\/too-slow|401|4)/s),
    ]);
  }
  expect(await begun(port, `${post('/api/setup', 1_000)}{`)).toMatch(/408 .*problems\/too-slow/s);
  expect(
    await begun(port, `${post('/api/setup', 2, 'application/json', 'connection: close\r\n')}{}`),
  ).toMatch(/^HTTP\/1\.1 422/);
});

test('a person has so many live streams; the oldest ends with a word, and nobody else’s', async () => {
  const port = await open();
  const url = `http://127.0.0.1:${port}/api/stream`;
  const admin = await firstAdministrator(house);
  const { body } = await admin.send('POST', '/api/prepare/people', { name: 'R', email: 'r@example.jp', roles: ['responder'] }); // biome-ignore format: one line
  const { body: invited } = await admin.send('POST', `/api/prepare/people/${body['id']}/invitation`);
  const other = new Visitor(house);
  await other.send('POST', '/api/auth/sign-in/link', { token: String(invited['link']).split('#')[1] });
  const ready = (stream: EventStream) =>
    stream.until(({ events }) => events.some(({ event }) => event === 'ready'));
  const theirs = new EventStream(url, { cookie: other.cookie });
  await ready(theirs);
  const streams: EventStream[] = [];
  for (let i = 0; i < MOST_STREAMS + 2; i += 1) {
    const stream = new EventStream(url, { cookie: admin.cookie });
    streams.push(stream);
    await ready(stream);
  }
  const replaced = (stream: EventStream) => stream.events.some(({ event }) => event === 'replaced');
  for (const old of streams.slice(0, 2)) await old.until(() => replaced(old));
  expect(streams.filter(replaced)).toHaveLength(2);
  expect(replaced(theirs)).toBe(false);
  for (const stream of [...streams, theirs]) stream.close();
});

test('a noisy client at one address keeps nobody there from answering, nor by one link from another', async () => {
  await open({ requestsPerMinute: 20 });
  const from = async (url: string, method: 'GET' | 'POST' = 'GET') =>
    (await house.assembly.http?.inject({ method, url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' }))?.statusCode; // biome-ignore format: one line
  for (let i = 0; i < 30; i += 1) await from('/api/site');
  expect(await from('/api/site')).toBe(429);
  for (const page of ['answer', 'reply', 'technician', 'confirm'])
    for (let i = 0; i < 4; i += 1) {
      expect(await from(`/${page}/colleague-${i}`)).not.toBe(429);
      expect(await from(`/${page}/colleague-${i}`, 'POST')).not.toBe(429);
    }
  expect(await from('/status/x')).not.toBe(429);
  // Whoever tries one link on and on is slowed, and nobody else.
  const tried = [];
  for (let i = 0; i < 30; i += 1) tried.push(await from('/answer/guess'));
  expect(tried).toContain(429);
  expect(await from('/answer/colleague-1')).not.toBe(429);
});

test('a proxy nobody named is named in the log, once', async () => {
  await open();
  const { default: Fastify } = await import('fastify');
  const said: string[] = [];
  const app: FastifyInstance = Fastify({
    loggerInstance: pino({ level: 'warn' }, { write: (line) => said.push(line) }) as FastifyBaseLogger,
  });
  warnOfUnknownProxy(app);
  app.get('/', async () => 'x');
  await app.inject({ url: '/' });
  expect(said).toEqual([]);
  for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip'])
    await app.inject({ url: '/', headers: { [header]: '192.0.2.1' } });
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('SONAE_TRUST_PROXY');
  await app.close();
});
