import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import {
  layReports,
  OFFICIAL,
  OFFICIAL_CUTOFF,
  OFFICIAL_WINDOW,
  surveyYear,
  type YearReport,
} from '../../../test/survey-year.ts';
import type { Role } from '../../roles.ts';
import { listsInForce } from '../editions/index.ts';
import { keepEdition } from '../editions/keep-edition.ts';
import { newEdition } from '../editions/schema.ts';
import { listReports } from '../intake/index.ts';
import { reportFilter } from '../intake/schema.ts';
import { exportStatistics } from './export-statistics.ts';
import { lookAtStatistics } from './look-at-statistics.ts';
import { momentsOf } from './rules.ts';
import { statisticsQuery } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function body(reports: readonly YearReport[] = []) {
  const orgId = await house.organisation();
  const ids = await layReports((text, values) => house.clone.query(text, values), orgId, reports, newId);
  const as = async (...roles: Role[]) => house.as(orgId, await house.person(orgId, roles), roles);
  const ctx = await as('secretariat');
  const count = (given: object = {}, by = ctx) =>
    lookAtStatistics(by, statisticsQuery.parse({ ...OFFICIAL_WINDOW, cutoff: OFFICIAL_CUTOFF, ...given }));
  return { orgId, ids, as, ctx, count };
}

test('of some 340 reports exactly the official table is counted', async () => {
  const reports = surveyYear();
  const { count } = await body(reports);
  const found = await count();
  expect(reports).toHaveLength(340);
  expect(found.counted).toBe(272);
  expect(found.eventTypes.totals).toEqual({ quarters: [99, 53, 63, 57], years: [272], total: 272 });
  expect(Object.fromEntries(found.eventTypes.rows.map(({ key, quarters }) => [key, quarters]))).toEqual(
    OFFICIAL,
  );
  expect(found.leftOut).toEqual({ withdrawn: 14, supplement: 12, late: 12, notPassed: 20 });
  expect(found.submitted).toBe(330);
  expect(found.rule.ja).toBe(
    '確認済み（基準時点 2024-04-30 23:59 日本時間）かつ 2023-04-01 から 2024-03-31 まで（提出日、日本時間）に提出された主たる報告。取り下げを除く。内容は基準時点の最新の版による。',
  );
});

/** The rule once more, read off the histories: the newest version received by then, and the newest verdict on it. */
function saidAt(report: YearReport, cutoff: Temporal.Instant) {
  const before = (at: string) => Temporal.Instant.compare(Temporal.Instant.from(at), cutoff) <= 0;
  const version = report.versions.filter(({ receivedAt }) => before(receivedAt)).length;
  const verdict = report.verdicts.filter((each) => each.version === version && before(each.at)).at(-1);
  const counts = verdict?.verdict === 'passed' && !report.withdrawn && report.place === 'primary';
  return counts ? report.versions[version - 1]?.content : undefined;
}

test('at any cut-off it is counted what had passed by then, as it was told by then', async () => {
  const reports = surveyYear(7);
  const { count } = await body(reports);
  const from = Temporal.Instant.from('2023-06-01T00:00:00Z');
  for (let days = 0; days < 400; days += 40) {
    const cutoff = from.add({ hours: days * 24 });
    const told = reports.flatMap((report) => {
      const day = Temporal.Instant.from(report.versions[0].submittedAt)
        .toZonedDateTimeISO('Asia/Tokyo')
        .toPlainDate()
        .toString();
      const said = saidAt(report, cutoff);
      return said && day >= OFFICIAL_WINDOW.from && day <= OFFICIAL_WINDOW.until ? [said] : [];
    });
    const found = await count({ cutoff: cutoff.toString() });
    const how = (fits: (content: (typeof told)[number]) => boolean) => told.filter(fits).length;
    expect(found.counted).toBe(told.length);
    for (const { key, total } of found.eventTypes.rows)
      expect([key, total]).toEqual([
        key,
        how(({ eventType }) => eventType.is === 'value' && eventType.value === key),
      ]);
    for (const { key, count: counted } of found.sectors)
      expect([key, counted]).toEqual([
        key,
        how(({ sector }) => sector.is === 'value' && sector.value === key),
      ]);
    for (const { key, count: counted } of found.causes.rows)
      expect([key, counted]).toEqual([
        key,
        how(({ causes }) => causes.is === 'value' && causes.value.includes(key)),
      ]);
    expect(found.causes.notTold).toBe(how(({ causes }) => causes.is !== 'value'));
    expect(found.leftOut.notPassed).toBeGreaterThanOrEqual(0);
    for (const span of found.spans) expect(span.counted + span.missing + span.coarse).toBe(told.length);
  }
});

