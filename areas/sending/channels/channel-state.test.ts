import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../kernel/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { callRoute } from '../../../test/route-caller.ts';
import { configureChannel } from './configure-channel.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('each channel says when it last took something, and when and why it last did not; which were never tried say so', async () => {
  const orgId = await house.organisation();
  const personId = await house.person(orgId, ['administrator']);
  const at = (minute: number) => `2026-11-01T00:0${minute}:00Z`;
  const message = (channel: string, state: string, minute: number, reason = '') =>
    house.clone.query(
      `INSERT INTO message (org_id, id, purpose, kind, about, person_id, name, address, language, channel, urgent, subject, text, state, reason, made_at, changed_at)
       VALUES ($1, $2, 'page', 'page', 'x', $3, 'n', 'a', 'ja', $4, true, '', '', $5, $6, $7, $7)`,
      [orgId, newId(), personId, channel, state, reason, at(minute)],
    );
  await message('email', 'accepted', 1);
  await message('email', 'failed', 2, 'connect ECONNREFUSED');
  await message('email', 'acknowledged', 3);
  await message('email', 'queued', 4);
  await message('sms', 'failed', 5, 'refused');
  const ctx = house.as(orgId, personId, ['administrator']);
  const of = async (id: string) => {
    const { channels } = await callRoute(ctx, 'GET /api/respond/channels');
    const { lastAccepted, lastFailed } = channels.find((each) => each.id === id) ?? {};
    return { lastAccepted, lastFailed };
  };
  // Told of a time gone by, nothing went out by what is not set up.
  for (const id of ['email', 'sms']) expect(await of(id)).toEqual({ lastAccepted: null, lastFailed: null });
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: 25,
    security: 'none',
    from: 'sonae@example.jp',
  });
  await configureChannel(house.system(orgId), 'sms', {
    baseUrl: 'https://sms.example',
    account: 'AC1',
    token: 'token',
    from: '+815012345678',
  });
  expect(await of('email')).toEqual({
    lastAccepted: at(3),
    lastFailed: { at: at(2), reason: 'connect ECONNREFUSED' },
  });
  expect(await of('sms')).toEqual({ lastAccepted: null, lastFailed: { at: at(5), reason: 'refused' } });
  expect(await of('voice')).toEqual({ lastAccepted: null, lastFailed: null });
});
