import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { closeMailConnections, email } from './index.ts';

afterEach(closeMailConnections);

async function send(port: number, address: string) {
  const settings = { host: '127.0.0.1', port, security: 'none', from: 'sonae@example.jp' };
  const to = { name: '山田', address };
  const message = { id: 'm', to, subject: 'x', text: 'x', html: 'x', short: 'x', language: 'ja' } as const;
  return email.deliver(settings, { ...message, callback: undefined, answerUrl: undefined });
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

test('what a server refuses for good is not sent again', async () => {
  const { recipients, server, port } = await mailServer(/gone/);
  expect(await send(port, 'gone@example.jp')).toMatchObject({ state: 'failed', tryAgain: false });
  expect(recipients).toHaveLength(1);
  server.close();
});
