import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HiddenCell, hideWithin, sumFaults, suppress, type Table } from './rules.ts';

/** A table from its inner cells, its totals worked out. */
function tableOf(inner: readonly (readonly number[])[]): Table {
  const rows = inner.map((row) => [...row, row.reduce((sum, each) => sum + each, 0)]);
  const totals = (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const name = (i: number): string => `n${i}`;
  return {
    rows: [...inner.map((_, i) => name(i)), 'total'],
    columns: [...(inner[0] ?? []).map((_, i) => name(i)), 'total'],
    cells: [...rows, totals],
  };
}

/**
 * An independent solver: every whole-number table that agrees with what is published, tried out cell by cell. Knows nothing
 * of flows: a sum that is published must come out, one that is hidden may be anything that is not negative.
 */
function tried(table: Table, hidden: readonly HiddenCell[]): Map<string, { low: number; high: number }> {
  const key = (row: number, column: number): string => `${row} ${column}`;
  const isHidden = new Set(hidden.map(({ row, column }) => key(row, column)));
  const [height, width] = [table.rows.length - 1, table.columns.length - 1];
  const free: [number, number][] = [];
  const grid = table.cells.map((row) => [...row]);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      if (isHidden.has(key(row, column))) free.push([row, column]);
  const most = Math.max(...table.cells.flat());
  const found = new Map<string, { low: number; high: number }>();
  const note = (row: number, column: number, value: number): void => {
    const known = found.get(key(row, column));
    found.set(key(row, column), {
      low: Math.min(known?.low ?? value, value),
      high: Math.max(known?.high ?? value, value),
    });
  };
  const sumOf = (cells: readonly number[]): number => cells.reduce((sum, each) => sum + each, 0);
  const at = (row: number, column: number): number => grid[row]?.[column] ?? 0;
  const agrees = (): boolean => {
    const rowSums = Array.from({ length: height }, (_, row) => sumOf((grid[row] ?? []).slice(0, width)));
    const columnSums = Array.from({ length: width }, (_, column) =>
      sumOf(grid.slice(0, height).map((row) => row[column] ?? 0)),
    );
    const grand = sumOf(rowSums);
    const published = (row: number, column: number, sum: number): boolean =>
      isHidden.has(key(row, column)) || (table.cells[row]?.[column] ?? 0) === sum;
    if (!rowSums.every((sum, row) => published(row, width, sum))) return false;
    if (!columnSums.every((sum, column) => published(height, column, sum))) return false;
    if (!published(height, width, grand)) return false;
    for (const { row, column } of hidden)
      note(
        row,
        column,
        row === height && column === width
          ? grand
          : row === height
            ? (columnSums[column] ?? 0)
            : column === width
              ? (rowSums[row] ?? 0)
              : at(row, column),
      );
    return true;
  };
  const walk = (i: number): void => {
    const cell = free[i];
    if (!cell) {
      agrees();
      return;
    }
    const [row, column] = cell;
    const line = grid[row] ?? [];
    const lastInRow = !free.slice(i + 1).some(([other]) => other === row);
    const total = table.cells[row]?.[width] ?? 0;
    const rest = sumOf(line.slice(0, width)) - at(row, column);
    // Where it is the last of a row whose total is published, there is one value.
    const values =
      lastInRow && !isHidden.has(key(row, width))
        ? [total - rest + 0]
        : Array.from({ length: most + 4 }, (_, value) => value);
    const before = at(row, column);
    for (const value of values) {
      if (value < 0) continue;
      line[column] = value;
      walk(i + 1);
    }
    line[column] = before;
  };
  for (const [row, column] of free) (grid[row] ?? [])[column] = 0;
  walk(0);
  return found;
}

/** Few enough ways to try them all: that is asked of the table, not of the answer. */
const small = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('no hidden cell can be worked out', () => {
  test('1,000 random tables: each interval is what an independent solver finds, and k wide', () => {
    let compared = 0;
    fc.assert(
      fc.property(small, fc.integer({ min: 2, max: 4 }), (inner, k) => {
        const table = tableOf(inner);
        const result = suppress(table, k);
        if (!result.ok) return;
        for (const row of table.cells.keys())
          for (const [column, value] of (table.cells[row] ?? []).entries())
            if (value > 0 && value < k)
              expect(result.hidden).toContainEqual(expect.objectContaining({ row, column, why: 'small' }));
        for (const { low, high } of result.hidden) expect(high === null || high - low >= k).toBe(true);
        const [height, width] = [table.rows.length - 1, table.columns.length - 1];
        const free = result.hidden.filter(({ row, column }) => row < height && column < width).length;
        // Hidden totals leave values open that no end of trying bounds.
        if (free > 6 || result.hidden.some(({ row, column }) => row === height || column === width)) return;
        const found = tried(table, result.hidden);
        for (const { row, column, low, high } of result.hidden)
          expect({ low, high }).toEqual(found.get(`${row} ${column}`));
        compared += 1;
      }),
      { numRuns: 1_000, seed: 20261129 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  test('larger tables end, and hide fewer totals than cells', () => {
    const table = tableOf(
      Array.from({ length: 12 }, (_, row) =>
        Array.from({ length: 9 }, (_, column) => ((row * 7 + column * 5) % 23) * ((row + column) % 3)),
      ),
    );
    const result = suppress(table, 3);
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    expect(result.hidden.length).toBeGreaterThan(3);
    expect(result.hidden.filter(({ row, column }) => row === 12 || column === 9)).toEqual([]);
  });
});

test('a small cell takes three others along, and none is told', () => {
  const result = suppress(
    tableOf([
      [1, 20, 30],
      [14, 25, 36],
      [17, 28, 39],
    ]),
    3,
  );
  expect(result).toMatchObject({ ok: true });
  if (result.ok) {
    expect(result.hidden).toHaveLength(4);
    expect(result.hidden[0]).toMatchObject({ row: 0, column: 0, low: 0, why: 'small' });
  }
});

test('a table with nothing small is published whole; zeros count no one', () => {
  expect(
    suppress(
      tableOf([
        [0, 20],
        [14, 25],
      ]),
      3,
    ),
  ).toEqual({ ok: true, hidden: [] });
});

describe('where totals are published elsewhere', () => {
  const totalsOf = (inner: readonly (readonly number[])[], row: number, column: number) => [
    (inner[row] ?? []).reduce((sum, each) => sum + each, 0),
    inner.reduce((sum, line) => sum + (line[column] ?? 0), 0),
  ];

  test('1,000 random tables: no total is hidden, and each hidden cell is k wide, or as wide as its totals allow', () => {
    let [compared, published] = [0, 0];
    fc.assert(
      fc.property(small, fc.integer({ min: 2, max: 4 }), (inner, k) => {
        const table = tableOf(inner);
        const result = suppress(table, k, 'fixed');
        if (!result.ok) return;
        published += 1;
        const [height, width] = [inner.length, inner[0]?.length ?? 0];
        expect(result.hidden.filter(({ row, column }) => row === height || column === width)).toEqual([]);
        for (const [row, line] of inner.entries())
          for (const [column, value] of line.entries())
            if (value > 0 && value < k)
              expect(result.hidden).toContainEqual(expect.objectContaining({ row, column, why: 'small' }));
        if (result.hidden.length > 6) return;
        const found = tried(table, result.hidden);
        for (const { row, column, low, high } of result.hidden) {
          expect({ low, high }).toEqual(found.get(`${row} ${column}`));
          expect((high ?? 0) - low).toBeGreaterThanOrEqual(Math.min(k, ...totalsOf(inner, row, column)));
        }
        compared += 1;
      }),
      { numRuns: 1_000, seed: 20261130 },
    );
    expect(compared).toBeGreaterThan(300);
    expect(published).toBeGreaterThan(600);
  });

  test('a count that two steps would tell is left k of them', () => {
    // With the least that makes the 1 uncertain it could be 0, 1 or 2: two steps, where three are asked for.
    const inner = [
      [1, 1, 30],
      [1, 9, 40],
      [15, 12, 8],
    ];
    const result = suppress(tableOf(inner), 3, 'fixed');
    expect(result.ok).toBe(true);
    if (result.ok)
      for (const { low, high } of result.hidden) expect((high ?? 0) - low).toBeGreaterThanOrEqual(3);
  });

  test('where one row holds everything nothing of the table is shown; where nothing is small, all of it', () => {
    expect(
      hideWithin(
        [
          [1, 5],
          [0, 0],
        ],
        3,
      ),
    ).toBeUndefined();
    expect(
      hideWithin(
        [
          [0, 5],
          [3, 0],
        ],
        3,
      )?.flat(),
    ).not.toContain(true);
  });

  test('fifteen sectors by eight types with few reports in most cells end soon', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(6), { minLength: 8, maxLength: 8 }), { minLength: 15, maxLength: 15 }),
        fc.integer({ min: 2, max: 5 }),
        (inner, k) => {
          const hidden = hideWithin(inner, k);
          for (const [row, line] of inner.entries())
            for (const [column, value] of line.entries())
              if (value > 0 && value < k) expect(hidden?.[row]?.[column] ?? true).toBe(true);
        },
      ),
      { numRuns: 60, seed: 20261130 },
    );
  });
});

test('totals that do not add up are named', () => {
  const table = tableOf([
    [4, 5],
    [6, 7],
  ]);
  const wrong = {
    ...table,
    cells: [
      [4, 5, 9],
      [6, 7, 14],
      [10, 12, 22],
    ],
  };
  expect(sumFaults(table)).toEqual([]);
  expect(sumFaults(wrong)).toEqual(['row n1: 13, not 14', 'column total: 23, not 22']);
});
