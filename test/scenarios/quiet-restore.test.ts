import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { dropWhatWaits } from '../../areas/respond/paging/drop-what-waits.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { JOB_KINDS } from '../../areas/work.ts';
import { backUp, restore } from '../../database/backup.ts';
import { createQueuesAt } from '../../database/job-queue.ts';
import { quietSince, wake } from '../../database/quiet.ts';
import { type Clone, cloneDatabase } from '../database.ts';
import { TestHouse } from '../house.ts';
import { type Mail, Mailbox } from '../mailbox.ts';
import { until } from '../processes.ts';

let mailbox: Mailbox;
let orgId: string;
let copy: Clone;
let tried: TestHouse;

/** A house in which somebody is being called, backed up; two days later its backup is restored elsewhere and tried. */
beforeEach(async () => {
  mailbox = await Mailbox.open();
  const house = await TestHouse.open();
  orgId = await house.organisation();
  await house.person(orgId, ['administrator'], 'admin@example.jp');
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
  await declareIncident(house.system(orgId), { title: '送水停止', severity: 4, page: true, note: '' });
  // The page starts, and its message waits in the outbox: no worker has sent it.
  while (await house.assembly.timers.runOne());
  const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-quiet-')), 'backup');
  await backUp(house.clone.url, folder, house.clock.now());
  const { clock } = house;
  await house.close();
  clock.advance({ hours: 48 });
  copy = await cloneDatabase();
  await restore(copy.url, folder, clock.now());
  await createQueuesAt(copy.url, JOB_KINDS);
  tried = await TestHouse.open({ clone: copy, clock, role: 'all' });
});
afterEach(async () => {
  await tried.close();
  await copy.drop();
  await mailbox.close();
});

const aboutAnIncident = ({ text }: Mail) => /送水停止|今の事象/.test(text);
const timers = () => copy.query('SELECT id, due_at, attempts FROM timer ORDER BY id');
const messages = () => copy.query<{ state: string }>('SELECT state FROM message');

test('a restored copy sends nothing and acts on no timer, whatever is overdue, and says so', async () => {
  const before = await timers();
  expect(before.length).toBeGreaterThan(0);
  tried.clock.advance({ hours: 1 });
  expect(await tried.assembly.timers.runOne()).toBe(false);
  expect(await timers()).toEqual(before);
  expect(await messages()).toEqual([{ state: 'queued' }]);
  expect(await quietSince(tried.assembly.house.database.kysely)).toBeDefined();
  // Keeping quiet is not standing still; on a busy machine the stream is heard a moment later.
  await until(async () => (await tried.assembly.http?.inject({ url: '/readyz' }))?.statusCode === 200, 20);
  expect(mailbox.mails).toEqual([]);
});

test('woken, it goes on where the original stopped', async () => {
  await wake(copy.url);
  const mail = mailbox.next(aboutAnIncident);
  tried.clock.advance({ seconds: 3 });
  expect(await mail).toMatchObject({ to: 'admin@example.jp', text: expect.stringContaining('送水停止') });
});

test('woken without what waited, nobody is called for what was under way then', async () => {
  expect(await dropWhatWaits(tried.system(orgId))).toEqual({ messages: 1, pages: 1 });
  expect(await messages()).toEqual([{ state: 'withdrawn' }]);
  await wake(copy.url);
  // A message of now leaves, and it is the first of its kind.
  const mail = mailbox.next(aboutAnIncident);
  await declareIncident(tried.system(orgId), { title: '今の事象', severity: 4, page: true, note: '' });
  tried.clock.advance({ seconds: 3 });
  expect((await mail).text).toContain('今の事象');
  expect(mailbox.mails.filter(aboutAnIncident)).toHaveLength(1);
});
