import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../../database/transaction.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { value } from '../../../test/told-report.ts';
import { type REPORT_PRECISIONS, type ReportDraft, reportContent } from '../content/schema.ts';
import { draftReport, saveReportDraft, submitReport } from '../intake/draft-report.ts';
import { judgeReport, withdrawReport } from '../intake/judge-report.ts';
import { lookAtReport } from '../intake/look-at-report.ts';
import { joinEvent } from '../intake/place-report.ts';
import { newDraft, submission, verdictGiven } from '../intake/schema.ts';
import { lookAtStatistics } from './look-at-statistics.ts';
import { statisticsQuery } from './schema.ts';

const clock = new StoryClock('2026-05-11T00:00:00Z');
let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ clock });
});
afterAll(() => house.close());

const told = (more: ReportDraft = {}): ReportDraft => ({
  operator: { name: '東西電力' },
  sector: value('power'),
  eventType: value('unavailable'),
  outline: value('約300台が停止'),
  times: { noticed: value({ at: '2026-05-11T08:00:00+09:00' }) },
  ...more,
});

/** A desk at which each act is done at the time the clock shows. */
async function desk() {
  const orgId = await house.organisation();
  const person = await house.person(orgId, ['secretariat']);
  const now = (): Context => house.as(orgId, person, ['secretariat']);
  const receive = async (content: ReportDraft = told()) => {
    const { id } = await draftReport(now(), newDraft.parse({ content }));
    await submitReport(now(), id, submission.parse({ stage: 'first', seen: 0 }));
    return id;
  };
  const judge = (id: string, verdict: string, seen = 1) =>
    judgeReport(now(), id, verdictGiven.parse({ verdict, reason: '範囲外', seen }));
  const follow = async (id: string, content: ReportDraft) => {
    const { draftSeen } = await lookAtReport(now(), id);
    const { seen } = await saveReportDraft(now(), id, {
      content: reportContent.parse(content),
      seen: draftSeen,
    });
    return submitReport(now(), id, submission.parse({ stage: 'followUp', seen }));
  };
  const count = (given: object = {}) => lookAtStatistics(now(), statisticsQuery.parse(given));
  return { now, receive, judge, follow, count };
}

test('a report counts from the verdict on, until another version or another verdict comes', async () => {
  const { receive, judge, follow, count } = await desk();
  const counted = async (cutoff?: string) => (await count({ cutoff })).counted;
  const id = await receive();
  const moments: [string, number][] = [];
  const step = async (act: () => Promise<unknown>, then: number) => {
    clock.advance({ hours: 1 });
    await act();
    moments.push([clock.now().toString(), then]);
    expect(await counted()).toBe(then);
  };
  await step(async () => undefined, 0);
  await step(() => judge(id, 'passed'), 1);
  await step(() => judge(id, 'toRevise'), 0);
  await step(() => judge(id, 'passed'), 1);
  await step(() => follow(id, told({ eventType: value('malware') })), 0);
  await step(() => judge(id, 'passed', 2), 1);
  // The past stays as it was, and so does what was told then.
  for (const [cutoff, then] of moments) expect(await counted(cutoff)).toBe(then);
  const typesAt = async (cutoff: string | undefined) =>
    (await count({ cutoff })).eventTypes.rows.flatMap(({ key, total }) => (total > 0 ? [key] : []));
  expect(await typesAt(moments[3]?.[0])).toEqual(['unavailable']);
  expect(await typesAt(undefined)).toEqual(['malware']);
});

test('what is withdrawn, or joined to what another report leads, counts until then and no longer', async () => {
  const { now, receive, judge, count } = await desk();
  const [one, two, three] = [await receive(), await receive(), await receive()];
  for (const id of [one, two, three]) await judge(id, 'passed');
  const all = { counted: 3, submitted: 3, leftOut: { withdrawn: 0, supplement: 0, late: 0, notPassed: 0 } };
  const cutoff = clock.now().toString();
  expect(await count({ cutoff })).toMatchObject(all);
  clock.advance({ hours: 1 });
  await withdrawReport(now(), one, '誤報');
  const { eventId } = await lookAtReport(now(), two);
  await joinEvent(now(), three, eventId);
  const joined = {
    counted: 1,
    submitted: 3,
    leftOut: { withdrawn: 1, supplement: 1, late: 0, notPassed: 0 },
  };
  const then = clock.now().toString();
  expect(await count()).toMatchObject(joined);
  expect(await count({ cutoff })).toMatchObject(all);
  clock.advance({ hours: 1 });
  await joinEvent(now(), three, null);
  expect((await count()).counted).toBe(2);
  // Each cut-off gives the same figures later.
  expect(await count({ cutoff: then })).toMatchObject(joined);
  expect(await count({ cutoff })).toMatchObject(all);
});

test('a length is told only where both times are known well enough, and every share says of how many', async () => {
  const { receive, judge, count } = await desk();
  const at = clock.now();
  const ago = (hours: number, precision: (typeof REPORT_PRECISIONS)[number] = 'minute') =>
    value({ at: at.subtract({ minutes: hours * 60 }).toString(), precision });
  const effect = (level: number | null, sectors: string[]) => ({
    service: value({ text: '停止', level }),
    sectors: value(sectors),
    levelMissed: value(true),
  });
  const reports = [
    told({ times: { occurred: ago(5), noticed: ago(2), restored: ago(1) }, effect: effect(4, ['gas']) }),
    told({ times: { occurred: ago(30), noticed: ago(29), restored: ago(1) }, effect: effect(1, []) }),
    told({ times: { occurred: ago(30, 'day'), noticed: ago(2) }, effect: effect(null, ['power']) }),
    told({
      times: { noticed: ago(3, 'hour') },
      measures: value('手順を見直す'),
      causes: value(['massAccess', 'userError']),
    }),
  ];
  for (const content of reports) await judge(await receive(content), 'passed');
  const found = await count();
  const [notice, report, restore] = found.spans;
  expect(notice).toMatchObject({ counted: 2, coarse: 1, missing: 1, quartiles: [3_600, 3_600, 10_800] });
  expect(report).toMatchObject({ counted: 4, coarse: 0, missing: 0, quartiles: [7_200, 7_200, 10_800] });
  expect(restore).toMatchObject({ counted: 2, missing: 2, quartiles: [14_400, 14_400, 104_400] });
  expect(notice?.bins.filter(({ count: n }) => n > 0)).toEqual([{ from: 3_600, until: 21_600, count: 2 }]);
  expect(Object.fromEntries(found.shares.map((each) => [each.share, [each.count, each.of]]))).toEqual({
    onTime: [3, 4],
    reached: [1, 3],
    malicious: [1, 1],
    measures: [1, 4],
    severe: [1, 2],
    levelMissed: [3, 3],
  });
  expect(found.causes).toMatchObject({ told: 1, notTold: 3, top: ['massAccess', 'userError'] });
});
