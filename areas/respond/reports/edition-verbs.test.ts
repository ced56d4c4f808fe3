import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { callAbout } from '../../../test/route-caller.ts';
import { stateTime } from '../lifecycle/state-time.ts';
import { keepRegime } from '../regimes/keep-regime.ts';
import type { RegimeDocument } from '../regimes/schema.ts';
import { openReports } from './open-reports.ts';
import { recountReports } from './recount-reports.ts';
import { remindReport } from './remind-report.ts';
import { ruleOut } from './rule-out.ts';
import { submitReport } from './submit-report.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const hours = (count: number) => ({ count, unit: 'hours' as const });
const PORT: RegimeDocument = {
  name: { ja: '港湾管理者', en: 'Port authority' },
  trigger: { ja: '航行に影響するとき', en: 'When navigation is affected' },
  source: '',
  owedWhen: ['incident'],
  deadlines: [
    {
      stage: 'first',
      starts: 'detection',
      within: hours(6),
      wrongful: null,
      reminders: [hours(3), hours(1)],
    },
    { stage: 'followUp', starts: 'knowing', within: hours(12), wrongful: null, reminders: null },
    { stage: 'final', starts: 'previous', within: hours(100), wrongful: hours(200), reminders: null },
  ],
  ended: false,
};

async function room() {
  const room = await IncidentRoom.open(house);
  const admin = house.as(room.orgId, await house.person(room.orgId, ['administrator']), ['administrator']);
  const keep = (seen: number, change: Partial<RegimeDocument> = {}) =>
    keepRegime(admin, 'port', { seen, ...PORT, ...change });
  const { incidentId } = room;
  const state = (which: 'noticed' | 'recognised') =>
    stateTime(room.as('commander'), incidentId, {
      which,
      at: house.clock.now().toString(),
      precision: 'minute',
      note: '',
    });
  const open = (wrongful = false) =>
    openReports(room.as('responder'), incidentId, { regime: 'port', wrongful });
  const reports = async () =>
    (await callAbout(room.as('responder'), incidentId, 'GET /api/respond/incidents/:id/reports')).reports;
  const one = async (stage: string) => (await reports()).find((each) => each.stage === stage);
  const hoursTo = (text: string | null | undefined, from: Temporal.Instant) =>
    text ? Temporal.Instant.from(text).since(from).total('hours') : text;
  return { room, keep, state, open, reports, one, hoursTo, incidentId };
}

test('a report keeps the edition it was opened by, its name and its deadlines, in its row and in the record', async () => {
  const { room: r, keep, state, open, one, hoursTo, incidentId } = await room();
  await keep(0);
  await state('noticed');
  await state('recognised');
  const began = house.clock.now();
  await open();
  const renamed = { ja: '海上交通局', en: 'Maritime office' };
  await keep(1, { name: renamed, deadlines: PORT.deadlines.slice(0, 1), ended: true });
  // What is longer is counted as it was when it began.
  await open(true);
  expect(await one('final')).toMatchObject({ edition: 1, name: PORT.name });
  expect(hoursTo((await one('final'))?.dueAt, began)).toBe(212);
  await submitReport(r.as('commander'), (await one('first'))?.id ?? '', { text: '', receipt: '' });
  const lines = await house.clone.query<{ body: Record<string, unknown> }>(
    `SELECT body FROM ledger WHERE incident_id = $1 AND kind LIKE 'report.%'`,
    [incidentId],
  );
  expect(lines.length).toBeGreaterThan(4);
  for (const { body } of lines) expect(body).toMatchObject({ edition: 1, name: PORT.name });
});

test('what is ended begins no more and seems owed no more; what nobody knows begins nothing', async () => {
  const { room: r, keep, open, incidentId } = await room();
  const owed = async () =>
    (await callAbout(r.as('responder'), incidentId, 'GET /api/respond/incidents/:id/reports')).owed;
  const refused = { details: { fields: [{ field: 'regime' }] } };
  await expect(open()).rejects.toMatchObject(refused);
  await expect(
    ruleOut(r.as('commander'), incidentId, { regime: 'port', reason: '該当なし' }),
  ).rejects.toMatchObject(refused);
  await keep(0);
  expect(await owed()).toEqual(['ministry', 'port']);
  await keep(1, { ended: true });
  expect(await owed()).toEqual(['ministry']);
  await expect(open()).rejects.toMatchObject(refused);
});

test('each report of a regime runs from its own time, and one whose time comes later begins then', async () => {
  const { room: r, keep, state, open, reports, one, hoursTo, incidentId } = await room();
  await keep(0);
  await state('noticed');
  const noticed = house.clock.now();
  await open();
  expect((await reports()).map(({ stage }) => stage)).toEqual(['first']);
  house.clock.advance({ hours: 2 });
  await state('recognised');
  const recognised = house.clock.now();
  const recount = () => r.within((tx) => recountReports(tx, { incidentId }));
  await r.asItWas(recount);
  expect(await r.race(recount, recount)).toMatchObject({ lost: [] });
  expect((await reports()).map(({ stage }) => stage)).toEqual(['first', 'followUp', 'final']);
  expect(hoursTo((await one('first'))?.dueAt, noticed)).toBe(6);
  expect(hoursTo((await one('followUp'))?.dueAt, recognised)).toBe(12);
  expect(hoursTo((await one('final'))?.dueAt, recognised)).toBe(112);
  house.clock.advance({ hours: 3 });
  const submit = async () =>
    submitReport(r.as('commander'), (await one('followUp'))?.id ?? '', { text: '', receipt: '' });
  await submit();
  expect(hoursTo((await one('final'))?.dueAt, house.clock.now())).toBe(100);
});

test('each reminder of a report is told once, and then that it is late', async () => {
  const { room: r, keep, state, open, one } = await room();
  await keep(0, { deadlines: PORT.deadlines.slice(0, 1) });
  await state('noticed');
  await open();
  const reportId = (await one('first'))?.id ?? '';
  const remind = () => r.within((tx) => remindReport(tx, { reportId }));
  const tasks = async () => (await r.rows('incident_task', 'state')).map(({ state }) => state);
  for (const [advance, told] of [
    [3, 1],
    [2, 2],
  ] as const) {
    house.clock.advance({ hours: advance });
    await remind();
    await remind();
    expect(await r.kinds('report.due-soon')).toHaveLength(told);
    expect((await tasks()).filter((state) => state === 'open')).toHaveLength(1);
  }
  house.clock.advance({ hours: 1 });
  await remind();
  await remind();
  expect(await r.kinds('report.overdue')).toHaveLength(1);
});
