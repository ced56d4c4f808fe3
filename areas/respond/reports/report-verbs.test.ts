import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { callAbout } from '../../../test/route-caller.ts';
import { withhold } from '../communications/withhold.ts';
import { stateTime } from '../lifecycle/state-time.ts';
import { estimateIncident } from '../plans/estimate-incident.ts';
import { addFollowUp } from './add-follow-up.ts';
import { dropReport } from './drop-report.ts';
import { keepForm } from './forms/read-form.ts';
import { noteOnReport } from './note-on-report.ts';
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

async function staffed() {
  const room = await IncidentRoom.open(house);
  const { incidentId } = room;
  const recognised = () =>
    stateTime(room.as('commander'), incidentId, {
      which: 'recognised',
      at: house.clock.now().toString(),
      precision: 'minute',
      note: '',
    });
  const open = (regime: 'privacy' | 'police' | 'ministry' = 'privacy', wrongful = false) =>
    openReports(room.as('responder'), incidentId, { regime, wrongful });
  const reports = () =>
    house.clone.query<{ id: string; stage: string; number: number; state: string; due_at: string | null }>(
      `SELECT id, stage, number, state, due_at::text FROM external_report WHERE org_id = $1 ORDER BY stage, number`,
      [room.orgId],
    );
  const first = async () => (await reports()).find(({ stage }) => stage === 'first')?.id ?? '';
  const submit = (id: string, by: 'commander' | 'relations' = 'commander') =>
    submitReport(room.as(by), id, { text: '', receipt: '' });
  return { room, recognised, open, reports, first, submit };
}

