import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { Mailbox } from '../../test/mailbox.ts';
import type { Message } from '../channel.ts';
import { closeMailConnections, email } from './index.ts';

afterEach(closeMailConnections);

async function send(port: number, address: string, more: Partial<Message> = {}) {
  const settings = { host: '127.0.0.1', port, security: 'none', from: 'sonae@example.jp' };
  const to = { name: '山田', address };
  const message = { id: 'm', to, subject: 'x', text: 'x', html: 'x', short: 'x', language: 'ja' } as const;
  return email.deliver(settings, { ...message, callback: undefined, answerUrl: undefined, ...more });
}

/** A mail server that takes everything, but for some addresses, and keeps whom it was for. */
async function mailServer(refused?: RegExp) {
  const recipients: string[] = [];
  const server = net.createServer((socket) => {
    let isBody = false;
    socket.write('220 ready\r\n');
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n').filter(Boolean)) {
        if (isBody && line !== '.') continue;
        isBody = line === 'DATA';
        const [, to] = /^RCPT TO:(.*)$/.exec(line) ?? [];
        if (to !== undefined) recipients.push(to);
        const isRefused = to !== undefined && refused?.test(to);
        if (isRefused) socket.write('501 what is this\r\n');
        else socket.write(isBody ? '354 go on\r\n' : '250 taken\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { recipients, server, port: (server.address() as AddressInfo).port };
}

test('addresses with odd dots are quoted, and domains of other scripts sent as the network knows them', async () => {
  const { recipients, server, port } = await mailServer();
  for (const address of [
    'taro..yamada@docomo.ne.jp',
    'taro.yamada.@docomo.ne.jp',
    'taro.yamada@docomo.ne.jp',
    'info@例え.jp',
    'ops@localhost',
  ])
    expect(await send(port, address)).toMatchObject({ state: 'accepted' });
  expect(recipients).toEqual([
    '<"taro..yamada"@docomo.ne.jp>',
    '<"taro.yamada."@docomo.ne.jp>',
    '<taro.yamada@docomo.ne.jp>',
    '<info@xn--r8jz45g.jp>',
    '<ops@localhost>',
  ]);
  server.close();
});

test('an appointment goes along as a calendar that a mail program can answer, and calls nobody', async () => {
  const mailbox = await Mailbox.open();
  const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
  await send(mailbox.port, 'a@example.jp', { calendar: { method: 'REQUEST', content } });
  await send(mailbox.port, 'a@example.jp');
  const [appointment, page] = mailbox.mails.map(({ source }) => source);
  expect(appointment).toMatch(/content-type: text\/calendar; charset=utf-8; method=REQUEST/i);
  expect(appointment).toMatch(/content-disposition: attachment; filename=invitation\.ics/i);
  expect(appointment).not.toMatch(/x-priority/i);
  expect(page).toMatch(/x-priority: 1/i);
  expect(page).not.toMatch(/text\/calendar/i);
  await mailbox.close();
});

test('what a server refuses for good is not sent again', async () => {
  const { recipients, server, port } = await mailServer(/gone/);
  expect(await send(port, 'gone@example.jp')).toMatchObject({ state: 'failed', tryAgain: false });
  expect(recipients).toHaveLength(1);
  server.close();
});

/** A mail server whose first connection speaks for one mail, and then does as it is told. */
async function tiringServer(tire: (first: net.Socket) => void) {
  const taken: number[] = [];
  let connections = 0;
  const server = net.createServer((socket) => {
    const nth = ++connections;
    let isBody = false;
    let isTired = false;
    socket.on('error', () => undefined);
    socket.write('220 ready\r\n');
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n').filter(Boolean)) {
        if (isTired || (isBody && line !== '.')) continue;
        if (isBody) taken.push(nth);
        isBody = line === 'DATA';
        socket.write(isBody ? '354 go on\r\n' : '250 taken\r\n');
        if (line !== '.' || nth > 1) continue;
        isTired = true;
        tire(socket);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { taken, server, port: (server.address() as AddressInfo).port };
}

const TIRED: [string, (socket: net.Socket) => void][] = [
  ['says it waited too long and hangs up', (socket) => socket.end('421 4.4.2 idle for too long\r\n')],
  ['says it waited too long, and keeps the line', (socket) => socket.write('421 4.4.2 idle\r\n')],
  ['hangs up without a word', (socket) => socket.end()],
  ['is gone', (socket) => socket.resetAndDestroy()],
  ['never says anything again', () => undefined],
];
test.each(TIRED)('a kept connection that %s costs seconds and no mail', async (_, tire) => {
  const { taken, server, port } = await tiringServer(tire);
  expect(await send(port, 'one@example.jp')).toMatchObject({ state: 'accepted' });
  const began = performance.now();
  const both = await Promise.all([send(port, 'two@example.jp'), send(port, 'three@example.jp')]);
  expect(both).toMatchObject([{ state: 'accepted' }, { state: 'accepted' }]);
  expect(performance.now() - began).toBeLessThan(5_000);
  // Each once, and none by the connection that died.
  expect(taken.filter((nth) => nth === 1)).toHaveLength(1);
  expect(taken).toHaveLength(3);
  server.close();
});

test('a server that takes its time after the mail was handed over gets it once', {
  timeout: 15_000,
}, async () => {
  const mails: string[] = [];
  const server = net.createServer((socket) => {
    let isBody = false;
    socket.write('220 ready\r\n');
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n').filter(Boolean)) {
        if (isBody && line !== '.') continue;
        const isEnd = isBody;
        if (isEnd) mails.push(line);
        isBody = line === 'DATA';
        const answer = () => socket.write(isBody ? '354 go on\r\n' : '250 taken\r\n');
        // Longer than the first word may take.
        if (isEnd && mails.length > 1) setTimeout(answer, 3_000);
        else answer();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await send(port, 'one@example.jp')).toMatchObject({ state: 'accepted' });
  expect(await send(port, 'two@example.jp')).toMatchObject({ state: 'accepted' });
  expect(mails).toHaveLength(2);
  server.close();
});
