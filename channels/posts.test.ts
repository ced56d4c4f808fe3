import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldFaultsOf } from '../kernel/shape-faults.ts';
import type { ChannelKind } from './channel.ts';
import { lineWorks } from './line-works/index.ts';
import { closeOutgoingConnections, postOutside } from './outgoing.ts';
import { slack } from './slack/index.ts';
import { teams } from './teams/index.ts';
import { contactFault } from './web-push/contact.ts';
import { webPushChannel } from './web-push/index.ts';
import { newPrivateKey } from './web-push/keys.ts';
import { webhook } from './webhook/index.ts';

let service: Server;
let url: string;
let answer = { status: 201, text: '' };
let posted: Buffer;
beforeAll(async () => {
  service = createServer(async (request, reply) => {
    posted = Buffer.concat(await Array.fromAsync(request));
    reply.writeHead(answer.status).end(answer.text);
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/hook`;
});
afterAll(() => {
  closeOutgoingConnections();
  service.close();
});

const NAMES = ['disk_usage_high on *db_1*', '[x](http://evil.example/)', '~old~ `rm -rf` # 1. - > |', '<!channel> & <at>all</at>', '{{DATE(2026-01-01T00:00:00Z,SHORT)}}']; // biome-ignore format: a table

async function bodyOf(kind: ChannelKind, subject: string, text: string) {
  const to = { name: '山田', address: url };
  const message = { id: 'm', to, subject, text, html: '', short: subject, language: 'ja' } as const;
  answer = { status: 200, text: 'ok' };
  const sent = await kind.deliver(
    { allowInner: true },
    { ...message, callback: undefined, answerUrl: undefined },
  );
  expect(sent).toMatchObject({ state: 'accepted' });
  return JSON.parse(posted.toString());
}

describe.each(NAMES)('an alarm called %s', (name) => {
  const text = `${name}\n応答: https://sonae.example.jp/answer/abc`;

  test('is called that in Teams, and by the summary on a locked screen', async () => {
    const body = await bodyOf(teams, name, text);
    expect(body.summary).toBe(name);
    const [title, ...lines] = body.attachments[0].content.body;
    const whole = (block: { inlines: { text: string }[] }) => block.inlines.map((run) => run.text).join('');
    expect(whole(title)).toBe(name);
    expect(lines.map(whole).join('\n')).toBe(text);
    // Nothing in the card reads markup, and what is pressed is what is written.
    expect(JSON.stringify(body)).not.toContain('"TextBlock"');
    for (const run of [title, ...lines].flatMap(({ inlines }) => inlines))
      if (run.selectAction) expect(run.selectAction.url).toBe(run.text);
    expect(lines.at(-1).inlines.at(-1).selectAction.url).toBe('https://sonae.example.jp/answer/abc');
  });

  test('is called that in Slack', async () => {
    const { text: written, mrkdwn } = await bodyOf(slack, name, text);
    expect(mrkdwn).toBe(false);
    expect(written).not.toMatch(/[<>]/);
    const shown = written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    expect(shown).toBe(`${name}\n${text}`);
  });

  test('is called that where text is text', async () => {
    expect(await bodyOf(lineWorks, name, text)).toEqual({ title: name, body: { text } });
    expect(await bodyOf(webhook, name, text)).toEqual({ id: 'm', subject: name, text });
  });
});

describe('the contact that push services are told', () => {
  test.each([
    'mailto:ops@example.jp', 'mailto:taro..yamada@docomo.ne.jp', 'mailto:info@例え.jp', 'https://sonae.example.jp/',
    'https://sonae.example.jp:8443/contact', ' mailto:ops@example.jp ', 'https://8.8.8.8/', 'MAILTO:ops@local.example.jp',
  ])('%s is taken', (contact) => expect(webPushChannel.settings.safeParse({ contact }).success).toBe(true)); // biome-ignore format: a table

  test.each([
    ['mailto:ops@localhost', 'public domain'], ['https://localhost:8080', 'public domain'],
    ['https://LOCALHOST', 'public domain'], ['mailto:ops@mail.internal', 'public domain'],
    ['mailto:ops@mailhost', 'public domain'], ['https://127.0.0.1/', 'public domain'],
    ['https://[::1]:8080/', 'public domain'], ['https://192.168.1.4', 'public domain'],
    ['https://sonae.local', 'public domain'], ['https://app.localhost.', 'public domain'],
    ['mailto: ops@example.jp', 'spaces'], ['mailto:ops@example.jp ops2@example.jp', 'spaces'],
    ['mailto:ops\u3000@example.jp', 'spaces'], ['mailto:<ops@example.jp>', 'brackets'],
    ['<mailto:ops@example.jp>', 'brackets'], ['ops@example.jp', 'starting with mailto'],
    ['http://example.jp', 'starting with mailto'], ['mailto:', 'starting with mailto'],
    ['mailto:ops@example.jp?subject=x', 'starting with mailto'], ['https://', 'starting with mailto'],
  ])('%s is refused, with the reason', (contact, reason) => {
    expect(contactFault(contact)?.en).toContain(reason);
    const { error } = webPushChannel.settings.safeParse({ contact });
    expect(error && fieldFaultsOf(error, 'settings')).toEqual([
      { field: 'contact', mend: contactFault(contact) },
    ]);
  }); // biome-ignore format: a table

  const device = () => {
    const pair = createECDH('prime256v1');
    pair.generateKeys();
    const keys = { p256dh: pair.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') };
    return JSON.stringify({ endpoint: url, keys });
  };
  const push = (contact: string) =>
    webPushChannel.deliver(
      { contact, privateKey: newPrivateKey(), allowInner: true },
      { id: 'm', to: { name: '', address: device() }, subject: '', text: '', html: '', short: '', language: 'ja', callback: undefined, answerUrl: undefined },
    ); // biome-ignore format: a message at one look

  test.each([
    [403, '{"reason":"BadJwtToken"}', 'contact-refused'],
    [401, 'invalid JWT provided', 'contact-refused'],
    [403, 'the VAPID credentials do not correspond to the credentials used to create the subscriptions.', 'push-key-changed'],
    [400, '{"reason":"VapidPkHashMismatch"}', 'push-key-changed'],
    [400, '{"reason":"BadWebPushTopic"}', 'HTTP 400 {"reason":"BadWebPushTopic"}'],
    [403, '{"reason":"VapidPkHashMismatch"}', 'push-key-changed'],
    [410, '', 'subscription-gone'],
    [413, 'too large', 'HTTP 413 too large'],
  ])('%d %s at sending is named for what it is', async (status, text, reason) => {
    answer = { status, text };
    expect(await push('mailto:ops@example.jp')).toEqual({ state: 'failed', reason, tryAgain: false });
  }); // biome-ignore format: a table

  test('what was kept before it was asked for goes on being used', async () => {
    answer = { status: 201, text: '' };
    expect(await push('mailto:<ops@example.jp>')).toMatchObject({ state: 'accepted' });
  });
});

describe('a service that has said yes or no', () => {
  const trickling = async (
    status: number,
    body: (write: (text: string) => void, cut: () => void) => void,
  ) => {
    const server = createServer((_request, reply) => {
      reply.writeHead(status);
      body(
        (text) => reply.write(text),
        () => reply.destroy(),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
      return await postOutside(address, { headers: {}, body: '{}', allowInner: true });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };

  test.each([201, 400, 503])('is believed when it breaks off after %i', async (status) => {
    const cut = await trickling(status, (write, end) => {
      write('{"sid":"SM1"');
      setImmediate(end);
    });
    expect(cut).toEqual({ status, text: '{"sid":"SM1"' });
  });

  test('is not listened to without end', async () => {
    const endless = await trickling(201, (write) => write('x'.repeat(1_000_000)));
    expect(endless.status).toBe(201);
    expect(endless.text.length).toBeLessThan(1_000_000);
  });
});
