import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counts, computable, hideSmall } from './rules.ts';

const small = (cells: Counts, k: number) =>
  cells.flatMap((line, row) =>
    line.flatMap((count, column) => (count > 0 && count < k ? [{ row, column }] : [])),
  );
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

/** Every table with these totals that shows the same, one after the other: how low and how high each hidden cell can be. */
function ranges(cells: Counts, hidden: readonly (readonly boolean[])[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  const places = cells.flatMap((line, row) =>
    line.flatMap((_, column) => (hidden[row]?.[column] ? [{ row, column }] : [])),
  );
  const openRow = cells.map((line, row) => sum(line.filter((_, column) => hidden[row]?.[column])));
  const openColumn = (cells[0] ?? []).map((_, column) =>
    sum(cells.map((line, row) => (hidden[row]?.[column] ? (line[column] ?? 0) : 0))),
  );
  const taken: number[] = [];
  const walk = (index: number): void => {
    const place = places[index];
    if (!place) {
      if ([...openRow, ...openColumn].some((left) => left !== 0)) return;
      for (const [i, { row, column }] of places.entries()) {
        const key = `${row},${column}`;
        found.set(key, (found.get(key) ?? new Set()).add(taken[i] ?? 0));
      }
      return;
    }
    const { row, column } = place;
    const most = Math.min(openRow[row] ?? 0, openColumn[column] ?? 0);
    for (let count = 0; count <= most; count += 1) {
      taken[index] = count;
      openRow[row] = (openRow[row] ?? 0) - count;
      openColumn[column] = (openColumn[column] ?? 0) - count;
      walk(index + 1);
      openRow[row] = (openRow[row] ?? 0) + count;
      openColumn[column] = (openColumn[column] ?? 0) + count;
    }
  };
  walk(0);
  return found;
}

const table = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

test('a lone small count is hidden together with what it could be worked out by', () => {
  const hidden = hideSmall(
    [
      [1, 20, 30],
      [10, 9, 40],
      [15, 12, 8],
    ],
    3,
  );
  expect(hidden).toEqual([
    [true, true, false],
    [true, true, false],
    [false, false, false],
  ]);
});

test('nothing is hidden where nothing is small, and zero tells of nobody', () => {
  const shown = [
    [0, 5],
    [3, 0],
  ];
  expect(hideSmall(shown, 3).flat()).not.toContain(true);
});

test('where one row holds everything, the whole table is', () => {
  expect(
    hideSmall(
      [
        [1, 5],
        [0, 0],
      ],
      3,
    ).flat(),
  ).not.toContain(false);
});

test('what can be worked out is what has one value in every table that looks the same', () => {
  fc.assert(
    fc.property(
      table(3, 3, 3),
      fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      (cells, hidden) => {
        const fixed = [...ranges(cells, hidden)]
          .filter(([, values]) => values.size === 1)
          .map(([key]) => key);
        expect(computable(cells, hidden).map(({ row, column }) => `${row},${column}`)).toEqual(fixed);
      },
    ),
  );
});

test('no small count can be worked out, in a thousand tables of sectors and types', () => {
  fc.assert(
    fc.property(table(15, 8, 6), fc.integer({ min: 2, max: 5 }), (cells, k) => {
      const hidden = hideSmall(cells, k);
      const whole = !hidden.flat().includes(false);
      for (const { row, column } of small(cells, k)) expect(hidden[row]?.[column]).toBe(true);
      if (whole) return;
      const known = computable(cells, hidden).map(({ row, column }) => `${row},${column}`);
      expect(small(cells, k).filter(({ row, column }) => known.includes(`${row},${column}`))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
