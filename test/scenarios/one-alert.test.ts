import { afterEach, beforeEach, expect, test } from 'vitest';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { listLines } from '../../areas/ledger/list-lines.ts';
import { verifyLedger } from '../../areas/ledger/verify-ledger.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { addRule } from '../../areas/respond/declare-rules/add-rule.ts';
import { pagesWithAttempts } from '../../areas/respond/paging/list-pages.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { TestHouse } from '../house.ts';
import { answerPath, Mailbox } from '../mailbox.ts';

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

const everything = { limit: 500 };

async function readyOperator() {
  const orgId = await house.organisation('みなと水道');
  const first = await house.person(orgId, ['responder'], 'first@example.jp');
  const second = await house.person(orgId, ['commander'], 'second@example.jp');
  await setDuty(house.system(orgId), { personIds: [first, second] });
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
  await addRule(house.system(orgId), {
    name: 'critical',
    matchers: [{ field: '@severity', operator: 'is', values: ['critical'] }],
    groupBy: [],
    severity: 3,
    page: true,
    enabled: true,
  });
  const { key } = await addSource(house.system(orgId), { kind: 'alertmanager', name: 'p', settings: {} });
  return { orgId, first, second, key };
}

async function send(key: string, alerts: unknown) {
  const answer = await house.assembly.http?.inject({
    method: 'POST',
    url: '/api/v2/alerts',
    payload: JSON.stringify(alerts),
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
  // New signals are weighed a moment later, all that came together.
  house.clock.advance({ seconds: 1 });
  return answer;
}

const critical = {
  labels: { alertname: 'PumpStopped', severity: 'critical', site: 'A' },
  annotations: { summary: 'ポンプ停止' },
};

test('an alert becomes a signal, an incident and a mail; the answer is on the timeline', async () => {
  const { orgId, first, key } = await readyOperator();
  expect((await send(key, [critical]))?.statusCode).toBe(200);

  const mail = await mailbox.next();
  expect(mail.to).toBe('first@example.jp');
  expect(mail.text).toContain('ポンプ停止');

  const opened = await house.assembly.http?.inject({ method: 'GET', url: answerPath(mail) });
  expect(opened?.statusCode).toBe(200);
  const answered = await house.assembly.http?.inject({ method: 'POST', url: answerPath(mail) });
  expect(answered?.statusCode).toBe(200);
  const again = await house.assembly.http?.inject({ method: 'POST', url: answerPath(mail) });
  expect(again?.statusCode).toBe(410);

  const { pages } = await pagesWithAttempts(house.system(orgId), { state: 'any', limit: 10 });
  expect(pages).toMatchObject([{ state: 'acknowledged', step: 0 }]);
  const { lines } = await listLines(house.system(orgId), {
    ...everything,
    incidentId: pages[0]?.incidentId ?? '',
  });
  const kinds = lines.map(({ kind }) => kind).reverse();
  expect(kinds.filter((kind) => kind !== 'page.accepted')).toEqual([
    'incident.declared',
    'incident.signals-linked',
    'page.started',
    'page.attempted',
    'page.acknowledged',
  ]);
  expect(lines.find(({ kind }) => kind === 'page.acknowledged')?.body).toMatchObject({
    personId: first,
    by: 'link',
  });
  expect((await verifyLedger(house.system(orgId))).firstBreak).toBeUndefined();
});

test('nobody answers: the next person is asked, and then it says so loudly', async () => {
  const { orgId, key } = await readyOperator();
  await send(key, [critical]);
  await mailbox.next((mail) => mail.to === 'first@example.jp');

  house.clock.advance({ minutes: 5 });
  await mailbox.next((mail) => mail.to === 'second@example.jp');

  house.clock.advance({ minutes: 5 });
  await house.until(async () => {
    const { pages } = await pagesWithAttempts(house.system(orgId), { state: 'exhausted', limit: 10 });
    return pages.length === 1;
  });
  expect(mailbox.mails.map(({ to }) => to)).toEqual(['first@example.jp', 'second@example.jp']);
});

test('the mail server is away for a while: the mail is sent when it is back', async () => {
  const { orgId, key } = await readyOperator();
  mailbox.refuseWith = 451;
  await send(key, [critical]);
  await house.until(async () => {
    const { pages } = await pagesWithAttempts(house.system(orgId), { state: 'any', limit: 10 });
    return pages[0]?.attempts.some(({ tries, state }) => tries === 1 && state === 'queued');
  });
  mailbox.refuseWith = undefined;
  house.clock.advance({ seconds: 3 });
  expect((await mailbox.next()).to).toBe('first@example.jp');
});
