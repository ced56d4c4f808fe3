import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dialled, mailAddress } from '../kernel/addresses.ts';
import { email } from './email/index.ts';
import { isInner, isLinkLocal } from './inner-address.ts';
import { innerOf, innerSettings } from './inner-places.ts';
import { closeOutgoingConnections, postOutside, RefusedTarget } from './outgoing.ts';
import { isSigned, signatureOf } from './sms-voice/provider.ts';
import { sms } from './sms-voice/sms.ts';
import { voice } from './sms-voice/voice.ts';
import { teams } from './teams/index.ts';

describe('where messages may not go', () => {
  test.each(['169.254.169.254', '64:ff9b::a9fe:a9fe', '2002:a9fe:a9fe::1', '::ffff:a9fe:a9fe', 'fe80::1%eth0', 'fd00:ec2::254', '100.100.100.200'])('%s tells secrets of a cloud and is reached by nobody, inner or not', (address) => expect(isLinkLocal(address)).toBe(true)); // biome-ignore format: a table
  test.each(['10.0.0.1', 'fd00::1', '64:ff9b::a00:1', '100.64.0.1', '8.8.8.8'])('%s is no such place', (address) => expect(isLinkLocal(address)).toBe(false)); // biome-ignore format: a table

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '0:0:0:0:0:ffff:7f00:1',
    '::',
    '::7f00:1',
    '::127.0.0.1',
    '::ffff:0:10.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::a00:1',
    '64:ff9b:1::808:808',
    '2002:a00:1::1',
    '2002:7f00:1::',
    '2001:0:a00:1::f7f7:f7f7',
    '2001:0:808:808::80ff:fffe',
    '2606:4700::5efe:10.0.0.1',
    '2606:4700::200:5efe:c0a8:1',
    'fec0::1',
    'feff::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    'ff02::1',
    '100::1',
    '0.0.0.0',
    '255.255.255.255',
    '100.64.0.1',
    '198.18.0.1',
    'nonsense',
    '',
  ])('%s is inside', (address) => {
    expect(isInner(address)).toBe(true);
  });
  test.each([
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2001:4860:4860::8888',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
    '2002:808:808::1',
    '2001:0:808:808::f7f7:f7f7',
  ])('%s is outside', (address) => {
    expect(isInner(address)).toBe(false);
  });
  test.each(['http://127.0.0.1:1/', 'http://[::1]:1/', 'http://localhost:1/'])(
    '%s is refused',
    async (url) => {
      const posting = postOutside(url, { headers: {}, body: '', allowInner: false });
      await expect(posting).rejects.toBeInstanceOf(RefusedTarget);
    },
  );
});

