import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { NEEDED, value } from '../../../test/told-report.ts';
import type { Role } from '../../roles.ts';
import { type ReportDraft, reportContent } from '../content/schema.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { deadlinesKept } from '../deadlines/schema.ts';
import { addOperator } from '../operators/keep-operator.ts';
import { operatorBody } from '../operators/schema.ts';
import { draftReport, saveReportDraft, submitReport } from './draft-report.ts';
import { findAlike } from './find-alike.ts';
import { listReports } from './index.ts';
import { judgeReport, withdrawReport } from './judge-report.ts';
import { lookAtReport, lookAtVersion } from './look-at-report.ts';
import { joinEvent, leadEvent, matchOperator } from './place-report.ts';
import { readingsOf } from './reading/index.ts';
import { newDraft, reportFilter, submission, verdictGiven } from './schema.ts';
import { silentSince } from './store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const told = (more: ReportDraft = {}): ReportDraft => ({
  ...NEEDED,
  title: '拠点機器の停止',
  outline: value('約300台が停止'),
  ...more,
});

async function desk() {
  const orgId = await house.organisation();
  const as = async (...roles: Role[]) => house.as(orgId, await house.person(orgId, roles), roles);
  return { orgId, ctx: await as('secretariat'), as };
}
type Desk = Awaited<ReturnType<typeof desk>>;
const draft = ({ ctx }: Desk, content: ReportDraft = told()) => draftReport(ctx, newDraft.parse({ content }));
const submit = ({ ctx }: Desk, id: string, given: object = {}) =>
  submitReport(ctx, id, submission.parse({ stage: 'first', seen: 0, ...given }));
async function received(at: Desk, content?: ReportDraft) {
  const { id } = await draft(at, content);
  return { id, ...(await submit(at, id)) };
}

test('what lacks sector, time or event type stays a draft and takes no number', async () => {
  const at = await desk();
  const { id } = await draft(at, told({ sector: { is: 'notKnown' }, times: {} }));
  await expect(submit(at, id)).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: [{ field: 'content.sector' }, { field: 'content.times.noticed' }] },
  });
  expect(await lookAtReport(at.ctx, id)).toMatchObject({
    state: 'draft',
    number: null,
    missing: ['sector', 'time'],
  });
  await expect(draft({ ...at, ctx: await at.as('responder') })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await received(at)).toMatchObject({ number: 1, version: 1 });
});

