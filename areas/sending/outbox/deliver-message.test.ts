import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { Mailbox } from '../../../test/mailbox.ts';
import { NOTICE } from '../../respond/notices/rules.ts';
import { configureChannel } from '../channels/configure-channel.ts';
import { putMessages } from './put-messages.ts';
import type { NewMessage } from './schema.ts';

let house: TestHouse;
let mailbox: Mailbox;
let orgId: string;
beforeEach(async () => {
  house = await TestHouse.open({ role: 'all' });
  mailbox = await Mailbox.open();
  orgId = await house.organisation();
});
afterEach(async () => {
  await house.close();
  await mailbox.close();
});

const mail = () =>
  configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
const put = (...wanted: (Partial<NewMessage> & { readonly name: string })[]): Promise<string[]> =>
  inTransaction(house.system(orgId), (tx) =>
    putMessages(
      tx,
      NOTICE,
      wanted.map((each) => ({
        about: 'story',
        address: `${each.name}@example.jp`,
        language: 'ja',
        channel: 'email',
        kind: 'task',
        subject: each.name,
        text: each.name,
        ...each,
      })),
    ),
  );
const states = async (): Promise<string[]> =>
  (await house.clone.query<{ state: string }>('SELECT state FROM message ORDER BY subject')).map(
    ({ state }) => state,
  );

test('a frozen worker that holds one address silences nobody else, and its message leaves once it lets go', async () => {
  await mail();
  const frozen = new pg.Client(house.clone.url);
  await frozen.connect();
  await frozen.query('BEGIN');
  await frozen.query(`SELECT pg_advisory_xact_lock(hashtextextended('null email frozen@example.jp', 0))`);
  await put(...Array.from({ length: 6 }, () => ({ name: 'frozen' })), { name: 'other' });
  expect((await mailbox.next()).to).toBe('other@example.jp');
  await frozen.query('ROLLBACK');
  await house.until(async () => (await states()).every((state) => state === 'accepted'));
  expect(mailbox.mails.map(({ to }) => to)).toHaveLength(7);
  await frozen.end();
});

test('what cannot leave is held and says why, and leaves once when its channel is set up', async () => {
  await put({ name: 'waits' }, { name: 'letter', address: '東京都港区1-1', held: 'no-address' });
  await house.until(async () => (await states()).every((state) => state === 'held'));
  await mail();
  await mailbox.next();
  await house.until(async () => (await states()).includes('accepted'));
  await mail();
  expect([await states(), mailbox.mails.length]).toEqual([['held', 'accepted'], 1]);
});

test('the same thing is put once, however often somebody says it', async () => {
  await mail();
  expect(await put({ name: 'one', once: 'a' }, { name: 'one', once: 'a' })).toHaveLength(1);
  expect(await put({ name: 'one', once: 'a' })).toEqual([]);
  expect(await put({ name: 'two', once: 'b' }, { name: 'two' })).toHaveLength(2);
});

test('a message whose job is gone is sent again, and what waits for its hour is not hurried', async () => {
  await mail();
  const later = house.clock.now().add({ hours: 20 });
  await put({ name: 'later', leavesAt: later });
  await house.until(async () => (await states()).includes('queued'));
  // As left by a job that failed too often: nothing will send it.
  const [lost = ''] = await put({ name: 'lost' });
  await mailbox.next();
  await house.until(async () => (await states()).includes('accepted'));
  await house.clone.query(`UPDATE message SET state = 'sending' WHERE id = '${lost}'`);
  house.clock.advance({ minutes: 21 });
  expect((await mailbox.next()).to).toBe('lost@example.jp');
  await house.until(async () => (await states()).includes('accepted'));
  expect((await states()).toSorted()).toEqual(['accepted', 'queued']);
});

test('of many recipients each knows how their own fared: refused for good, put off, and taken, each once', async () => {
  await mail();
  const asked = new Map<string, number>();
  mailbox.refuseTo = (address) => {
    const times = (asked.get(address) ?? 0) + 1;
    asked.set(address, times);
    if (address.startsWith('gone')) return 550;
    if (address.startsWith('full')) return 552;
    // Put off the first time, as servers do with whom they do not know.
    return address.startsWith('grey') && times === 1 ? 450 : undefined;
  };
  const names = ['gone', 'full', 'grey', 'fine'].flatMap((kind) => [1, 2, 3].map((n) => `${kind}${n}`));
  await put(...names.map((name) => ({ name })));
  const rows = () =>
    house.clone.query<{ subject: string; state: string; reason: string; tries: number }>(
      'SELECT subject, state, reason, tries FROM message ORDER BY subject',
    );
  const stand = async () => (await rows()).map(({ subject, state }) => `${subject.slice(0, 4)} ${state}`);
  const of = (grey: string) =>
    [`fine accepted`, `full failed`, `gone failed`, `grey ${grey}`].flatMap((each) => [each, each, each]);
  await house.until(async () => JSON.stringify(await stand()) === JSON.stringify(of('queued')));
  for (const { subject, reason } of await rows()) {
    if (subject.startsWith('gone')) expect(reason).toMatch(/550/);
    if (subject.startsWith('grey')) expect(reason).toMatch(/450/);
  }
  house.clock.advance({ minutes: 2 });
  await house.until(async () => JSON.stringify(await stand()) === JSON.stringify(of('accepted')));
  house.clock.advance({ hours: 3 });
  expect(mailbox.mails.map(({ to }) => to.split('@')[0]).toSorted()).toEqual(
    names.filter((name) => /fine|grey/.test(name)).toSorted(),
  );
  expect([...asked.values()].toSorted()).toEqual([...Array(9).fill(1), 2, 2, 2]);
});