describe('with a server that stands inside', () => {
  let inner: Server;
  let port: number;
  beforeAll(async () => {
    inner = createServer((_request, answer) => answer.end('an inner answer'));
    inner.listen(0, '127.0.0.1');
    await once(inner, 'listening');
    ({ port } = inner.address() as AddressInfo);
  });
  afterAll(() => {
    closeOutgoingConnections();
    inner.close();
  });

  test('a connection that was allowed is no way in for whom it is not', async () => {
    const post = (allowInner: boolean) =>
      postOutside(`http://localhost:${port}/`, { headers: {}, body: '', allowInner });
    for (let round = 0; round < 3; round += 1) {
      await expect(post(false)).rejects.toBeInstanceOf(RefusedTarget);
      expect(await post(true)).toEqual({ status: 200, text: 'an inner answer' });
    }
  });

  test('of what stands inside only what is named is gone to; where clouds keep secrets never', async () => {
    const url = (host: string) => `http://${host}:${port}/`;
    const post = (host: string, innerPlaces: string) =>
      postOutside(url(host), {
        headers: {},
        body: '',
        allowInner: innerOf(z.object(innerSettings).parse({ allowInner: true, innerPlaces })),
      });
    for (const [host, places] of [
      ['localhost', 'LOCALHOST.'],
      ['localhost', 'chat.example.local、127.0.0.0/8, ::1'],
      ['127.0.0.1', '127.0.0.1'],
      ['[::ffff:127.0.0.1]', '127.0.0.0/30'],
      ['localhost', ''],
    ] as const)
      expect([host, places, (await post(host, places)).status]).toEqual([host, places, 200]);
    for (const [host, places] of [
      ['localhost', 'chat.example.local'],
      ['127.0.0.1', 'localhost'],
      ['127.0.0.1', '127.0.0.2/32 10.0.0.0/8'],
      ['169.254.169.254', '169.254.0.0/16'],
      ['169.254.169.254', ''],
      ['[fd00:ec2::254]', 'fd00:ec2::254'],
    ] as const)
      await expect(post(host, places), `${host} ${places}`).rejects.toBeInstanceOf(RefusedTarget);
    const takes = (innerPlaces: string) => z.object(innerSettings).safeParse({ innerPlaces }).success;
    expect(['10.1.2.0/24', 'chat, mail.example.jp', 'fd00::/8', ''].map(takes)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(
      ['10.1.2.0/33', '10.1.2', '10.1.2.0/x', 'http://chat/', '*', 'fd00::/129'].map(takes),
    ).not.toContain(true);
  });

  const mail = (settings: object) =>
    email.deliver(
      { port, security: 'none', from: 'sonae@example.jp', ...settings },
      { id: 'm', to: { name: '', address: 'a@example.jp' }, subject: '', text: '', html: '', short: '', language: 'ja', callback: undefined, answerUrl: undefined },
    ); // biome-ignore format: a message at one look

  test('mail goes to no server inside where that is not wanted, whichever way it is written', async () => {
    for (const host of ['127.0.0.1', 'localhost', '::1', '::ffff:127.0.0.1', '0.0.0.0', '64:ff9b::7f00:1'])
      expect([host, await mail({ host, allowInner: false })]).toEqual([
        host,
        { state: 'failed', reason: expect.stringContaining('is an address inside'), tryAgain: false },
      ]);
  });

  test('mail never goes where clouds keep secrets; a relay inside is taken as it always was', async () => {
    for (const host of ['169.254.169.254', '::ffff:169.254.169.254', 'fe80::1'])
      expect([host, await mail({ host })]).toEqual([
        host,
        { state: 'failed', reason: expect.stringContaining('is an address inside'), tryAgain: false },
      ]);
    // It is gone to, and nobody listens there.
    expect(await mail({ host: '127.0.0.1', port: 1 })).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('ECONNREFUSED'),
      tryAgain: true,
    });
  });
});

describe('a provider’s signature', () => {
  // The example of the provider's own documentation.
  const call = {
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
    params: {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    },
  };
  test('is made as the provider makes it', () => {
    expect(signatureOf('12345', call)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  });

  test('fits one token, one address and one set of parameters', () => {
    const signature = signatureOf('12345', call);
    expect(isSigned('12345', { ...call, signature })).toBe(true);
    expect(isSigned('12346', { ...call, signature })).toBe(false);
    expect(isSigned('', { ...call, signature: signatureOf('', call) })).toBe(false);
    expect(isSigned('12345', { ...call, url: `${call.url}x`, signature })).toBe(false);
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        fc.pre((call.params as Record<string, string>)[name] !== value);
        expect(isSigned('12345', { ...call, params: { ...call.params, [name]: value }, signature })).toBe(
          name === '' && value === '',
        );
      }),
    );
  });
});

test.each([
  ['090-1234-5678', '+819012345678'],
  ['０９０１２３４５６７８', '+819012345678'],
  ['+1 (415) 555-0100', '+14155550100'],
  ['+81 (0)90-1234-5678', '+819012345678'],
  ['+81(0)3-1234-5678', '+81312345678'],
  ['+81 090 1234 5678', '+819012345678'],
  ['(+81) 90-1234-5678', '+819012345678'],
  ['0081-90-1234-5678', '+819012345678'],
  ['0081-(0)90-1234-5678', '+819012345678'],
  ['010-81-90-1234-5678', '+819012345678'],
  ['001-010-81-90-1234-5678', '+819012345678'],
  ['010-1-415-555-0100', '+14155550100'],
  ['81-90-1234-5678', '+819012345678'],
  ['090\u22121234\u22125678', '+819012345678'],
  ['090\u20101234\u20115678', '+819012345678'],
  ['090ー1234ー5678', '+819012345678'],
  ['090ｰ1234ｰ5678', '+819012345678'],
  ['（03）1234－5678', '+81312345678'],
  ['03.1234.5678', '+81312345678'],
  ['+44 (0)20 7946 0958', '+442079460958'],
  ['+39 06 1234 5678', '+390612345678'],
  ['+39 (0)6 1234 5678', '+390612345678'],
  ['+971 (0)50 123 4567', '+971501234567'],
  ['+55 (0)11 91234-5678', '+5511912345678'],
  ['+234(0)803 123 4567', '+2348031234567'],
])('%s is called as %s', (written, number) => {
  expect(dialled(written, '81')).toBe(number);
  expect(sms.route.address.safeParse(written).success).toBe(true);
});

