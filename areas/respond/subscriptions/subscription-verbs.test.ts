import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { keepEntry } from '../../prepare/register-kinds/keep-entry.ts';
import { sendStatement } from '../communications/send-statement.ts';
import { approveStatement, draftStatement } from '../communications/write-statement.ts';
import { askToSubscribe, settleSubscription } from './subscribe.ts';
import { tellSubscribers } from './tell-subscribers.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function opened() {
  const room = await IncidentRoom.open(house);
  const ask = (email = 'reader@example.jp') =>
    askToSubscribe(room.system(), { email, language: 'ja', from: '192.0.2.1' });
  const id = async () => String((await room.rows('status_subscriber', 'id'))[0]?.['id']);
  const states = () =>
    house.clone.query<{ state: string }>(
      `SELECT body->>'state' AS state FROM ledger WHERE org_id = $1 AND kind = 'status.subscribed' ORDER BY seq`,
      [room.orgId],
    );
  return {
    room,
    ask,
    id,
    /** By the link of whoever is asked by then. */
    link: async () => {
      const subscriber = await id();
      return (want: 'confirmed' | 'left') => settleSubscription(room.system(), subscriber, want);
    },
    told: async () => (await states()).map(({ state }) => state),
  };
}

test('an address that is asked for twice at once is asked once, by a link that opens', async () => {
  const { room, ask, id, told } = await opened();
  await expect(ask('no address')).rejects.toMatchObject({ details: { fields: [{ field: 'email' }] } });
  await room.asItWas(() => ask());
  expect(
    await room.race(
      () => ask(),
      () => ask('Reader@example.jp'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await told()).toEqual(['asked']);
  expect(await room.rows('message', 'about')).toEqual([{ about: await id() }]);
});

test('confirmed twice at once it is confirmed once; left, nothing of the address is kept', async () => {
  const { room, ask, link, told } = await opened();
  await ask();
  const settle = await link();
  await room.asItWas(() => settle('confirmed'));
  expect(
    await room.race(
      () => settle('confirmed'),
      () => settle('confirmed'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await told()).toEqual(['asked', 'confirmed']);
  await room.asItWas(() => settle('left'));
  expect(
    await room.race(
      () => settle('left'),
      () => settle('left'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await told()).toEqual(['asked', 'confirmed', 'left']);
  expect(JSON.stringify(await room.rows('message', 'name, address, text'))).not.toContain('reader@');
});

test('whoever subscribed is told once, also when the job runs twice at the same time', async () => {
  const { room, ask, link } = await opened();
  await ask();
  await (await link())('confirmed');
  await keepEntry(room.system(), 'outlets', 0, {
    key: 'status-page',
    name: '状況',
    audiences: ['customers'],
  });
  const words = { text: '水圧が下がっています', outlet: 'status-page' };
  const { id: statementId } = await draftStatement(room.as('relations'), room.incidentId, {
    ...words,
    audience: 'customers',
    kind: 'start',
  });
  for (const by of ['relations', 'head'] as const) await approveStatement(room.as(by), statementId, words);
  await sendStatement(room.as('relations'), statementId, { nextUpdateMinutes: null });
  const tell = () => tellSubscribers(() => room.system(), { statementId });
  await room.asItWas(tell);
  expect(await room.race(tell, tell)).toEqual({ won: 2, lost: [] });
  expect((await room.rows('message', 'kind')).filter(({ kind }) => kind === 'status')).toHaveLength(1);
  expect(await room.kinds('status.told')).toHaveLength(1);
});

test('one visitor has a share of what an hour takes; others still get in, and next hour again', async () => {
  const room = await IncidentRoom.open(house);
  const ask = (email: string, from: string) => askToSubscribe(room.system(), { email, language: 'ja', from });
  const asked = await Promise.allSettled(
    Array.from({ length: 30 }, (_, n) => n).map((n) => ask(`stranger-${n}@example.jp`, 'one network')),
  );
  const taken = asked.filter(({ status }) => status === 'fulfilled');
  expect(taken).toHaveLength(20);
  await expect(ask('one-more@example.jp', 'one network')).rejects.toMatchObject({ code: 'too-many' });
  await ask('earnest@example.jp', 'another network');
  const kept = await house.clone.query<{ from: string }>(
    'SELECT DISTINCT asked_from AS from FROM status_subscriber',
  );
  expect(JSON.stringify(kept)).not.toContain('network');
  house.clock.advance({ minutes: 61 });
  await ask('later@example.jp', 'one network');
});
