import { afterEach, beforeEach, expect, test } from 'vitest';
import { addHeartbeat } from '../../areas/detect/monitors/add-heartbeat.ts';
import { takeBeat } from '../../areas/detect/monitors/take-beat.ts';
import { receiveSignals } from '../../areas/detect/signals/receive-signals.ts';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { listLines } from '../../areas/ledger/list-lines.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { addRule } from '../../areas/respond/declare-rules/add-rule.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { closeIncident, turnIncident } from '../../areas/respond/lifecycle/turn-incident.ts';
import { acknowledgePage } from '../../areas/respond/paging/acknowledge-page.ts';
import { listOutbox, pagesWithAttempts } from '../../areas/respond/paging/list-pages.ts';
import { amendEntry } from '../../areas/respond/timeline/amend-entry.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import type { Alert } from '../../sources/source.ts';
import { TestHouse } from '../house.ts';
import { Mailbox } from '../mailbox.ts';

let house: TestHouse;
let orgId: string;
beforeEach(async () => {
  house = await TestHouse.open({ role: 'all' });
  orgId = await house.organisation();
});
afterEach(() => house.close());

const kinds = async (): Promise<string[]> =>
  (await listLines(house.system(orgId), { limit: 500 })).lines.map(({ kind }) => kind).reverse();
const told = (kind: string, times = 1) =>
  house.until(async () => (await kinds()).filter((k) => k === kind).length >= times);
const pages = async () => (await pagesWithAttempts(house.system(orgId), { state: 'any', limit: 10 })).pages;

test('what should come and does not: the dead-man’s switch alarms once, and is over when it comes again', async () => {
  const { id } = await addHeartbeat(house.system(orgId), {
    name: 'backup',
    everySeconds: 60,
    graceSeconds: 30,
    page: false,
  });
  house.clock.advance({ minutes: 10 });
  expect(await kinds()).not.toContain('heartbeat.missed');
  await takeBeat(house.system(orgId), id);
  house.clock.advance({ seconds: 89 });
  await takeBeat(house.system(orgId), id);
  house.clock.advance({ seconds: 91 });
  await told('heartbeat.missed');
  house.clock.advance({ minutes: 5 });
  await takeBeat(house.system(orgId), id);
  const seen = (await kinds()).filter((kind) => /heartbeat\.(missed|returned)|signal/.test(kind));
  expect(seen.sort()).toEqual([
    'heartbeat.missed',
    'heartbeat.returned',
    'signal.appeared',
    'signal.resolved',
  ]);
});

test('a source that stops repeating leaves silence, not a claim that all is well', async () => {
  const { id } = await addSource(house.system(orgId), { kind: 'alertmanager', name: 's', settings: {} });
  const alert: Alert = {
    labels: { a: '1' },
    annotations: {},
    state: 'firing',
    title: 't',
    severity: '',
    url: '',
    startsAt: undefined,
    expiresAt: house.clock.now().add({ minutes: 5 }),
  };
  await receiveSignals(house.system(orgId), { sourceId: id, alerts: [alert] });
  house.clock.advance({ minutes: 6 });
  await told('signal.fell-silent');
  expect(await kinds()).not.toContain('signal.resolved');
});

