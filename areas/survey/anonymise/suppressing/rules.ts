/**
 * A table of counts whose last row and column are totals. Every cell, totals too, is an arc of one circulation: from its row to
 * its column, totals the other way round. What flows into a node flows out of it, which is what adding up means; so the least
 * and the most a hidden cell can be, given all that is published, are found by pushing flow around, exactly and in whole numbers.
 */
export interface Table {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
}

export interface Interval {
  readonly low: number;
  /** Null where nothing that is published bounds it. */
  readonly high: number | null;
}

export interface HiddenCell extends Interval {
  readonly row: number;
  readonly column: number;
  /** Small itself, or hidden so that a small one cannot be worked out. */
  readonly why: 'small' | 'beside';
}

export type Suppressed =
  | { readonly ok: true; readonly hidden: readonly HiddenCell[] }
  | { readonly ok: false; readonly open: readonly HiddenCell[] };

/** Rows and columns that do not add up, by their headings. */
export function sumFaults({ rows, columns, cells }: Table): string[] {
  const lastRow = rows.length - 1;
  const lastColumn = columns.length - 1;
  const at = (row: number, column: number): number => cells[row]?.[column] ?? 0;
  const wrongRows = rows.flatMap((name, row) => {
    const sum = columns.slice(0, -1).reduce((all, _, column) => all + at(row, column), 0);
    return sum === at(row, lastColumn) ? [] : [`row ${name}: ${sum}, not ${at(row, lastColumn)}`];
  });
  const wrongColumns = columns.flatMap((name, column) => {
    const sum = rows.slice(0, -1).reduce((all, _, row) => all + at(row, column), 0);
    return sum === at(lastRow, column) ? [] : [`column ${name}: ${sum}, not ${at(lastRow, column)}`];
  });
  return [...wrongRows, ...wrongColumns];
}

