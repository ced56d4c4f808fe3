import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHANNELS } from '../../../channels/registry.ts';
import { reading } from '../../../database/transaction.ts';
import { keptSecrets } from '../../../kernel/form.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { callRoute } from '../../../test/route-caller.ts';
import { configureChannel } from './configure-channel.ts';
import { openChannel } from './open-channel.ts';

let house: TestHouse;
let orgId: string;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const MAIL = {
  host: 'mail.example.jp',
  port: 587,
  security: 'starttls',
  user: 'mailuser',
  from: 'sonae@example.jp',
};
const GATEWAY = { baseUrl: 'https://gateway.example.jp', account: 'AC1', from: '+815012345678' };

const settingsOf = (channel: string) => {
  const ctx = house.system(orgId);
  return reading(ctx, (trx) => openChannel(trx, ctx.instance.secret, channel));
};
const set = (channel: string, settings: Record<string, unknown>) =>
  configureChannel(house.system(orgId), channel, settings);

describe('a secret that is kept', () => {
  test('stays where it was given for, whatever else is changed', async () => {
    orgId = await house.organisation();
    await set('email', { ...MAIL, password: 'MAILSECRET' });
    await set('email', {
      ...MAIL,
      host: ' Mail.example.jp',
      port: '587',
      from: 'other@example.jp',
      password: '',
    });
    expect(await settingsOf('email')).toMatchObject({ password: 'MAILSECRET', from: 'other@example.jp' });
    const { port: _, ...unsaid } = MAIL;
    await set('email', unsaid);
    expect(await settingsOf('email')).toMatchObject({ password: 'MAILSECRET', port: 587 });
    await set('web-push', { contact: 'mailto:a@example.jp' });
    const before = await settingsOf('web-push');
    await set('web-push', { contact: 'mailto:b@example.jp', allowInner: true });
    expect((await settingsOf('web-push'))?.['privateKey']).toBe(before?.['privateKey']);
  });

  test.each([
    ['email', { ...MAIL, host: 'mail.evil.example' }, 'password'],
    ['email', { ...MAIL, port: 2525 }, 'password'],
    // In the clear, whoever listens receives it.
    ['email', { ...MAIL, security: 'none' }, 'password'],
    ['sms', { ...GATEWAY, baseUrl: 'https://evil.example' }, 'token'],
    ['voice', { ...GATEWAY, baseUrl: 'http://gateway.example.jp' }, 'token'],
  ])('never travels: %s %j', async (channel, changed, secret) => {
    orgId = await house.organisation();
    await set('email', { ...MAIL, password: 'MAILSECRET' });
    for (const channel of ['sms', 'voice']) await set(channel, { ...GATEWAY, token: 'TOKEN' });
    const before = await settingsOf(channel);
    for (const empty of [{}, { [secret]: '' }])
      await expect(set(channel, { ...changed, ...empty })).rejects.toMatchObject({
        code: 'invalid',
        details: { fields: [{ field: `settings.${secret}` }] },
      });
    expect(await settingsOf(channel)).toEqual(before);
    await set(channel, { ...changed, [secret]: 'NEWSECRET' });
    expect(await settingsOf(channel)).toMatchObject({ [secret]: 'NEWSECRET' });
  });

  test('is dropped where nobody signs in any more', async () => {
    orgId = await house.organisation();
    await set('email', { ...MAIL, password: 'MAILSECRET' });
    await set('email', { ...MAIL, host: 'relay.example.jp', user: '' });
    expect(await settingsOf('email')).toMatchObject({ host: 'relay.example.jp', password: '' });
  });
});

test('each secret of a channel that is handed over says to whom', () => {
  const secrets = CHANNELS.flatMap(({ id, fields }) =>
    fields
      .filter(({ kind }) => kind === 'secret')
      .map(({ name, sentBy }) => [id, name, sentBy !== undefined]),
  );
  expect(secrets).toEqual([
    ['email', 'password', true],
    ['voice', 'token', true],
    ['sms', 'token', true],
    // Signs, and never leaves.
    ['web-push', 'privateKey', false],
  ]);
  for (const { fields } of CHANNELS)
    for (const { sentBy } of fields)
      for (const place of sentBy?.places ?? []) expect(fields.map(({ name }) => name)).toContain(place);
});

test('nothing is kept of what was never there', () => {
  expect(keptSecrets([], { a: 'x' }, {})).toEqual({ kept: {}, askAgain: [] });
});

describe('two who set up one channel', () => {
  const settings = (from: string) => ({ ...MAIL, from });
  const shown = async () => {
    const { password: _, ...open } = (await settingsOf('email')) ?? {};
    return open;
  };

  test('at once, on what they both had read: one is told, also where nothing stood before', async () => {
    orgId = await house.organisation();
    const act = (from: string, seen: Record<string, unknown>) => () =>
      configureChannel(house.system(orgId), 'email', settings(from), seen);
    const racing = (...acts: (() => Promise<unknown>)[]) => race(house.clone, [orgId], ...acts);
    const ONE = { won: 1, lost: ['conflict'] };
    await asItWas(house.clone, orgId, act('a@example.jp', {}));
    expect(await racing(act('a@example.jp', {}), act('b@example.jp', {}))).toEqual(ONE);
    const read = await shown();
    expect(await racing(act('c@example.jp', read), act('d@example.jp', read))).toEqual(ONE);
    await expect(act('e@example.jp', read)()).rejects.toMatchObject({ code: 'conflict' });
    await act('f@example.jp', await shown())();
    expect(await settingsOf('email')).toMatchObject({ from: 'f@example.jp' });
  });

  test('over the API: what stands there is not written over by who has not read it', async () => {
    orgId = await house.organisation();
    const put = (from: string, seen?: Record<string, unknown>) =>
      callRoute(house.system(orgId), 'PUT /api/respond/channels/:channel', {
        params: { channel: 'email' },
        body: { settings: settings(from), ...(seen && { seen }) },
      });
    await put('a@example.jp');
    await expect(put('b@example.jp')).rejects.toMatchObject({ code: 'conflict' });
    const { channels } = await callRoute(house.system(orgId), 'GET /api/respond/channels', {});
    await put('b@example.jp', channels.find(({ id }) => id === 'email')?.settings);
  });
});
