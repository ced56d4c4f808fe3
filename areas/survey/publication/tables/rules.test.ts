import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatisticsView } from '../../statistics/schema.ts';
import { nearlyTold } from './rules.ts';

type Crossed = StatisticsView['crossed'];
const name = { ja: '名', en: 'name' };

/** A table as it would be printed with these cells hidden. */
const printed = (
  counts: readonly (readonly number[])[],
  isHidden: (row: number, column: number) => boolean,
): Crossed => ({
  columns: (counts[0] ?? []).map((_, i) => ({ key: `c${i}`, name })),
  rows: counts.map((line, row) => ({
    key: `r${row}`,
    name,
    cells: line.map((count, column) => (isHidden(row, column) ? null : count)),
    total: line.reduce((a, b) => a + b, 0),
  })),
  totals: (counts[0] ?? []).map((_, column) => counts.reduce((all, line) => all + (line[column] ?? 0), 0)),
  hidden: 0,
  withheld: false,
});

/** Every filling there is, tried one by one. */
function byTrying(table: Crossed): Map<string, [number, number]> {
  const hidden = table.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell === null ? [[row, column] as const] : [])),
  );
  const found = new Map<string, [number, number]>();
  const grid = table.rows.map(({ cells }) => cells.map((cell) => cell ?? 0));
  const go = (i: number): void => {
    const place = hidden[i];
    if (!place) {
      const fits =
        grid.every((line, row) => line.reduce((a, b) => a + b, 0) === table.rows[row]?.total) &&
        table.totals.every((total, c) => grid.reduce((all, line) => all + (line[c] ?? 0), 0) === total);
      if (!fits) return;
      for (const [row, column] of hidden) {
        const value = grid[row]?.[column] ?? 0;
        const [low, high] = found.get(`${row} ${column}`) ?? [value, value];
        found.set(`${row} ${column}`, [Math.min(low, value), Math.max(high, value)]);
      }
      return;
    }
    const [row, column] = place;
    const most = Math.min(table.rows[row]?.total ?? 0, table.totals[column] ?? 0);
    for (let value = 0; value <= most; value++) {
      (grid[row] as number[])[column] = value;
      go(i + 1);
    }
    (grid[row] as number[])[column] = 0;
  };
  go(0);
  return found;
}

test('what is told nearly is exactly what trying every filling tells', () => {
  const count = fc.integer({ min: 0, max: 5 });
  const table = fc.tuple(
    fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
  );
  fc.assert(
    fc.property(table, fc.integer({ min: 2, max: 4 }), ([counts, places], k) => {
      const view = printed(counts, (row, column) => places.includes(row * 3 + column));
      const wanted = [...byTrying(view)].filter(([, [low, high]]) => high - low < k && low < k);
      const found = nearlyTold(view, k).map(({ row, column, low, high }) => [
        `${row} ${column}`,
        [low, high],
      ]);
      expect(new Map(found as [string, [number, number]][])).toEqual(new Map(wanted));
    }),
    { numRuns: 300 },
  );
});

test('one hidden count in its row is told by the total; a table that is withheld tells nothing', () => {
  const counts = [
    [1, 40, 30],
    [20, 30, 25],
  ];
  const view = printed(counts, (row, column) => row === 0 && column === 0);
  expect(nearlyTold(view, 3)).toEqual([{ row: 0, column: 0, low: 1, high: 1 }]);
  expect(nearlyTold({ ...view, withheld: true }, 3)).toEqual([]);
  expect(
    nearlyTold(
      printed(counts, () => false),
      3,
    ),
  ).toEqual([]);
});