test.each([
  '90-1234-5678',
  '1234-5678',
  '110',
  '090-1234-5678 内線3',
  '+7 8 495 123 45 67',
  '+1 1 212 555 0123',
  '+36 06 1 234 5678',
  '+52 (01)55 1234 5678',
  '+81 3 123 456',
  'ポンプ',
  '+',
  '+81',
  '090-1234-5678-9012-3456',
  '',
])('%j is no number anybody is called by', (written) => {
  expect(dialled(written, '81')).toBeUndefined();
  expect(sms.route.address.safeParse(written).success).toBe(false);
});

test('the country of the organisation says where a leading zero belongs', () => {
  expect(dialled('020 7946 0958', '44')).toBe('+442079460958');
  expect(dialled('0044 20 7946 0958', '49')).toBe('+442079460958');
  expect(dialled('06 1234 5678', '39')).toBe('+390612345678');
  expect(dialled('011-81-90-1234-5678', '1')).toBe('+819012345678');
  expect(dialled('(212) 555-0123', '1')).toBe('+12125550123');
  expect(dialled('8 (495) 123-45-67', '7')).toBe('+74951234567');
  expect(sms.settings.parse({ account: 'a', from: '+811', country: '+44' })).toMatchObject({ country: '44' });
});

test.each([
  'taro..yamada@docomo.ne.jp',
  'taro.yamada.@docomo.ne.jp',
  '.taro@docomo.ne.jp',
  '"a b"@example.jp',
  "o'brien+x@example.com",
  'info@例え.jp',
  'ops@localhost',
  'ops@mail.internal',
])('%s is a mail address', (written) => expect(mailAddress.safeParse(written).success).toBe(true));
test.each([
  '',
  'a',
  '@b.jp',
  'a@',
  'a b@c.jp',
  'a@b..jp',
  'a@-b.jp',
  'a@b_c.jp',
  '...@b.jp',
  'a@b@c.jp',
  'あ@b.jp',
  'a@b.jp\n',
  `${'a'.repeat(65)}@b.jp`,
])('%j is no mail address', (written) => expect(mailAddress.safeParse(written).success).toBe(false));

test('an address that Workflows of Teams hands out is taken, and one without end is not', () => {
  const url = `https://x.environment.api.powerplatform.com:443/powerautomate/${'a'.repeat(1_500)}?sig=b`;
  expect(teams.route.address.safeParse(url).success).toBe(true);
  expect(teams.route.address.safeParse(url + 'a'.repeat(1_000)).success).toBe(false);
}); // biome-ignore format: tables

test('a key answers a call; voicemail and a busy line are not reached; what merely ended is no answer', () => {
  const settings = { baseUrl: 'https://x.example', account: 'a', token: 't', from: '+811' };
  const heard = (params: Record<string, string>) => {
    const url = 'https://s.example/hook';
    return voice.hear?.(settings, { url, params, signature: signatureOf('t', { url, params }) })?.kind;
  };
  expect(heard({ Digits: '1' })).toBe('acknowledged');
  expect(heard({ Digits: '2' })).toBe('wrongKey');
  expect(heard({ CallStatus: 'completed', AnsweredBy: 'machine_end_beep' })).toBe('failed');
  expect(heard({ CallStatus: 'busy' })).toBe('failed');
  expect(heard({ CallStatus: 'completed', AnsweredBy: 'human' })).toBe('delivered');
  expect(heard({ CallStatus: 'ringing' })).toBe('nothing');
});
