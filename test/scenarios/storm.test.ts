import { afterEach, beforeEach, expect, test } from 'vitest';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { addRule } from '../../areas/respond/declare-rules/add-rule.ts';
import { pagesWithAttempts } from '../../areas/respond/paging/list-pages.ts';
import { releaseStorm } from '../../areas/respond/storms/release-storm.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { TestHouse } from '../house.ts';
import { Mailbox } from '../mailbox.ts';

let house: TestHouse;
let mailbox: Mailbox;
beforeEach(async () => {
  house = await TestHouse.open({ role: 'all' });
  mailbox = await Mailbox.open();
});
afterEach(async () => {
  await house.close();
  await mailbox.close();
});

async function operator() {
  const orgId = await house.organisation('みなと水道');
  const person = await house.person(orgId, ['commander'], 'duty@example.jp');
  await setDuty(house.system(orgId), { personIds: [person] });
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
  await addRule(house.system(orgId), {
    name: 'storm',
    matchers: [{ field: 'alertname', operator: 'is', values: ['Storm'] }],
    groupBy: ['instance'],
    severity: 2,
    page: true,
    enabled: true,
  });
  const { key } = await addSource(house.system(orgId), { kind: 'alertmanager', name: 'p', settings: {} });
  const storm = (n: number) => ({ alertname: 'Storm', instance: `h${n}` });
  const send = async (from: number, to: number, labels: (n: number) => Record<string, string> = storm) =>
    house.assembly.http?.inject({
      method: 'POST',
      url: '/api/v2/alerts',
      payload: JSON.stringify(Array.from({ length: to - from }, (_, i) => ({ labels: labels(from + i) }))),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });
  const incidents = () =>
    house.clone.query<{ id: string; title: string }>(
      'SELECT id, title FROM incident WHERE org_id = $1 ORDER BY number',
      [orgId],
    );
  return { orgId, send, incidents };
}

test('500 alerts in ten seconds: eleven incidents and two messages, the first at once, the second with the count', async () => {
  const { orgId, send, incidents } = await operator();
  for (let second = 0; second < 10; second += 1) {
    expect((await send(second * 50, (second + 1) * 50))?.statusCode).toBe(200);
    house.clock.advance({ seconds: 1 });
    if (second === 0) await mailbox.next();
  }
  await house.until(async () => {
    const [row] = await house.clone.query<{ n: string }>(
      'SELECT count(*) AS n FROM incident_signal WHERE org_id = $1',
      [orgId],
    );
    return Number(row?.n) === 500;
  });
  expect(await incidents()).toHaveLength(11);
  house.clock.advance({ seconds: 3 });
  await house.until(async () => {
    const { pages } = await pagesWithAttempts(house.system(orgId), { state: 'any', limit: 50 });
    return pages.filter(({ attempts }) => attempts.length > 0).length === 11;
  });
  house.clock.advance({ seconds: 31 });
  const second = await mailbox.next((mail) => mail.text.includes('件を集約中'));
  await house.until(async () => {
    const { pages } = await pagesWithAttempts(house.system(orgId), { state: 'any', limit: 50 });
    return pages.every(({ attempts }) => attempts.every(({ state }) => state !== 'queued'));
  });
  expect(mailbox.mails).toHaveLength(2);
  expect(second.text).toContain('490組・490件を集約中');
  expect(await incidents()).toHaveLength(11);
});

test('whoever weighs is replaced in the middle of a storm: the next one goes on with the same incident', async () => {
  const { send, incidents } = await operator();
  await send(0, 40);
  house.clock.advance({ seconds: 1 });
  await house.until(async () => (await incidents()).length === 11);
  await house.assembly.timers.stop();
  await send(40, 80);
  const other = await TestHouse.open({ role: 'worker', clone: house.clone, clock: house.clock });
  house.clock.advance({ seconds: 1 });
  await house.until(async () => {
    const [row] = await house.clone.query<{ n: string }>('SELECT count(*) AS n FROM storm_signal');
    return Number(row?.n) === 70;
  });
  expect(await incidents()).toHaveLength(11);
  await other.close();
});

test('one rule for all that is grave: another alarm in its storm is an incident of its own, in every look at new signals', async () => {
  const { orgId, send, incidents } = await operator();
  await addRule(house.system(orgId), {
    name: 'grave',
    matchers: [{ field: 'severity', operator: 'is', values: ['critical'] }],
    groupBy: ['alertname', 'instance'],
    severity: 4,
    page: true,
    enabled: true,
  });
  const grave = (alertname: string, from: number, to: number) =>
    send(from, to, (n) => ({ alertname, instance: `h${n}`, severity: 'critical' }));
  const settled = (signals: number) =>
    house.until(async () => {
      const [row] = await house.clone.query<{ n: string }>('SELECT count(*) AS n FROM incident_signal');
      return Number(row?.n) === signals;
    });
  await grave('Down', 0, 200);
  house.clock.advance({ seconds: 1 });
  await settled(200);
  await grave('Turbidity', 0, 1);
  house.clock.advance({ seconds: 1 });
  await settled(201);
  await grave('Down', 200, 400);
  await grave('Turbidity', 1, 2);
  house.clock.advance({ seconds: 1 });
  await settled(402);
  const titles = (await incidents()).map(({ title }) => title);
  expect(titles.filter((title) => title === 'Down')).toHaveLength(10);
  expect(titles.filter((title) => title === 'Turbidity')).toHaveLength(1);
  expect(titles).toHaveLength(12);
});

test('undone in the middle of its flood: what was held becomes incidents once, and what comes then is braked anew', async () => {
  const { orgId, send, incidents } = await operator();
  const count = async (what: string): Promise<number> => {
    const [row] = await house.clone.query<{ n: string }>(
      `SELECT count(*) AS n FROM ${what} ${what.includes('WHERE') ? 'AND' : 'WHERE'} org_id = $1`,
      [orgId],
    );
    return Number(row?.n);
  };
  await send(0, 150);
  house.clock.advance({ seconds: 1 });
  await house.until(async () => (await count('incident_signal')) === 150);
  const storm = (await incidents()).find(({ title }) => title !== 'Storm')?.id ?? '';
  // The same alarms again and new ones while the held ones are on their way to incidents of their own.
  const [released] = await Promise.all([releaseStorm(house.system(orgId), storm, {}), send(100, 250)]);
  expect(released.groups).toBe(140);
  house.clock.advance({ seconds: 1 });
  await send(140, 160);
  house.clock.advance({ seconds: 1 });
  await house.until(
    async () =>
      (await count(
        'storm_group WHERE incident_id IS NULL AND storm_id IN (SELECT id FROM storm WHERE released_at IS NOT NULL)',
      )) === 0,
  );
  await house.until(
    async () =>
      (await count(
        `signal s WHERE NOT EXISTS (SELECT 1 FROM incident_signal l WHERE l.signal_id = s.id)`,
      )) === 0,
  );
  const all = await house.clone.query<{ group_key: string; n: string }>(
    `SELECT group_key, count(*) AS n FROM incident WHERE org_id = $1 AND rule_id IS NOT NULL GROUP BY group_key`,
    [orgId],
  );
  // Ten at first, the 140 that were held, ten more of what came then, and two storms.
  expect(all.filter(({ n }) => n !== '1')).toEqual([]);
  expect(all).toHaveLength(160);
  expect(await count('storm')).toBe(2);
  expect(await count('incident')).toBe(162);
});