test('without e-mail nothing is claimed to be sent: the outbox holds it, says why, and shows no link', async () => {
  const person = await house.person(orgId, ['commander'], 'c@example.jp');
  await setDuty(house.system(orgId), { personIds: [person] });
  await declareIncident(house.system(orgId), { title: '配水ポンプ停止', severity: 3, page: true, note: '' });
  await told('page.held');
  const { entries } = await listOutbox(house.system(orgId), { state: 'held', limit: 10 });
  expect(entries).toMatchObject([{ state: 'held', reason: 'not-configured' }]);
  expect(entries[0]?.text).toContain('配水ポンプ停止');
  expect(entries[0]?.text).not.toMatch(/\/answer\//);
  const [page] = await pages();
  await acknowledgePage(house.as(orgId, person, ['commander']), page?.id ?? '');
  await expect(acknowledgePage(house.as(orgId, person, ['commander']), page?.id ?? '')).rejects.toMatchObject(
    { code: 'conflict' },
  );
  expect(await pages()).toMatchObject([{ state: 'acknowledged' }]);
});

test('what was held is sent as soon as e-mail is configured', async () => {
  const mailbox = await Mailbox.open();
  const person = await house.person(orgId, ['commander'], 'c@example.jp');
  await setDuty(house.system(orgId), { personIds: [person] });
  await declareIncident(house.system(orgId), { title: 'i', severity: 3, page: true, note: '' });
  await told('page.held');
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
  expect((await mailbox.next()).to).toBe('c@example.jp');
  await mailbox.close();
});

test('a signal that is told only when it is over wakes nobody', async () => {
  await addRule(house.system(orgId), {
    name: 'r',
    matchers: [{ field: 'team', operator: 'is', values: ['net'] }],
    groupBy: [],
    severity: 2,
    page: true,
    enabled: true,
  });
  const { id } = await addSource(house.system(orgId), { kind: 'alertmanager', name: 's', settings: {} });
  const over: Alert = {
    labels: { team: 'net' },
    annotations: {},
    state: 'resolved',
    title: 't',
    severity: '',
    url: '',
    startsAt: undefined,
    expiresAt: undefined,
  };
  const firing: Alert = { ...over, labels: { team: 'net', n: '2' }, state: 'firing' };
  await receiveSignals(house.system(orgId), { sourceId: id, alerts: [over, firing] });
  house.clock.advance({ seconds: 1 });
  await told('incident.signals-linked');
  const { lines } = await listLines(house.system(orgId), { limit: 500, kind: 'incident.signals-linked' });
  expect(lines.map(({ body }) => body['count'])).toEqual([1]);
});

test('resolving stops the calling; closing needs resolving first; reopening begins anew', async () => {
  const people = [await house.person(orgId, ['commander']), await house.person(orgId, ['responder'])];
  await setDuty(house.system(orgId), { personIds: people });
  const { id } = await declareIncident(house.system(orgId), {
    title: 'i',
    severity: 2,
    page: true,
    note: '',
  });
  await told('page.started');
  await expect(closeIncident(house.system(orgId), id, {})).rejects.toMatchObject({
    code: 'conflict',
  });
  await turnIncident(house.system(orgId), id, 'resolve', { note: 'fixed' });
  await told('page.stopped');
  // Who was called before that, was: without a mail server a step is passed over at once.
  const escalated = async () => (await kinds()).filter((kind) => kind === 'page.escalated').length;
  const before = await escalated();
  house.clock.advance({ minutes: 30 });
  expect(await escalated()).toBe(before);
  await expect(closeIncident(house.system(orgId), id, {})).rejects.toMatchObject({
    details: { fields: [{ field: 'cyber' }, { field: 'left.ministry' }] },
  });
  await closeIncident(house.system(orgId), id, {
    cyber: { was: 'excluded', how: '機器の故障' },
    left: { ministry: '基準に当たらない' },
  });
  await turnIncident(house.system(orgId), id, 'reopen', { note: '' });
  expect((await kinds()).filter((kind) => kind.startsWith('incident.'))).toEqual([
    'incident.declared',
    'incident.resolved',
    'incident.closed',
    'incident.reopened',
  ]);
});

test('many signals of one rule are one incident; after it is resolved the next one declares another', async () => {
  await addRule(house.system(orgId), {
    name: 'r',
    matchers: [{ field: 'team', operator: 'is', values: ['net'] }],
    groupBy: ['site'],
    severity: 2,
    page: false,
    enabled: true,
  });
  const { id } = await addSource(house.system(orgId), { kind: 'alertmanager', name: 's', settings: {} });
  const alert = (n: number, site: string): Alert => ({
    labels: { team: 'net', n: String(n), site },
    annotations: {},
    state: 'firing',
    title: `t${n}`,
    severity: '',
    url: '',
    startsAt: undefined,
    expiresAt: undefined,
  });
  const take = async (...alerts: Alert[]) => {
    await receiveSignals(house.system(orgId), { sourceId: id, alerts });
    house.clock.advance({ seconds: 1 });
  };
  await take(...Array.from({ length: 50 }, (_, n) => alert(n, n % 2 ? 'A' : 'B')));
  await told('incident.declared', 2);
  await take(...Array.from({ length: 50 }, (_, n) => alert(100 + n, 'A')));
  await told('incident.signals-linked', 3);
  expect((await kinds()).filter((kind) => kind === 'incident.declared')).toHaveLength(2);
  const { lines } = await listLines(house.system(orgId), { limit: 500, kind: 'incident.declared' });
  for (const { incidentId } of lines)
    await turnIncident(house.system(orgId), incidentId ?? '', 'resolve', { note: '' });
  await take(alert(999, 'A'));
  await told('incident.declared', 3);
});

test('a correction is a new line that names the old one; only its author or a commander may correct', async () => {
  const [writer, other] = [
    await house.person(orgId, ['responder']),
    await house.person(orgId, ['responder']),
  ];
  const { id } = await declareIncident(house.as(orgId, writer, ['responder']), {
    title: 'i',
    severity: 1,
    page: false,
    note: 'three pumps',
  });
  const { lines } = await listLines(house.system(orgId), { limit: 10, incidentId: id });
  const note = lines.find(({ kind }) => kind === 'timeline.noted');
  const seq = note?.seq ?? 0;
  await expect(
    amendEntry(house.as(orgId, other, ['responder']), id, seq, 'correct', { text: 'two' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await amendEntry(house.as(orgId, other, ['responder']), id, seq, 'annotate', { text: 'I saw two' });
  await amendEntry(house.as(orgId, writer, ['responder']), id, seq, 'correct', { text: 'two pumps' });
  const after = (await listLines(house.system(orgId), { limit: 10, incidentId: id })).lines;
  expect(after.find(({ seq: s }) => s === seq)).toEqual(note);
  expect(after.filter(({ corrects }) => corrects === seq).map(({ body }) => body['text'])).toEqual([
    'two pumps',
    'I saw two',
  ]);
});