test('receipt numbers have no gaps, however many hand in at once and whatever fails', async () => {
  const at = await desk();
  const ids = await Promise.all([draft(at), draft(at), draft(at)]);
  const [first, second, third] = ids.map(({ id }) => id);
  await asItWas(house.clone, at.orgId, () => submit(at, first ?? ''));
  const acts = [first, second, third].map((id) => () => submit(at, id ?? ''));
  expect(await race(house.clone, [at.orgId], ...acts)).toEqual({ won: 3, lost: [] });
  const { reports } = await reading(at.ctx, (trx) => listReports(trx, reportFilter.parse({}), at.ctx.now));
  expect(reports.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  const again = () => submit(at, first ?? '', { stage: 'final' });
  expect(
    await race(house.clone, [at.orgId], again, () => submit(at, first ?? '', { stage: 'followUp' })),
  ).toMatchObject({
    won: 1,
  });
});

test('a receipt never changes, even for whoever speaks SQL as the application', async () => {
  const at = await desk();
  const { id } = await received(at);
  for (const column of ['number = 99', `submitted_at = '2020-01-01'`])
    await expect(
      house.clone.query(`UPDATE sonae.survey_report SET ${column} WHERE id = '${id}'`),
    ).rejects.toThrow('a receipt never changes');
});

test('a later version never overwrites: the old one is read as it was, differences are named, nothing is left out', async () => {
  const at = await desk();
  const { id } = await received(at);
  const save = (content: ReportDraft, seen = 0) =>
    saveReportDraft(at.ctx, id, { content: reportContent.parse(content), seen });
  await save(told({ outline: { is: 'notStated' } }));
  await expect(submit(at, id, { stage: 'followUp', seen: 1 })).rejects.toMatchObject({
    details: { fields: [{ field: 'content.outline' }] },
  });
  await asItWas(house.clone, at.orgId, () => save(told({ outline: value('312台が停止') }), 1));
  expect(
    await race(
      house.clone,
      [at.orgId],
      () => save(told({ outline: value('312台が停止') }), 1),
      () => save(told({ outline: value('313台が停止') }), 1),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  await save(told({ outline: value('312台が停止'), measures: value('再試行の間隔を見直す') }), 2);
  await expect(submit(at, id, { stage: 'first', seen: 3 })).rejects.toMatchObject({
    details: { fields: [{ field: 'stage' }] },
  });
  expect(await submit(at, id, { stage: 'followUp', seen: 3, door: 'fax', sender: '運用課' })).toEqual({
    number: 1,
    version: 2,
  });
  const look = await lookAtReport(at.ctx, id);
  expect(look.versions.map(({ stage, door }) => [stage, door])).toEqual([
    ['followUp', 'fax'],
    ['first', 'telephone'],
  ]);
  expect(look.versions[0]?.differences.map(({ path, kind }) => [path, kind])).toEqual([
    ['outline', 'corrected'],
    ['measures', 'added'],
  ]);
  expect((await lookAtVersion(at.ctx, id, 1)).outline).toEqual(value('約300台が停止'));
  expect(look).toMatchObject({ draft: null, version: 2, content: { outline: value('312台が停止') } });
});

test('a verdict stands apart, needs a reason where it sends back, and ends with another version', async () => {
  const at = await desk();
  const { id } = await received(at);
  const judge = (verdict: string, reason = '', seen = 1) =>
    judgeReport(at.ctx, id, verdictGiven.parse({ verdict, reason, seen }));
  await expect(judge('toRevise')).rejects.toMatchObject({ details: { fields: [{ field: 'reason' }] } });
  await expect(judge('passed', '', 2)).rejects.toMatchObject({ code: 'conflict' });
  await asItWas(house.clone, at.orgId, () => judge('passed'));
  expect(
    await race(
      house.clone,
      [at.orgId],
      () => judge('passed'),
      () => judge('notOurs', '対象外の業務'),
    ),
  ).toEqual({
    won: 2,
    lost: [],
  });
  await judge('passed');
  expect((await lookAtReport(at.ctx, id)).verdicts).toHaveLength(3);
  await saveReportDraft(at.ctx, id, {
    content: reportContent.parse(told({ title: '拠点機器の長時間停止' })),
    seen: 0,
  });
  await submit(at, id, { stage: 'final', seen: 1 });
  expect(await lookAtReport(at.ctx, id)).toMatchObject({ verdict: 'inReview', stage: 'final' });
  await asItWas(house.clone, at.orgId, () => withdrawReport(at.ctx, id, '誤報'));
  await withdrawReport(at.ctx, id, '誤報');
  await expect(judge('passed', '', 2)).rejects.toMatchObject({ code: 'conflict' });
  expect(await lookAtReport(at.ctx, id)).toMatchObject({
    state: 'withdrawn',
    withdrawnReason: '誤報',
    number: 1,
  });
});

test('several reports tell of one event: one leads, and the event never stands without a leader', async () => {
  const at = await desk();
  const [one, two, three] = [
    await received(at),
    await received(at),
    await received(at, told({ operator: { name: '港湾運送' } })),
  ];
  expect((await findAlike(at.ctx, two.id)).map(({ id, because }) => [id, because])).toEqual([
    [one.id, ['operator', 'time', 'words']],
    [three.id, ['time', 'words']],
  ]);
  const { eventId } = await lookAtReport(at.ctx, one.id);
  const join = (id: string, wanted: string | null = eventId) => joinEvent(at.ctx, id, wanted);
  await asItWas(house.clone, at.orgId, () => join(two.id));
  expect(
    await race(
      house.clone,
      [at.orgId],
      () => join(two.id),
      () => join(three.id),
    ),
  ).toEqual({ won: 2, lost: [] });
  await asItWas(house.clone, at.orgId, () => leadEvent(at.ctx, eventId ?? '', two.id));
  await leadEvent(at.ctx, eventId ?? '', two.id);
  const places = async () =>
    Promise.all([one, two, three].map(async ({ id }) => (await lookAtReport(at.ctx, id)).place));
  expect(await places()).toEqual(['supplement', 'primary', 'supplement']);
  await join(two.id, null);
  expect(await places()).toEqual(['primary', 'primary', 'supplement']);
  await expect(join(two.id, one.id)).rejects.toMatchObject({ details: { fields: [{ field: 'eventId' }] } });
});

test('an event whose leading report is withdrawn is led by the earliest that stands, and nothing joins a withdrawn one', async () => {
  const at = await desk();
  const [one, two, three] = [await received(at), await received(at), await received(at)];
  const { eventId } = await lookAtReport(at.ctx, one.id);
  for (const { id } of [three, two]) await joinEvent(at.ctx, id, eventId);
  const places = async () =>
    Promise.all(
      [one, two, three].map(async ({ id }) => {
        const { place, state } = await lookAtReport(at.ctx, id);
        return `${state} ${place}`;
      }),
    );
  await asItWas(house.clone, at.orgId, () => withdrawReport(at.ctx, one.id, '誤報'));
  await withdrawReport(at.ctx, one.id, '誤報');
  expect(await places()).toEqual(['withdrawn supplement', 'received primary', 'received supplement']);
  await joinEvent(at.ctx, two.id, null);
  expect(await places()).toEqual(['withdrawn supplement', 'received primary', 'received primary']);
  await withdrawReport(at.ctx, three.id, '誤報');
  expect(await places()).toEqual(['withdrawn supplement', 'received primary', 'withdrawn primary']);
  await expect(joinEvent(at.ctx, two.id, eventId)).rejects.toMatchObject({
    details: { fields: [{ field: 'eventId' }] },
  });
});

test('who reads is written down as text, once an hour, and stays when the person is gone', async () => {
  const at = await desk();
  const { id } = await received(at);
  await lookAtReport(at.ctx, id);
  await lookAtReport(at.ctx, id);
  const rows = await reading(at.ctx, (trx) => readingsOf(trx, id));
  expect(rows).toMatchObject([{ what: 'read', version: 1, role: '調査事務局', organisation: 'Test' }]);
});

test('an operator is matched to one that is registered, and a report of another organisation is not there', async () => {
  const at = await desk();
  const { id } = await received(at);
  const { id: operatorId } = await addOperator(at.ctx, operatorBody.parse({ name: '東西電力' }));
  await expect(matchOperator(at.ctx, id, id)).rejects.toMatchObject({ code: 'invalid' });
  await asItWas(house.clone, at.orgId, () => matchOperator(at.ctx, id, operatorId));
  await matchOperator(at.ctx, id, operatorId);
  expect(await lookAtReport(at.ctx, id)).toMatchObject({ operatorId, verified: false });
  const other = await desk();
  await expect(lookAtReport(other.ctx, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(submit(other, id)).rejects.toMatchObject({ code: 'not-found' });
});

test('operators that said nothing for so many months are listed, those that never did first', async () => {
  const at = await desk();
  const add = async (name: string) => (await addOperator(at.ctx, operatorBody.parse({ name }))).id;
  const [never, lately] = [await add('甲'), await add('乙')];
  const { id } = await received(at);
  await matchOperator(at.ctx, id, lately);
  const silent = async (months: number) => {
    const since = at.ctx.now.toZonedDateTimeISO('UTC').subtract({ months }).toInstant();
    return (await reading(at.ctx, (trx) => silentSince(trx, since))).map((each) => each.id);
  };
  expect(await silent(1)).toEqual([never]);
  await withdrawReport(at.ctx, id, '誤報');
  expect((await silent(1)).toSorted()).toEqual([never, lately].toSorted());
});

test('what is owed and what came late is seen by the edition a report came under, and never stored as a verdict', async () => {
  const at = await desk();
  const hours = (count: number) => ({ count, unit: 'hours' as const });
  const kept = deadlinesKept.parse({
    seen: 1,
    deadlines: [
      { stage: 'first', starts: 'detection', within: hours(24) },
      { stage: 'final', starts: 'notification', within: hours(48), reminders: [hours(2)] },
    ],
  });
  await keepDeadlines(at.ctx, kept);
  const noticed = (ago: Temporal.DurationLike) =>
    told({ times: { noticed: value({ at: at.ctx.now.subtract(ago).toString() }) } });
  const late = await received(at, noticed({ hours: 30 }));
  const soon = await received(at, noticed({ hours: 3 }));
  // Another edition does not move what is held against the one before.
  await keepDeadlines(at.ctx, { ...kept, seen: 2, deadlines: kept.deadlines.slice(0, 1) });
  const listed = async (punctual: string, later: Temporal.DurationLike) =>
    (
      await reading(at.ctx, (trx) =>
        listReports(trx, reportFilter.parse({ punctual }), at.ctx.now.add(later)),
      )
    ).reports.map(({ id }) => id);
  expect(await listed('late', { hours: 0 })).toEqual([late.id]);
  expect(await listed('overdue', { hours: 47 })).toEqual([]);
  expect((await listed('overdue', { hours: 49 })).sort()).toEqual([late.id, soon.id].sort());
  expect((await lookAtReport(at.ctx, late.id)).dues).toMatchObject([
    { stage: 'first', standing: 'late', overdue: false },
    { stage: 'final', standing: 'owed', overdue: false },
  ]);
  const tomorrow = { ...at.ctx, now: at.ctx.now.add({ hours: 49 }) };
  expect(await lookAtReport(tomorrow, soon.id)).toMatchObject({
    verdict: 'inReview',
    overdue: true,
    dues: [{ standing: 'met' }, { standing: 'owed', overdue: true }],
  });
  await withdrawReport(at.ctx, late.id, '誤報');
  expect(await listed('overdue', { hours: 49 })).toEqual([soon.id]);
});
