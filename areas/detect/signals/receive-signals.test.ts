import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Alert } from '../../../sources/source.ts';
import { TestHouse } from '../../../test/house.ts';
import { listLines } from '../../ledger/list-lines.ts';
import { addSource } from '../sources/add-source.ts';
import { fingerprint } from './fingerprint.ts';
import { Intake } from './intake.ts';
import { receiveSignals } from './receive-signals.ts';
import { seenBefore } from './seen.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const firing = (labels: Record<string, string>, over: Partial<Alert> = {}): Alert => ({
  labels,
  annotations: {},
  state: 'firing',
  title: 'x',
  severity: 'warning',
  url: '',
  startsAt: undefined,
  expiresAt: undefined,
  ...over,
});
async function fresh() {
  const orgId = await house.organisation();
  const { id: sourceId } = await addSource(house.system(orgId), {
    kind: 'alertmanager',
    name: 's',
    settings: {},
  });
  const take = (...alerts: Alert[]) => receiveSignals(house.system(orgId), { sourceId, alerts });
  const rows = () =>
    house.clone.query<{ title: string; state: string; count: number; episodes: number }>(
      `SELECT s.title, s.state, t.count::int, s.episodes FROM signal s JOIN signal_tally t USING (org_id, id) WHERE s.org_id = $1 ORDER BY s.title`,
      [orgId],
    );
  const kinds = async () =>
    (await listLines(house.system(orgId), { limit: 500, kind: 'signal.' })).lines
      .map(({ kind }) => kind)
      .reverse();
  return { orgId, sourceId, take, rows, kinds };
}

test('repeats are one signal with a count and one line; only changes of state are told', async () => {
  const { take, rows, kinds } = await fresh();
  const alert = firing({ a: '1', b: '2' });
  await take(alert, alert);
  await take(firing({ b: '2', a: '1' }));
  expect(await rows()).toEqual([{ title: 'x', state: 'firing', count: 3, episodes: 1 }]);
  await take({ ...alert, state: 'resolved' });
  await take(alert);
  expect(await rows()).toEqual([{ title: 'x', state: 'firing', count: 4, episodes: 2 }]);
  expect(await kinds()).toEqual(['signal.appeared', 'signal.resolved', 'signal.reappeared']);
});

test('changed words of a repeat are kept; a process that knows nothing counts just as well', async () => {
  const { sourceId, take, rows } = await fresh();
  const alert = firing({ a: '1' }, { title: 'before' });
  await take(alert);
  await take({ ...alert, title: 'after' });
  seenBefore.forget(fingerprint(sourceId, alert.labels));
  await take({ ...alert, title: 'after' });
  expect(await rows()).toEqual([{ title: 'after', state: 'firing', count: 3, episodes: 1 }]);
});

test('characters PostgreSQL cannot hold spoil nothing', async () => {
  const { take, rows } = await fresh();
  await take(
    firing({ a: 'nul \0 here' }, { title: 'nul \0', annotations: { lone: '\ud800' } }),
    firing({ a: 'good' }, { title: 'good' }),
  );
  expect(await rows()).toHaveLength(2);
});

test('a text that looks like an escape is a text', async () => {
  const { take, rows } = await fresh();
  await take(
    firing({ a: String.raw`nul is \u0000 in JSON` }, { annotations: { pattern: String.raw`\u0000+` } }),
  );
  expect(await rows()).toHaveLength(1);
});

test('what fails counts nothing: sent again, it is counted once', async () => {
  const { take, rows } = await fresh();
  const known = firing({ a: 'known' });
  await take(known);
  const bad = firing({ a: 'bad' }, { expiresAt: { toString: () => 'not a time' } as never });
  await expect(take(known, bad)).rejects.toThrow();
  await take(known);
  expect((await rows()).map(({ count }) => count)).toEqual([2]);
});

test('thirty senders at once: every alert is counted exactly and each new signal is told once', async () => {
  const { orgId, sourceId, rows, kinds } = await fresh();
  const intakes = [new Intake(house.clock), new Intake(house.clock)];
  const sends = Array.from({ length: 300 }, (_, i) =>
    intakes[i % 2]?.receive(house.system(orgId), sourceId, [
      firing({ n: String(i % 7) }, { title: String(i % 7) }),
    ]),
  );
  await Promise.all(sends);
  const counted = (await rows()).map(({ count }) => count);
  expect(counted).toHaveLength(7);
  expect(counted.reduce((a, b) => a + b, 0)).toBe(300);
  expect(await kinds()).toEqual(Array(7).fill('signal.appeared'));
});

test('one bad batch does not spoil those committed with it', async () => {
  const { orgId, sourceId, rows } = await fresh();
  const intake = new Intake(house.clock);
  const poison = firing(
    { a: 'poison' },
    {
      startsAt: { toString: () => 'not a time' } as never,
      expiresAt: { toString: () => 'not a time' } as never,
    },
  );
  const answers = await Promise.allSettled([
    intake.receive(house.system(orgId), sourceId, [firing({ a: 'one' })]),
    intake.receive(house.system(orgId), sourceId, [poison]),
    intake.receive(house.system(orgId), sourceId, [firing({ a: 'two' })]),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await rows()).toHaveLength(2);
});