interface Arc {
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

function arcsOf({ rows, columns, cells }: Table): Arc[] {
  return cells.flatMap((values, row) =>
    values.map((value, column): Arc => {
      const [rowNode, columnNode] = [row, rows.length + column];
      // An inner cell and the grand total run from row to column, other totals back.
      const forward = (row === rows.length - 1) === (column === columns.length - 1);
      return { row, column, value, from: forward ? rowNode : columnNode, to: forward ? columnNode : rowNode };
    }),
  );
}

/** How much more can be pushed from one node to another along arcs that may change; at most `most`. */
function pushed(arcs: readonly Arc[], from: number, to: number, most: number): number {
  const flow = arcs.map(() => 0);
  const room = (i: number, back: boolean): number =>
    back ? (arcs[i]?.value ?? 0) + (flow[i] ?? 0) : Number.POSITIVE_INFINITY;
  let total = 0;
  while (total < most) {
    const came = new Map<number, { readonly arc: number; readonly back: boolean; readonly node: number }>();
    const queue = [from];
    for (let node = queue.shift(); node !== undefined && !came.has(to); node = queue.shift())
      for (const [i, arc] of arcs.entries())
        for (const back of [false, true]) {
          const [start, end] = back ? [arc.to, arc.from] : [arc.from, arc.to];
          if (start !== node || end === from || came.has(end) || room(i, back) <= 0) continue;
          came.set(end, { arc: i, back, node });
          queue.push(end);
        }
    if (!came.has(to)) return total;
    let most1 = most - total;
    const path: { arc: number; back: boolean }[] = [];
    for (let node = to; node !== from; ) {
      const step = came.get(node);
      if (!step) return total;
      path.push(step);
      most1 = Math.min(most1, room(step.arc, step.back));
      node = step.node;
    }
    for (const { arc, back } of path) flow[arc] = (flow[arc] ?? 0) + (back ? -most1 : most1);
    total += most1;
    if (!Number.isFinite(total)) return total;
  }
  return total;
}

/** The least and the most a hidden cell can be for whoever knows all that is published. */
export function intervalOf(arc: Arc, hidden: readonly Arc[]): Interval {
  const others = hidden.filter((each) => each !== arc);
  const more = pushed(others, arc.to, arc.from, Number.POSITIVE_INFINITY);
  const less = pushed(others, arc.from, arc.to, arc.value);
  return { low: arc.value - less, high: Number.isFinite(more) ? arc.value + more : null };
}

const isWide = ({ low, high }: Interval, k: number): boolean => high === null || high - low >= k;

/** What it costs to hide a cell that could be published: totals are missed most, then large counts; a zero hides little. */
function costOf(arc: Arc, { rows, columns }: Table): number {
  const inTotals = (arc.row === rows.length - 1 ? 1 : 0) + (arc.column === columns.length - 1 ? 1 : 0);
  return (arc.value === 0 ? 50 : 1 + Math.log2(arc.value + 1)) + inTotals * 1_000;
}

/** The cheapest way round from one node to another along which `need` can be moved; the arcs on it that were published. */
function cheapest(
  arcs: readonly Arc[],
  hidden: ReadonlySet<Arc>,
  table: Table,
  target: { arc: Arc; from: number; to: number },
  need: number,
): Arc[] | undefined {
  const nodes = table.rows.length + table.columns.length;
  const cost = Array.from({ length: nodes }, () => Number.POSITIVE_INFINITY);
  const came: ({ readonly arc: Arc; readonly node: number } | undefined)[] = [];
  cost[target.from] = 0;
  for (let round = 0; round < nodes; round++)
    for (const arc of arcs) {
      if (arc === target.arc) continue;
      const price = hidden.has(arc) ? 0 : costOf(arc, table);
      const relax = (from: number, to: number): void => {
        const sum = (cost[from] ?? Number.POSITIVE_INFINITY) + price;
        if (to === target.from || sum >= (cost[to] ?? Number.POSITIVE_INFINITY)) return;
        cost[to] = sum;
        came[to] = { arc, node: from };
      };
      relax(arc.from, arc.to);
      if (arc.value >= need) relax(arc.to, arc.from);
    }
  const taken: Arc[] = [];
  for (let node = target.to; node !== target.from; ) {
    const step = came[node];
    if (!step) return undefined;
    if (!hidden.has(step.arc)) taken.push(step.arc);
    node = step.node;
  }
  return taken;
}

/** What was hidden on the way and is not needed in the end is published after all, the dearest first. */
function withoutNeedless(hidden: Set<Arc>, small: ReadonlySet<Arc>, table: Table, k: number): void {
  const beside = [...hidden].filter((arc) => !small.has(arc));
  for (const arc of beside.toSorted((a, b) => costOf(b, table) - costOf(a, table))) {
    hidden.delete(arc);
    const left = [...hidden];
    if (!left.every((each) => isWide(intervalOf(each, left), k))) hidden.add(arc);
  }
}

/**
 * Hides what is small, and beside it what is needed so that no hidden cell can be narrowed down to fewer than `k` steps.
 * A zero is published, for it counts no one; it is hidden only where nothing else serves.
 */
export function suppress(table: Table, k: number): Suppressed {
  const arcs = arcsOf(table);
  const small = new Set(arcs.filter(({ value }) => value > 0 && value < k));
  const hidden = new Set(small);
  const seen = (): HiddenCell[] =>
    arcs
      .filter((arc) => hidden.has(arc))
      .map((arc) => ({
        row: arc.row,
        column: arc.column,
        ...intervalOf(arc, [...hidden]),
        why: small.has(arc) ? ('small' as const) : ('beside' as const),
      }));
  // Each round hides one more at least, so that it ends.
  for (;;) {
    const narrow = arcs.find((arc) => hidden.has(arc) && !isWide(intervalOf(arc, [...hidden]), k));
    if (!narrow) {
      withoutNeedless(hidden, small, table, k);
      return { ok: true, hidden: seen() };
    }
    const ways = [k, Math.ceil(k / 2), 1].flatMap((need) => {
      const up = cheapest(arcs, hidden, table, { arc: narrow, from: narrow.to, to: narrow.from }, need);
      const down = cheapest(arcs, hidden, table, { arc: narrow, from: narrow.from, to: narrow.to }, need);
      return [up, down].filter((way) => way !== undefined && way.length > 0) as Arc[][];
    });
    const [way] = ways;
    const rest = arcs.filter((arc) => !hidden.has(arc));
    if (!way && rest.length === 0) return { ok: false, open: seen().filter((each) => !isWide(each, k)) };
    // Where no way round is left to open, the cheapest of what is published goes.
    for (const arc of way ?? [rest.toSorted((a, b) => costOf(a, table) - costOf(b, table))[0]])
      if (arc) hidden.add(arc);
  }
}
