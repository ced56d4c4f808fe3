import { afterEach, beforeEach, expect, test } from 'vitest';
import { addHeartbeat } from '../../areas/detect/monitors/add-heartbeat.ts';
import { removeHeartbeat } from '../../areas/detect/monitors/remove-heartbeat.ts';
import { takeBeat } from '../../areas/detect/monitors/take-beat.ts';
import { endSignal } from '../../areas/detect/signals/end-signals.ts';
import { receiveSignals } from '../../areas/detect/signals/receive-signals.ts';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { removeSource } from '../../areas/detect/sources/remove-source.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { addRule } from '../../areas/respond/declare-rules/add-rule.ts';
import { turnIncident } from '../../areas/respond/lifecycle/turn-incident.ts';
import { acknowledgePage } from '../../areas/respond/paging/acknowledge-page.ts';
import { pageForReturn, stopForEnd } from '../../areas/respond/paging/stop-for-end.ts';
import { inTransaction, type Tx } from '../../database/transaction.ts';
import { TestHouse } from '../house.ts';

let house: TestHouse;
let orgId: string;
let person: string;
let sourceId: string;
beforeEach(async () => {
  house = await TestHouse.open();
  orgId = await house.organisation();
  person = await house.person(orgId, ['commander'], 'c@example.jp');
  await setDuty(house.system(orgId), { personIds: [person, await house.person(orgId, ['responder'])] });
  sourceId = (await addSource(house.system(orgId), { kind: 'alertmanager', name: 's', settings: {} })).id;
  await addRule(house.system(orgId), {
    name: 'critical',
    matchers: [{ field: '@severity', operator: 'is', values: ['critical'] }],
    groupBy: [],
    severity: 3,
    page: true,
    enabled: true,
  });
});
afterEach(() => house.close());

const settle = async (seconds = 1) => {
  house.clock.advance({ seconds });
  while (await house.assembly.timers.runOne());
};
async function alarm(state: 'firing' | 'resolved', ...names: string[]) {
  await receiveSignals(house.system(orgId), {
    sourceId,
    alerts: names.map((name) => ({
      labels: { name },
      annotations: {},
      state,
      title: name,
      severity: 'critical',
      url: '',
      startsAt: undefined,
      expiresAt: undefined,
    })),
  });
  await settle();
}
const pages = () =>
  house.clone.query<{ id: string; state: string; step: number }>(
    'SELECT id, state, step FROM page WHERE org_id = $1 ORDER BY id',
    [orgId],
  );
const incidents = () =>
  house.clone.query<{ id: string; state: string }>(
    'SELECT id, state FROM incident WHERE org_id = $1 ORDER BY number',
    [orgId],
  );
const timeline = async (incidentId = '') =>
  (
    await house.clone.query<{ kind: string; body: Record<string, unknown> }>(
      `SELECT kind, body FROM ledger WHERE org_id = $1 AND kind ~ '^(incident.signals|page.(stopped|resumed|requested))'
        AND ($2 = '' OR incident_id::text = $2) ORDER BY seq`,
      [orgId, incidentId],
    )
  ).map(({ kind, body }) => [kind, body['count'] ?? body['why'] ?? '', body['left'] ?? '']);

test('the end of all alarms reaches timeline and page; of some of them it does not stop the page', async () => {
  await alarm('firing', 'a', 'b');
  await alarm('resolved', 'a');
  expect((await pages()).map(({ state }) => state)).toEqual(['seeking']);
  await alarm('resolved', 'b');
  expect((await pages()).map(({ state }) => state)).toEqual(['stopped']);
  expect(await timeline()).toEqual([
    ['incident.signals-linked', 2, ''],
    ['incident.signals-ended', 1, 1],
    ['incident.signals-ended', 1, 0],
    ['page.stopped', 'alarms-ended', ''],
  ]);
  // The incident stays open until somebody has looked at it, and nobody more is asked.
  await settle(3_600);
  expect([(await incidents())[0]?.state, (await pages()).map(({ step }) => step)]).toEqual(['open', [0]]);
});