test('a year that nobody reported in is a table of nothing, and quarters of a window begin where it does', async () => {
  const { count } = await body(surveyYear());
  const empty = await count({ from: '2010-02-10', until: '2010-05-01' });
  expect(empty.counted).toBe(0);
  expect(empty.eventTypes.quarters).toEqual([
    { fiscalYear: 2009, quarter: 4 },
    { fiscalYear: 2010, quarter: 1 },
  ]);
  expect(empty.spans[0]).toMatchObject({ counted: 0, quartiles: null });
  await expect(count({ from: '2024-02-02', until: '2024-02-01' })).rejects.toMatchObject({
    details: { fields: [{ field: 'until' }] },
  });
  const day = await count({ from: '2024-03-31', until: '2024-03-31' });
  expect(day.eventTypes.rows.find(({ key }) => key === 'unavailable')?.total).toBeGreaterThan(0);
});

test('earlier years are counted beside it by the same days and the same cut-off', async () => {
  const { count } = await body(surveyYear());
  const found = await count({ from: '2024-04-01', until: '2025-03-31', cutoff: '2025-04-30T00:00:00+09:00' });
  expect(found.years?.map(({ from }) => from)).toEqual([
    '2020-04-01',
    '2021-04-01',
    '2022-04-01',
    '2023-04-01',
    '2024-04-01',
  ]);
  expect(found.years?.at(-1)?.total).toBe(found.counted);
  expect(found.years?.at(3)?.total).toBe((await count({ cutoff: '2025-04-30T00:00:00+09:00' })).counted);
  expect((await count({ from: '2020-01-01', until: '2024-03-31' })).years).toBeNull();
});

test('no small count of a sector can be worked out from the table, and less is hidden from nobody but the desk', async () => {
  const { count, as } = await body(surveyYear());
  const { crossed, sectors } = await count();
  const open = (await count({ hideBelow: 1 })).crossed;
  expect(open.hidden).toBe(0);
  expect(crossed.hidden).toBeGreaterThan(0);
  for (const [row, { cells, total, key }] of crossed.rows.entries()) {
    expect(total).toBe(sectors.find((each) => each.key === key)?.count);
    for (const [column, cell] of cells.entries()) {
      const really = open.rows[row]?.cells[column] ?? 0;
      expect(cell).toBe(cell === null ? null : really);
      if (really > 0 && really < 3) expect(cell).toBeNull();
    }
  }
  const rater = await as('rater');
  const look = (given: object) => count({ cutoff: undefined, ...given }, rater);
  expect((await look({})).counted).toBeGreaterThan(0);
  expect((await look({ from: '2023-07-01', until: '2023-12-31' })).counted).toBeGreaterThan(0);
  await expect(look({ hideBelow: 2 })).rejects.toMatchObject({ code: 'forbidden' });
  // Two counts that are one report apart tell of it, be it by a day or by the moment it was passed.
  await expect(look({ cutoff: OFFICIAL_CUTOFF })).rejects.toMatchObject({ code: 'forbidden' });
  for (const days of [
    { from: '2023-07-02', until: '2023-12-31' },
    { from: '2023-07-01', until: '2023-12-30' },
    { from: '2023-08-01', until: '2023-12-31' },
  ])
    await expect(look(days)).rejects.toMatchObject({ code: 'invalid' });
});

test('whoever may not read the reports works out no hidden count from two windows, nor from two ways to hide', async () => {
  const { count, as } = await body(surveyYear());
  const rater = await as('rater');
  const look = (given: object = {}) => count({ cutoff: undefined, ...given }, rater);
  const year = await look();
  expect([year.crossed.withheld, year.sectors.length > 0]).toEqual([false, true]);
  const rows = year.crossed.rows.flatMap(({ cells }) => cells);
  expect(rows.some((cell) => cell === null) && rows.some((cell) => cell !== null)).toBe(true);
  for (const given of [
    { until: '2023-12-31' },
    { from: '2023-07-01' },
    { from: '2023-01-01' },
    { from: '2022-04-01' },
    { from: '2023-01-01', until: '2023-12-31' },
    { hideBelow: 4 },
    { hideBelow: 50 },
  ]) {
    const { crossed, sectors, counted, eventTypes } = await look(given);
    const told = [...crossed.rows.flatMap(({ cells, total }) => [...cells, total]), ...crossed.totals];
    expect([crossed.withheld, new Set(told), sectors]).toEqual([true, new Set([null]), []]);
    expect([counted, eventTypes.totals.total > 0]).toEqual([eventTypes.totals.total, true]);
    // The desk reads the reports themselves.
    expect((await count(given)).sectors.length).toBeGreaterThan(0);
  }
  const file = await exportStatistics(rater, {
    ...statisticsQuery.parse({ ...OFFICIAL_WINDOW, from: '2023-07-01' }),
    format: 'csv',
  });
  expect(String(file)).toMatch(/\n(Sector|分野),.*\n(Hidden|秘匿)\n/);
});

test('another organisation counts nothing of it, and whoever has no part in the survey is refused', async () => {
  const { as } = await body(surveyYear());
  const other = await body();
  expect((await other.count()).submitted).toBe(0);
  expect((await other.count()).counted).toBe(0);
  await expect(other.count({}, await as('responder'))).rejects.toMatchObject({ code: 'forbidden' });
  const seen = await house.clone.query<{ count: string }>('SELECT count(*) FROM sonae.survey_passed');
  expect(Number(seen[0]?.count)).toBeGreaterThan(0);
});

