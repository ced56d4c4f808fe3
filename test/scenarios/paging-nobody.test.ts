import { afterEach, beforeEach, expect, test } from 'vitest';
import { removePerson } from '../../areas/prepare/offboarding/remove-person.ts';
import { keepEntry } from '../../areas/prepare/register-kinds/keep-entry.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { TestHouse } from '../house.ts';
import { Mailbox } from '../mailbox.ts';

let house: TestHouse;
let mailbox: Mailbox;
let orgId: string;
let people: [string, string, string];
const ctx = () => house.system(orgId);

beforeEach(async () => {
  house = await TestHouse.open({ role: 'all' });
  mailbox = await Mailbox.open();
  orgId = await house.organisation();
  await house.person(orgId, ['administrator'], 'admin@example.jp');
  people = [
    await house.person(orgId, ['responder'], 'one@example.jp'),
    await house.person(orgId, ['responder'], 'two@example.jp'),
    await house.person(orgId, ['responder'], 'three@example.jp'),
  ];
});
afterEach(async () => {
  await house.close();
  await mailbox.close();
});

const withMail = () =>
  configureChannel(ctx(), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 's@example.jp',
  });
const declare = async () => (await declareIncident(ctx(), { title: 'ポンプ停止', severity: 3 })).id;
/** Lines about the page so far, with whom they name and why. */
const lines = async (incidentId: string) =>
  (
    await house.clone.query<{ kind: string; who: string | null; why: string | null }>(
      `SELECT kind, body->>'personId' AS who, body->>'why' AS why FROM ledger
        WHERE incident_id = '${incidentId}' AND kind LIKE 'page.%' ORDER BY seq`,
    )
  ).map(({ kind, who, why }) => [kind, people.indexOf(who ?? '') + 1, why].filter(Boolean).join(' '));
const reached = (incidentId: string, line: string) =>
  house.until(async () => (await lines(incidentId)).includes(line) && (await lines(incidentId)));
// A clock that nobody moves: whatever comes then, comes without a wait.

test('whoever is removed after the page began is passed over at once, with a line that says why', async () => {
  await withMail();
  await setDuty(ctx(), { personIds: people });
  const id = await declare();
  await reached(id, 'page.accepted 1');
  await removePerson(ctx(), people[1]);
  house.clock.advance({ seconds: 300 });
  const told = await reached(id, 'page.attempted 3');
  expect(told.slice(told.indexOf('page.escalated'))).toEqual(
    expect.arrayContaining(['page.escalated', 'page.passed-over 2 left', 'page.attempted 3']),
  );
  expect(told).not.toContain('page.attempted 2');
});

test('where no way of anybody can be sent by, the page goes through at once and says that nobody answered', async () => {
  await setDuty(ctx(), { personIds: people });
  const id = await declare();
  const told = await reached(id, 'page.exhausted');
  expect(told.filter((line) => line.startsWith('page.passed-over'))).toEqual([
    'page.passed-over 1 not-sent',
    'page.passed-over 2 not-sent',
    'page.passed-over 3 not-sent',
    'page.passed-over not-sent',
  ]);
});

test('who is on leave is not called, the deputy is at once; on the duty list the next is', async () => {
  await withMail();
  const today = house.clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString();
  await keepEntry(ctx(), 'leave', 0, {
    key: 'l',
    name: '年休',
    personId: people[0],
    from: today,
    until: today,
  });
  await setDuty(ctx(), { personIds: people });
  const byList = await declare();
  expect(await reached(byList, 'page.accepted 2')).toContain('page.passed-over 1 leave');
  for (const band of ['day', 'night', 'holiday'])
    await keepEntry(ctx(), 'call-trees', 0, {
      key: `systemfailure.${band}`,
      name: band,
      cause: 'systemFailure',
      band,
      steps: [{ personId: people[0], deputyIds: [people[2]] }, { personId: people[1] }],
    });
  const byTree = await declare();
  const told = await reached(byTree, 'page.accepted 3');
  expect(told.slice(0, 3)).toEqual(['page.passed-over 1 leave', 'page.started', 'page.attempted 3']);
});