test('an alarm that is back at once goes on where it was; one that is back later calls anew; once answered it calls nobody', async () => {
  await alarm('firing', 'a');
  for (let flap = 0; flap < 20; flap += 1) {
    await alarm('resolved', 'a');
    await alarm('firing', 'a');
  }
  expect((await pages()).map(({ state, step }) => [state, step])).toEqual([['seeking', 0]]);
  await settle(301);
  expect((await pages()).map(({ state, step }) => [state, step])).toEqual([['seeking', 1]]);
  await alarm('resolved', 'a');
  await settle(3_600);
  await alarm('firing', 'a');
  expect((await pages()).map(({ state, step }) => [state, step])).toEqual([
    ['stopped', 1],
    ['seeking', 0],
  ]);
  await acknowledgePage(house.as(orgId, person, ['commander']), (await pages())[1]?.id ?? '');
  await alarm('resolved', 'a');
  await alarm('firing', 'a');
  expect((await pages()).map(({ state }) => state)).toEqual(['stopped', 'acknowledged']);
  expect(await incidents()).toHaveLength(1);
});

test('an alarm that is back before its end was acted on leaves its page going, whichever is looked at first', async () => {
  await alarm('firing', 'a');
  const [open] = await incidents();
  const incidentId = open?.id ?? '';
  const within = (act: (tx: Tx) => Promise<void>) => inTransaction(house.system(orgId), act);
  // Two lanes took both timers at once, and the return got hold of the incident first.
  await within((tx) => pageForReturn(tx, { incidentId }));
  await within((tx) => stopForEnd(tx, { incidentId }));
  expect((await pages()).map(({ state }) => state)).toEqual(['seeking']);
  await alarm('resolved', 'a');
  expect((await pages()).map(({ state }) => state)).toEqual(['stopped']);
});

test('ended by hand or with its source it is over as well', async () => {
  await alarm('firing', 'a', 'b');
  const [a] = await house.clone.query<{ id: string }>(
    `SELECT id FROM signal WHERE org_id = $1 AND title = 'a'`,
    [orgId],
  );
  await endSignal(house.as(orgId, person, ['commander']), a?.id ?? '', { reason: '誤報' });
  await settle();
  expect((await pages()).map(({ state }) => state)).toEqual(['seeking']);
  await removeSource(house.system(orgId), sourceId);
  await settle();
  await settle();
  expect((await pages()).map(({ state }) => state)).toEqual(['stopped']);
  const states = await house.clone.query('SELECT DISTINCT state FROM signal WHERE org_id = $1', [orgId]);
  expect(states).toEqual([{ state: 'resolved' }]);
});

test('an alarm that is back after its incident was resolved is tied to that incident', async () => {
  await alarm('firing', 'a');
  const [first] = await incidents();
  await alarm('resolved', 'a');
  await turnIncident(house.as(orgId, person, ['commander']), first?.id ?? '', 'resolve', { note: '' });
  await alarm('firing', 'a');
  const [, second] = await incidents();
  const links = await house.clone.query(
    'SELECT incident_id, other_id, how FROM incident_link WHERE org_id = $1',
    [orgId],
  );
  expect(links).toEqual([{ incident_id: second?.id, other_id: first?.id, how: 'recurrence' }]);
});

test('a heartbeat that is not to page wakes nobody by a rule for what is critical; removed, its alarm is over', async () => {
  const quiet = await addHeartbeat(house.system(orgId), {
    name: 'q',
    everySeconds: 30,
    graceSeconds: 0,
    page: false,
  });
  await takeBeat(house.system(orgId), quiet.id);
  await settle(60);
  const signals = () => house.clone.query('SELECT title, state FROM signal WHERE org_id = $1', [orgId]);
  expect([await incidents(), (await signals()).length]).toEqual([[], 1]);
  const loud = await addHeartbeat(house.system(orgId), {
    name: 'l',
    everySeconds: 30,
    graceSeconds: 0,
    page: true,
  });
  await takeBeat(house.system(orgId), loud.id);
  await settle(60);
  await settle();
  expect(await pages()).toHaveLength(1);
  await removeHeartbeat(house.system(orgId), loud.id);
  await settle();
  await settle();
  expect((await pages()).map(({ state }) => state)).toEqual(['stopped']);
});