test('everything counted comes as a file too, numbers as numbers, under its rule, and no formula in it', async () => {
  const { ctx, count } = await body(surveyYear());
  const lists = await reading(ctx, listsInForce);
  const english = { ...ctx, language: 'en' as const };
  const query = statisticsQuery.parse({ ...OFFICIAL_WINDOW, cutoff: OFFICIAL_CUTOFF });
  const csv = Buffer.from(await exportStatistics(english, { ...query, format: 'csv' })).toString();
  const rows: string[][] = parse(csv, { bom: true, relax_column_count: true });
  const line = (first: string) => rows.find(([name]) => name === first);
  expect(line('Counted')).toEqual(['Counted', '272']);
  expect(line('Event type')).toEqual([
    'Event type',
    'FY2023 Q1',
    'FY2023 Q2',
    'FY2023 Q3',
    'FY2023 Q4',
    'FY2023',
  ]);
  expect(line('Total')).toEqual(['Total', '99', '53', '63', '57', '272']);
  expect(rows.filter(([rule]) => rule?.startsWith('Passed at the cut-off (2024-04-30 23:59'))).toHaveLength(
    9,
  );
  expect(rows.flat()).toContain('Hidden');
  const workbook = await exportStatistics(english, { ...query, format: 'xlsx' });
  const [, , ...types] = await readSheet(Buffer.from(workbook), 'Types by quarter');
  expect(types.slice(0, 8)).toEqual(
    (await count()).eventTypes.rows.map(({ name, quarters, years }) => [name.en, ...quarters, ...years]),
  );
  // A name that a spreadsheet would take for a formula.
  const [sector, ...rest] = lists.sectors.entries;
  const evil = [{ ...sector, name: { ja: '=1+1', en: '=HYPERLINK("x")' } }, ...rest];
  await keepEdition(ctx, 'sectors', newEdition.parse({ name: lists.sectors.name, seen: 1, entries: evil }));
  const guarded = Buffer.from(await exportStatistics(english, { ...query, format: 'csv' })).toString();
  expect(guarded).toContain(`'=HYPERLINK`);
});

test('every number leads to its reports, as they were at the cut-off', async () => {
  const { ctx, count } = await body(surveyYear());
  const { selection, ...found } = await count();
  const { begins, ends } = momentsOf(selection);
  const base = { passedAt: OFFICIAL_CUTOFF, from: begins.toString(), until: ends.toString(), limit: 200 };
  const behind = async (narrow: object): Promise<number> => {
    const first = await reading(ctx, (trx) =>
      listReports(trx, reportFilter.parse({ ...base, ...narrow }), ctx.now),
    );
    if (first.next === null) return first.reports.length;
    const before = first.next;
    const more = await reading(ctx, (trx) =>
      listReports(trx, reportFilter.parse({ ...base, ...narrow, before }), ctx.now),
    );
    return first.reports.length + more.reports.length;
  };
  expect(await behind({})).toBe(272);
  for (const { key, total } of found.eventTypes.rows) expect(await behind({ eventType: key })).toBe(total);
  for (const { key, count: told } of found.sectors) expect(await behind({ sector: key })).toBe(told);
  for (const { key, count: told } of found.causes.rows) expect(await behind({ causes: key })).toBe(told);
  for (const { key, count: told } of found.systems) expect(await behind({ system: key })).toBe(told);
  for (const { span, bins } of found.spans)
    for (const { from, until, count: told } of bins)
      expect(await behind({ span, atLeast: from, ...(until !== null && { under: until }) })).toBe(told);
  const share = (wanted: string) => found.shares.find((each) => each.share === wanted)?.count;
  for (const says of ['reached', 'measures', 'levelMissed']) expect(await behind({ says })).toBe(share(says));
  expect(await behind({ level: 3 })).toBe(share('severe'));
  expect(await behind({ span: 'report', atLeast: 0, under: 24 * 3_600 + 1 })).toBe(share('onTime'));
});

test('reports are found by one kanji, by their number and in any width, among many and few', async () => {
  const { ctx } = await body(surveyYear());
  const found = async (search: string, more: object = {}) =>
    (
      await reading(ctx, (trx) =>
        listReports(trx, reportFilter.parse({ search, limit: 200, ...more }), ctx.now),
      )
    ).reports;
  expect(await found('害', { limit: 200 })).toHaveLength(200);
  expect((await found('r-0007')).map(({ number }) => number)).toEqual([7]);
  expect((await found('ｼｽﾃﾑ R-0012')).map(({ number }) => number)).toEqual([12]);
  expect(await found('害水')).toEqual([]);
  expect(await found('%')).toEqual([]);
  expect((await found('障害', { state: 'withdrawn' })).length).toBe(14);
});
