import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  causeTable,
  comparedWith,
  momentsOf,
  ofOneFiscalYear,
  ofWholeQuarters,
  quarterOf,
  quartersOf,
  rowsOf,
  topOf,
  typeTable,
  windowOf,
} from './rules.ts';
import { ruleInWords } from './words.ts';

const at = (text: string) => Temporal.Instant.from(text);
const name = { ja: '名', en: 'name' };

test('the window is the fiscal year under way unless told, by the clock of Japan', () => {
  const before = at('2026-03-31T23:59:59+09:00');
  expect(windowOf({}, before)).toEqual({ from: '2025-04-01', until: '2026-03-31' });
  expect(windowOf({}, before.add({ seconds: 1 }))).toEqual({ from: '2026-04-01', until: '2027-03-31' });
  expect(windowOf({ from: '2024-01-01' }, before)).toEqual({ from: '2024-01-01', until: '2024-03-31' });
  expect(windowOf({ until: '2024-12-31' }, before)).toEqual({ from: '2024-04-01', until: '2024-12-31' });
  expect(windowOf({ from: '2024-02-02', until: '2024-02-01' }, before)).toBe('backwards');
  expect(windowOf({ from: '1990-01-01', until: '2024-02-01' }, before)).toBe('long');
});

test('a fiscal year is one that begins in April and ends with the March after, and nothing else', () => {
  expect(ofOneFiscalYear({ from: '2023-04-01', until: '2024-03-31' })).toBe(true);
  for (const [from, until] of [
    ['2023-04-01', '2025-03-31'],
    ['2023-04-01', '2023-06-30'],
    ['2023-01-01', '2023-12-31'],
    ['2023-07-01', '2024-03-31'],
    ['2024-04-01', '2024-03-31'],
  ] as const)
    expect(ofOneFiscalYear({ from, until })).toBe(false);
});

test('both ends of a window are whole days', () => {
  const { begins, ends } = momentsOf({ from: '2024-01-01', until: '2024-12-31' });
  expect([begins.toString(), ends.toString()]).toEqual(['2023-12-31T15:00:00Z', '2024-12-31T15:00:00Z']);
});

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2080-01-01'), noInvalidDate: true });
const window = fc.tuple(day, day).map(([a, b]) => {
  const [from = '', until = ''] = [a, b].map((each) => each.toISOString().slice(0, 10)).toSorted();
  return { from, until };
});

test('quarters follow one another, from the one the window begins in to the one it ends in', () => {
  fc.assert(
    fc.property(window, (given) => {
      const quarters = quartersOf(given);
      const { begins, ends } = momentsOf(given);
      const first = quarters[0]?.begins ?? ends;
      const last = quarters.at(-1)?.begins ?? begins;
      expect(Temporal.Instant.compare(first, begins)).toBeLessThanOrEqual(0);
      expect(Temporal.Instant.compare(last, ends)).toBeLessThan(0);
      const order = quarters.map(({ fiscalYear, quarter }) => fiscalYear * 4 + quarter);
      expect(order).toEqual(order.map((_, index) => (order[0] ?? 0) + index));
      for (const { quarter } of quarters) expect([1, 2, 3, 4]).toContain(quarter);
    }),
  );
});

test('years are compared by the same days, and never where they would overlap', () => {
  expect(comparedWith({ from: '2023-04-01', until: '2024-04-01' })).toBeNull();
  fc.assert(
    fc.property(window, (given) => {
      const years = comparedWith(given);
      if (!years) return;
      expect(years.at(-1)).toEqual(given);
      for (const [index, { from }] of years.entries())
        if (index > 0) expect((years[index - 1]?.until ?? '') < from).toBe(true);
    }),
  );
});

test('every count stands in a row, also of what is on no list or was not told', () => {
  const list = {
    entries: [
      { key: 'a', name },
      { key: 'old', name, ended: true },
    ],
  };
  expect(rowsOf(list, new Set(['a', 'z', ''])).map(({ key }) => key)).toEqual(['a', '', 'z']);
  expect(rowsOf(list, new Set(['old'])).map(({ key }) => key)).toEqual(['a', 'old']);
  const quarters = quartersOf({ from: '2023-10-01', until: '2024-06-30' });
  const cell = fc.record({
    quarter: fc.nat(2),
    eventType: fc.constantFrom('a', 'old', 'x', ''),
    sector: fc.constant('s'),
    count: fc.nat(50),
  });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const { rows, totals } = typeTable(cells, quarters, list);
      const sum = (pick: (row: (typeof rows)[number]) => number) =>
        rows.reduce((all, row) => all + pick(row), 0);
      expect(totals.total).toBe(cells.reduce((all, { count }) => all + count, 0));
      expect(sum(({ total }) => total)).toBe(totals.total);
      for (const index of [0, 1, 2])
        expect(sum((row) => row.quarters[index] ?? 0)).toBe(totals.quarters[index]);
      expect(totals.years.reduce((all, count) => all + count, 0)).toBe(totals.total);
    }),
  );
});

test('a report with two causes of a group counts once in it, and in each of its causes', () => {
  const entries = ['a', 'b'].map((key) => ({ key, name, group: 'g', malicious: key === 'a' }));
  const table = causeTable(
    [
      { causes: ['a', 'b'], count: 2 },
      { causes: ['b'], count: 1 },
      { causes: null, count: 4 },
    ],
    { entries, groups: [{ key: 'g', name }] },
  );
  expect(table).toMatchObject({ told: 3, notTold: 4, groups: [{ count: 3 }], top: ['b', 'a'] });
  expect(table.rows.map(({ count }) => count)).toEqual([2, 3]);
  expect(topOf([1, 0, 3, 3, 2, 9, 1].map((count, key) => ({ key, count }))).map(({ key }) => key)).toEqual([
    5, 2, 3, 4, 0,
  ]);
});

test('the rule is told with its own window and cut-off', () => {
  const { en } = ruleInWords({ from: '2023-04-01', until: '2024-03-31', cutoff: '2024-04-30T14:59:00Z' });
  expect(en).toBe(
    'Passed at the cut-off (2024-04-30 23:59, Japan time), submitted from 2023-04-01 to 2024-03-31 (Japan time), primary reports, not withdrawn; as the newest version at the cut-off says.',
  );
});

test('every day lies in one whole quarter, from its first day to its last', () => {
  expect(quarterOf('2024-04-01')).toEqual({ from: '2024-04-01', until: '2024-06-30' });
  expect(quarterOf('2024-02-29')).toEqual({ from: '2024-01-01', until: '2024-03-31' });
  expect(quarterOf('2024-12-31')).toEqual({ from: '2024-10-01', until: '2024-12-31' });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const date = Temporal.PlainDate.from('1999-12-31').add({ days }).toString();
      const quarter = quarterOf(date);
      expect(ofWholeQuarters(quarter)).toBe(true);
      expect(quarter.from <= date && date <= quarter.until).toBe(true);
    }),
  );
});
