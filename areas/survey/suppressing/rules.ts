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

/** Along which arcs something can be pushed out of each node: forth without an end, back as much as the arc holds. */
class Flow {
  readonly #arcs: readonly Arc[];
  readonly #ways = new Map<number, { readonly arc: number; readonly back: boolean; readonly to: number }[]>();

  constructor(arcs: readonly Arc[]) {
    this.#arcs = arcs;
    for (const [arc, { from, to }] of arcs.entries()) {
      this.#add(from, { arc, back: false, to });
      this.#add(to, { arc, back: true, to: from });
    }
  }

  #add(node: number, way: { arc: number; back: boolean; to: number }): void {
    const ways = this.#ways.get(node);
    if (ways) ways.push(way);
    else this.#ways.set(node, [way]);
  }

  /** How much can be pushed from one node to another along arcs that may change, without one of them; at most `most`. */
  pushed(without: Arc, from: number, to: number, most: number): number {
    const flow = new Float64Array(this.#arcs.length);
    const room = (arc: number, back: boolean): number =>
      back ? (this.#arcs[arc]?.value ?? 0) + (flow[arc] ?? 0) : Number.POSITIVE_INFINITY;
    let total = 0;
    while (total < most) {
      const came = new Map<number, { readonly arc: number; readonly back: boolean; readonly node: number }>();
      const queue = [from];
      for (let at = 0; at < queue.length && !came.has(to); at += 1) {
        const node = queue[at] ?? from;
        for (const { arc, back, to: end } of this.#ways.get(node) ?? []) {
          if (this.#arcs[arc] === without || end === from || came.has(end) || room(arc, back) <= 0) continue;
          came.set(end, { arc, back, node });
          queue.push(end);
        }
      }
      if (!came.has(to)) return total;
      let step = most - total;
      const path: { arc: number; back: boolean }[] = [];
      for (let node = to; node !== from; ) {
        const last = came.get(node);
        if (!last) return total;
        path.push(last);
        step = Math.min(step, room(last.arc, last.back));
        node = last.node;
      }
      for (const { arc, back } of path) flow[arc] = (flow[arc] ?? 0) + (back ? -step : step);
      total += step;
      if (!Number.isFinite(total)) return total;
    }
    return total;
  }
}

/** The least and the most a hidden cell can be for whoever knows all that is published. */
export function intervalOf(arc: Arc, hidden: readonly Arc[]): Interval {
  const flow = new Flow(hidden);
  const more = flow.pushed(arc, arc.to, arc.from, Number.POSITIVE_INFINITY);
  const less = flow.pushed(arc, arc.from, arc.to, arc.value);
  return { low: arc.value - less, high: Number.isFinite(more) ? arc.value + more : null };
}

/** Whether a hidden cell is left at least so many steps; no more is looked for than that. */
const isWide = (flow: Flow, arc: Arc, steps: number): boolean => {
  const more = flow.pushed(arc, arc.to, arc.from, steps);
  return (
    more >= steps || more + flow.pushed(arc, arc.from, arc.to, Math.min(arc.value, steps - more)) >= steps
  );
};

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
function withoutNeedless(
  hidden: Set<Arc>,
  small: ReadonlySet<Arc>,
  table: Table,
  steps: (arc: Arc) => number,
): void {
  const beside = [...hidden].filter((arc) => !small.has(arc));
  for (const arc of beside.toSorted((a, b) => costOf(b, table) - costOf(a, table))) {
    hidden.delete(arc);
    const flow = new Flow([...hidden]);
    if (![...hidden].every((each) => isWide(flow, each, steps(each)))) hidden.add(arc);
  }
}

/** Ways to open a hidden cell, one worked out after the other: those along which much can be moved first. */
function* waysFor(
  arcs: readonly Arc[],
  hidden: ReadonlySet<Arc>,
  table: Table,
  arc: Arc,
  k: number,
): Generator<Arc[]> {
  for (const need of [k, Math.ceil(k / 2), 1])
    for (const [from, to] of [
      [arc.to, arc.from],
      [arc.from, arc.to],
    ] as const) {
      const way = cheapest(arcs, hidden, table, { arc, from, to }, need);
      if (way && way.length > 0) yield way;
    }
}

/**
 * Hides what is small, and beside it what is needed so that no hidden cell can be narrowed down to fewer than `k` steps.
 * A zero is published, for it counts no one; it is hidden only where nothing else serves. Totals that are published
 * elsewhere are `fixed`: none is hidden, and a cell is left as many steps as its totals allow where those are fewer.
 */
export function suppress(table: Table, k: number, totals: 'hidden too' | 'fixed' = 'hidden too'): Suppressed {
  const [lastRow, lastColumn] = [table.rows.length - 1, table.columns.length - 1];
  const fixed = totals === 'fixed';
  const arcs = arcsOf(table).filter(({ row, column }) => !fixed || (row < lastRow && column < lastColumn));
  const total = (row: number, column: number): number => table.cells[row]?.[column] ?? 0;
  const steps = ({ row, column }: Arc): number =>
    fixed ? Math.min(k, total(row, lastColumn), total(lastRow, column)) : k;
  const small = new Set(arcs.filter(({ value }) => value > 0 && value < k));
  const hidden = new Set(small);
  const shown = (arc: Arc): HiddenCell => ({
    row: arc.row,
    column: arc.column,
    ...intervalOf(arc, [...hidden]),
    why: small.has(arc) ? ('small' as const) : ('beside' as const),
  });
  const among = () => arcs.filter((arc) => hidden.has(arc));
  // Each round hides one more at least, so that it ends.
  for (;;) {
    const flow = new Flow([...hidden]);
    const isNarrow = (arc: Arc): boolean => !isWide(flow, arc, steps(arc));
    const narrow = among().find(isNarrow);
    if (!narrow) {
      withoutNeedless(hidden, small, table, steps);
      return { ok: true, hidden: among().map(shown) };
    }
    const [way] = waysFor(arcs, hidden, table, narrow, steps(narrow));
    const rest = arcs.filter((arc) => !hidden.has(arc));
    if (!way && rest.length === 0) return { ok: false, open: among().filter(isNarrow).map(shown) };
    // Where no way round is left to open, the cheapest of what is published goes.
    for (const arc of way ?? [rest.toSorted((a, b) => costOf(a, table) - costOf(b, table))[0]])
      if (arc) hidden.add(arc);
  }
}

/** Which inner cells of a table with totals that everybody sees are hidden; undefined where nothing of it can be shown. */
export function hideWithin(inner: readonly (readonly number[])[], k: number): boolean[][] | undefined {
  const sum = (list: readonly number[]): number => list.reduce((all, each) => all + each, 0);
  const rows = inner.map((line) => [...line, sum(line)]);
  const totals = (rows[0] ?? []).map((_, column) => sum(rows.map((line) => line[column] ?? 0)));
  const result = suppress({ rows: [...rows.keys(), ''].map(String), columns: totals.map(String), cells: [...rows, totals] }, k, 'fixed'); // biome-ignore format: one line
  if (!result.ok) return undefined;
  const hidden = inner.map((line) => line.map(() => false));
  for (const { row, column } of result.hidden) {
    const line = hidden[row];
    if (line) line[column] = true;
  }
  return hidden;
}