test('the clocks of a regime start once, from what the record says', async () => {
  const { room, recognised, open, reports } = await staffed();
  await expect(open()).rejects.toMatchObject({ details: { fields: [{ field: 'startsAt' }] } });
  await recognised();
  await room.asItWas(() => open());
  expect(
    await room.race(
      () => open(),
      () => open(),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect((await reports()).map(({ stage, state }) => [stage, state])).toEqual([
    ['final', 'due'],
    ['first', 'due'],
  ]);
  expect(await room.timers('remind-report')).toHaveLength(2);
  // A wrongful purpose moves the clocks that run, once.
  expect(
    await room.race(
      () => open('privacy', true),
      () => open('privacy', true),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
});

test('follow-ups that are asked for at once have numbers of their own', async () => {
  const { room, recognised, open, reports } = await staffed();
  const ask = () => addFollowUp(room.as('responder'), room.incidentId, { regime: 'privacy', dueAt: null });
  await expect(ask()).rejects.toMatchObject({ details: { fields: [{ field: 'regime' }] } });
  await recognised();
  await open();
  await room.asItWas(ask);
  expect(await room.race(ask, ask)).toEqual({ won: 2, lost: [] });
  expect((await reports()).filter(({ stage }) => stage === 'followUp').map(({ number }) => number)).toEqual([
    1, 2,
  ]);
});

test('a report goes out once, and not with what the authorities are not told', async () => {
  const { room, recognised, open, first, submit } = await staffed();
  await recognised();
  await open();
  const id = await first();
  const hold = { audience: 'authorities', term: '取引先', reason: '同意を待つ' } as const;
  await withhold(room.as('head'), room.incidentId, hold);
  await expect(
    submitReport(room.as('commander'), id, { text: '取引先の名', receipt: '' }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'text' }] } });
  await room.asItWas(() => submit(id));
  expect(
    await room.race(
      () => submit(id),
      () => submit(id, 'relations'),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
  expect(await room.kinds('report.submitted')).toHaveLength(1);
  expect(await room.timers('remind-report')).not.toContain(id);
});

test('what went out is not dropped, what was dropped is not owed any more', async () => {
  const { room, recognised, open, first, submit, reports } = await staffed();
  await recognised();
  await open();
  const id = await first();
  const drop = () => dropReport(room.as('commander'), id, '該当しない');
  await room.asItWas(drop);
  // Dropped first it may still be sent: somebody did send it.
  const { won, lost } = await room.race(() => submit(id), drop);
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  expect((await reports()).find((each) => each.id === id)?.state).toBe('submitted');
  await expect(drop()).rejects.toMatchObject({ code: 'conflict' });
});

test('notes and the form of a report wait for whoever sends it', async () => {
  const { room, recognised, open, first, submit } = await staffed();
  await recognised();
  await open('ministry');
  const id = await first();
  const dueAt = house.clock.now().add({ hours: 30 }).toString();
  const note = () => noteOnReport(room.as('commander'), id, { dueAt });
  const fill = () => keepForm(room.as('responder'), id, { form: 'general', answers: { title: '停止' } });
  await expect(noteOnReport(room.as('commander'), id, { receipt: 'R-1' })).rejects.toMatchObject({
    details: { fields: [{ field: 'receipt' }] },
  });
  await room.asItWas(note);
  await room.asItWas(fill);
  expect(await room.race(note, fill)).toEqual({ won: 2, lost: [] });
  expect(await room.timers('remind-report')).toEqual([id]);
  const { won, lost } = await room.race(() => submit(id), fill);
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  await expect(fill()).rejects.toMatchObject({ code: 'conflict' });
  await room.asItWas(() => noteOnReport(room.as('commander'), id, { receipt: 'R-1' }));
});

test('that a report is due and that it is late is told once each', async () => {
  const { room, recognised, open, first } = await staffed();
  await recognised();
  await open();
  const reportId = await first();
  const remind = () => room.within((tx) => remindReport(tx, { reportId }));
  await room.asItWas(remind);
  expect(await room.race(remind, remind)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('incident_task', 'matter')).toEqual([{ matter: `report:${reportId}` }]);
  house.clock.advance({ hours: 24 * 6 });
  await room.asItWas(remind);
  expect(await room.race(remind, remind)).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('report.overdue')).toHaveLength(1);
});

test('a time that is stated anew moves what is still due, and nothing that goes out at that moment', async () => {
  const { room, recognised, open, first, submit } = await staffed();
  await recognised();
  await open();
  const id = await first();
  house.clock.advance({ hours: 1 });
  await recognised();
  const recount = () => room.within((tx) => recountReports(tx, { incidentId: room.incidentId }));
  await room.asItWas(recount);
  expect(await room.race(() => submit(id), recount)).toEqual({ won: 2, lost: [] });
  // Moved and then sent; or sent, and then it stays as it went out.
  const [last] = await house.clone.query<{ kind: string }>(
    `SELECT kind FROM ledger WHERE incident_id = $1 AND body->>'reportId' = $2 ORDER BY seq DESC LIMIT 1`,
    [room.incidentId, id],
  );
  expect(last?.kind).toBe('report.submitted');
  expect(await room.timers('remind-report')).not.toContain(id);
});

test('what seemed owed is ruled out once and with a reason; should it be owed after all, it begins with its first report', async () => {
  const room = await IncidentRoom.open(house);
  const rule = (by: 'commander' | 'responder' = 'commander') =>
    ruleOut(room.as(by), room.incidentId, { regime: 'police', reason: '犯罪の疑いなし' });
  await expect(rule('responder')).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(rule);
  expect(await room.race(rule, rule)).toEqual({ won: 1, lost: ['conflict'] });
  const startsAt = house.clock.now().toString();
  await openReports(room.as('responder'), room.incidentId, { regime: 'police', startsAt });
  expect(await room.rows('external_report', 'number, state')).toEqual([
    { number: 0, state: 'notNeeded' },
    { number: 1, state: 'due' },
  ]);
  await expect(rule()).rejects.toMatchObject({ code: 'conflict' });
});

test('a leak that was ruled out while it was possible is asked about again when it is confirmed, and by nothing less', async () => {
  const room = await IncidentRoom.open(house);
  const know = (input: string, value: string) =>
    estimateIncident(room.as('responder'), room.incidentId, input, value);
  const rule = (regime: 'privacy' | 'police') =>
    ruleOut(room.as('commander'), room.incidentId, { regime, reason: '該当なし' });
  const owed = async () =>
    (await callAbout(room.as('responder'), room.incidentId, 'GET /api/respond/incidents/:id/reports')).owed;
  await know('personalData', 'possible');
  expect(await owed()).toEqual(['ministry', 'privacy', 'police', 'csirt']);
  await rule('privacy');
  await rule('police');
  expect(await owed()).toEqual(['ministry', 'csirt']);
  // Nothing graver is known by this.
  await know('personsAffected', '200');
  await know('personalData', 'none');
  await know('personalData', 'possible');
  expect(await owed()).toEqual(['ministry', 'csirt']);
  await expect(rule('privacy')).rejects.toMatchObject({ code: 'conflict' });
  await know('personalData', 'confirmed');
  expect(await owed()).toEqual(['ministry', 'privacy', 'police', 'csirt']);
  await room.asItWas(() => rule('privacy'));
  await rule('privacy');
  expect(await owed()).toEqual(['ministry', 'police', 'csirt']);
  await rule('police');
  await know('cause', 'cyberAttack');
  expect(await owed()).toEqual(['ministry', 'police', 'csirt']);
  // Started after all, it is not asked about any more.
  await openReports(room.as('responder'), room.incidentId, {
    regime: 'police',
    startsAt: house.clock.now().toString(),
  });
  expect(await owed()).toEqual(['ministry', 'csirt']);
});
