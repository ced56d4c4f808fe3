/** A table of counts: rows of cells, all of equal length. */
export type Counts = readonly (readonly number[])[];
/** Which cells are not to be shown. */
export type Hidden = readonly (readonly boolean[])[];
/** Decides what of a table is hidden, where rows identify and everybody sees the totals of rows and columns. */
export type Hide = (cells: Counts, k: number) => Hidden;

interface Cell {
  readonly row: number;
  readonly column: number;
}

const at = (cells: Counts, row: number, column: number): number => cells[row]?.[column] ?? 0;
const isHidden = (hidden: Hidden, row: number, column: number): boolean => hidden[row]?.[column] === true;

/**
 * Whether a hidden cell could be one larger with every total as it is: a way around through other hidden cells, down one,
 * up one, of which those that go down hold something.
 */
function mayGrow(cells: Counts, hidden: Hidden, { row, column }: Cell): boolean {
  const columns = cells[0]?.length ?? 0;
  const seen = new Set([column]);
  const waiting = [column];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
    for (let by = 0; by < cells.length; by += 1) {
      if (!isHidden(hidden, by, from) || at(cells, by, from) === 0) continue;
      if (by === row) {
        if (from !== column) return true;
        continue;
      }
      for (let to = 0; to < columns; to += 1)
        if (to !== from && isHidden(hidden, by, to) && !seen.has(to)) {
          seen.add(to);
          waiting.push(to);
        }
    }
  return false;
}

/** The same the other way: it is one smaller, another of its row one larger. */
function mayShrink(cells: Counts, hidden: Hidden, { row, column }: Cell): boolean {
  if (at(cells, row, column) === 0) return false;
  const columns = cells[0]?.length ?? 0;
  const starts = Array.from({ length: columns }, (_, to) => to).filter(
    (to) => to !== column && isHidden(hidden, row, to),
  );
  const seen = new Set(starts);
  for (let from = starts.pop(); from !== undefined; from = starts.pop())
    for (let by = 0; by < cells.length; by += 1) {
      if (by === row || !isHidden(hidden, by, from) || at(cells, by, from) === 0) continue;
      if (isHidden(hidden, by, column)) return true;
      for (let to = 0; to < columns; to += 1)
        if (to !== column && to !== from && isHidden(hidden, by, to) && !seen.has(to)) {
          seen.add(to);
          starts.push(to);
        }
    }
  return false;
}

/** Hidden cells whose count follows from the totals and the cells that are shown, whatever else is hidden. */
export const computable = (cells: Counts, hidden: Hidden): Cell[] =>
  cells.flatMap((line, row) =>
    line.flatMap((_, column) =>
      isHidden(hidden, row, column) &&
      !mayGrow(cells, hidden, { row, column }) &&
      !mayShrink(cells, hidden, { row, column })
        ? [{ row, column }]
        : [],
    ),
  );

/** The least that makes a cell uncertain: three more cells of a rectangle, of which the opposite one holds something. */
function rectangle(cells: Counts, hidden: boolean[][], { row, column }: Cell): Cell[] | undefined {
  let best: { readonly cost: number; readonly cells: Cell[] } | undefined;
  const cost = (one: number, other: number): number =>
    hidden[one]?.[other] === true ? 0 : 1 + at(cells, one, other);
  for (const [otherRow, line] of cells.entries())
    for (const [otherColumn, opposite] of line.entries()) {
      if (otherRow === row || otherColumn === column || opposite === 0) continue;
      const total = cost(otherRow, otherColumn) + cost(row, otherColumn) + cost(otherRow, column);
      if (!best || total < best.cost)
        best = {
          cost: total,
          cells: [
            { row: otherRow, column: otherColumn },
            { row, column: otherColumn },
            { row: otherRow, column },
          ],
        };
    }
  return best?.cells;
}

/**
 * Hides counts from 1 to k − 1, and as many others as keep each of them from being worked out. Nothing is left of a table
 * in which that cannot be done: one row or one column holds everything.
 */
export const hideSmall: Hide = (cells, k) => {
  const hidden = cells.map((line) => line.map((count) => count > 0 && count < k));
  const all = () => cells.map((line) => line.map(() => true));
  for (let open = computable(cells, hidden); open.length > 0; open = computable(cells, hidden)) {
    // A cell that was hidden for another may be worked out: it was shown to be harmless, and hides nothing then.
    const [first] = open.filter(({ row, column }) => {
      const count = at(cells, row, column);
      return count > 0 && count < k;
    });
    if (!first) return hidden;
    const more = rectangle(cells, hidden, first);
    if (!more) return all();
    for (const { row, column } of more) {
      const line = hidden[row];
      if (line) line[column] = true;
    }
  }
  return hidden;
};
