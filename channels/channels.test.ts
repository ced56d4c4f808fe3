import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInner, postOutside, RefusedTarget } from './outgoing.ts';
import { e164, isSigned, signatureOf } from './sms-voice/provider.ts';
import { voice } from './sms-voice/voice.ts';

describe('where messages may not go', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
  ])('%s is inside', (address) => {
    expect(isInner(address)).toBe(true);
  });
  test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is outside', (address) => {
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
])('%s is called as %s', (written, dialled) => {
  expect(e164(written)).toBe(dialled);
});

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
