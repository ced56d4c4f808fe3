import type { StatisticsView } from '../../statistics/schema.ts';
import { intervalOf } from '../../suppressing/rules.ts';

type Crossed = StatisticsView['crossed'];

interface Cell {
  readonly row: number;
  readonly column: number;
}
/** A hidden count that can be told too nearly from what is printed. */
export interface NearlyTold extends Cell {
  readonly low: number;
  readonly high: number;
}

const sum = (list: readonly (number | null)[]): number =>
  list.reduce<number>((all, each) => all + (each ?? 0), 0);

/** Some filling of the hidden cells that adds up to what is printed; which one does not matter. */
function filled(hidden: readonly Cell[], rows: readonly number[], columns: readonly number[]): number[] {
  const values = hidden.map(() => 0);
  const [left, room] = [[...rows], [...columns]];
  const pour = (row: number, seen: Set<number>): boolean => {
    for (const [i, cell] of hidden.entries()) {
      if (cell.row !== row || seen.has(cell.column)) continue;
      seen.add(cell.column);
      const free = (room[cell.column] ?? 0) > 0;
      // A column that is full takes one more where another row can put its own elsewhere.
      const moved = free
        ? undefined
        : hidden.findIndex(
            (other, j) =>
              other.column === cell.column &&
              other.row !== row &&
              (values[j] ?? 0) > 0 &&
              pour(other.row, seen),
          );
      if (!free && (moved === undefined || moved < 0)) continue;
      if (free) room[cell.column] = (room[cell.column] ?? 0) - 1;
      else if (moved !== undefined) values[moved] = (values[moved] ?? 0) - 1;
      values[i] = (values[i] ?? 0) + 1;
      return true;
    }
    return false;
  };
  for (const row of left.keys())
    for (; (left[row] ?? 0) > 0; left[row] = (left[row] ?? 0) - 1)
      if (!pour(row, new Set())) throw new Error('a table that does not add up');
  return values;
}

/**
 * Hidden counts of which everybody who adds up what is printed knows within fewer than k what they are, and that they may be small.
 * What is large and nearly known points at nobody.
 */
export function nearlyTold({ rows, totals, withheld }: Crossed, k: number): NearlyTold[] {
  if (withheld) return [];
  const hidden = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell === null ? [{ row, column }] : [])),
  );
  const left = rows.map(({ cells, total }) => (total ?? 0) - sum(cells));
  const room = totals.map((total, column) => (total ?? 0) - sum(rows.map(({ cells }) => cells[column] ?? 0)));
  const values = filled(hidden, left, room);
  const arcs = hidden.map(({ row, column }, i) => ({
    row,
    column,
    from: row,
    to: rows.length + column,
    value: values[i] ?? 0,
  }));
  return arcs.flatMap((arc) => {
    const { low, high } = intervalOf(arc, arcs);
    return high !== null && high - low < k && low < k
      ? [{ row: arc.row, column: arc.column, low, high }]
      : [];
  });
}
