import { type Graph, KIND_BITS, KIND_MASK, STOPS } from './graph.ts';

/** What must be back before: parts, hosts and the way there as much as what is depended on. */
const BEFORE = STOPS;

/** One thing to bring back. */
export interface Candidate {
  /** Whether it is brought back by itself; hosts, fleets and sites only carry what is. */
  readonly listed: boolean;
  readonly impact: number | null;
  readonly rtoMinutes: number | null;
  readonly confirmed: boolean;
}

export interface Placed {
  readonly node: number;
  /** Its own impact, or that of what needs it; null when nothing is known of either. */
  readonly impact: number | null;
  /** Which node lends it that impact; itself when it is its own. */
  readonly because: number;
  readonly needsOwner: boolean;
}

/** What must be back before this. */
function needsOf({ out: { start, ends } }: Graph, node: number): number[] {
  const found: number[] = [];
  for (let e = start[node] as number; e < (start[node + 1] as number); e += 1) {
    const packed = ends[e] as number;
    if ((BEFORE & (1 << (packed & KIND_MASK))) !== 0) found.push(packed >> KIND_BITS);
  }
  return found;
}

/** Strongly connected parts, those without open needs first (Tarjan, without recursion). */
function parts(graph: Graph): Int32Array[] {
  const index = new Int32Array(graph.count).fill(-1);
  const low = new Int32Array(graph.count);
  const onStack = new Uint8Array(graph.count);
  const stack: number[] = [];
  const found: Int32Array[] = [];
  let counter = 0;
  const { start, ends } = graph.out;
  for (let root = 0; root < graph.count; root += 1) {
    if (index[root] !== -1) continue;
    const work: [node: number, edge: number][] = [[root, start[root] as number]];
    index[root] = low[root] = counter++;
    stack.push(root);
    onStack[root] = 1;
    while (work.length > 0) {
      const frame = work.at(-1) as [number, number];
      const [v, e] = frame;
      if (e < (start[v + 1] as number)) {
        frame[1] = e + 1;
        const packed = ends[e] as number;
        const w = packed >> KIND_BITS;
        if ((BEFORE & (1 << (packed & KIND_MASK))) === 0) continue;
        if (index[w] === -1) {
          index[w] = low[w] = counter++;
          stack.push(w);
          onStack[w] = 1;
          work.push([w, start[w] as number]);
        } else if (onStack[w]) low[v] = Math.min(low[v] as number, index[w] as number);
        continue;
      }
      work.pop();
      const parent = work.at(-1)?.[0];
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[v] as number);
      if (low[v] !== index[v]) continue;
      const part: number[] = [];
      for (let w = stack.pop(); w !== undefined; w = stack.pop()) {
        onStack[w] = 0;
        part.push(w);
        if (w === v) break;
      }
      found.push(Int32Array.from(part));
    }
  }
  return found;
}

/** What urges a node: its own impact and recovery time, or those of what needs it. */
interface Urge {
  readonly impact: Int8Array;
  readonly because: Int32Array;
  readonly rto: Float64Array;
}

/** Hands impact and recovery time down from what needs to what is needed: the groups come needs first, so backwards. */
function urgeOf(graph: Graph, groups: readonly Int32Array[], of: readonly Candidate[]): Urge {
  const impact = Int8Array.from(of, (candidate) => candidate.impact ?? -1);
  const because = Int32Array.from(of, (_, node) => node);
  const rto = Float64Array.from(of, ({ rtoMinutes }) => rtoMinutes ?? Number.POSITIVE_INFINITY);
  const raise = (node: number, by: number): void => {
    if ((impact[node] as number) < (impact[by] as number)) {
      impact[node] = impact[by] as number;
      because[node] = because[by] as number;
    }
    rto[node] = Math.min(rto[node] as number, rto[by] as number);
  };
  for (let g = groups.length - 1; g >= 0; g -= 1) {
    const members = groups[g] as Int32Array;
    // What needs each other has the greatest impact and the shortest time of any of them.
    let top = members[0] as number;
    let soonest = top;
    for (const node of members) {
      if ((impact[node] as number) > (impact[top] as number)) top = node;
      if ((rto[node] as number) < (rto[soonest] as number)) soonest = node;
    }
    const shortest = rto[soonest] as number;
    for (const node of members) {
      raise(node, top);
      rto[node] = shortest;
    }
    for (const node of members) for (const needed of needsOf(graph, node)) raise(needed, node);
  }
  return { impact, because, rto };
}

/**
 * In which order to bring things back (C6-R2): what has the greatest effect on the business first, and before it all it
 * needs, through whatever carries it; then the shorter recovery time, then what its owner confirmed. What nobody rated is
 * listed where its needs put it and marked, never dropped.
 * @param of by node
 */
export function recoveryOrder(graph: Graph, of: readonly Candidate[]): Placed[] {
  const groups = parts(graph);
  const urge = urgeOf(graph, groups, of);
  return inOrder(graph, groups, of, urge)
    .filter((node) => of[node]?.listed)
    .map((node) => {
      const impact = urge.impact[node] as number;
      return {
        node,
        impact: impact < 0 ? null : impact,
        because: urge.because[node] as number,
        needsOwner: of[node]?.impact === null,
      };
    });
}

/** Takes, again and again, the most urgent group whose needs are all back. */
function inOrder(
  graph: Graph,
  groups: readonly Int32Array[],
  of: readonly Candidate[],
  { impact, rto }: Urge,
): number[] {
  const sooner = (a: number, b: number): number =>
    (impact[b] as number) - (impact[a] as number) ||
    compare(rto[a] as number, rto[b] as number) ||
    Number(of[b]?.confirmed) - Number(of[a]?.confirmed) ||
    a - b;
  const groupOf = new Int32Array(graph.count);
  for (const [g, members] of groups.entries()) {
    members.sort(sooner);
    for (const node of members) groupOf[node] = g;
  }
  const waits = new Int32Array(groups.length);
  const waiters = groups.map((): number[] => []);
  groups.forEach((members, g) => {
    const needs = new Set<number>();
    for (const node of members)
      for (const needed of needsOf(graph, node))
        if (groupOf[needed] !== g) needs.add(groupOf[needed] as number);
    waits[g] = needs.size;
    for (const need of needs) waiters[need]?.push(g);
  });
  const ready = new Heap((a, b) =>
    sooner((groups[a] as Int32Array)[0] as number, (groups[b] as Int32Array)[0] as number),
  );
  for (const g of groups.keys()) if (waits[g] === 0) ready.push(g);
  const order: number[] = [];
  for (let g = ready.pop(); g !== undefined; g = ready.pop()) {
    for (const node of groups[g] as Int32Array) order.push(node);
    for (const waiter of waiters[g] ?? []) {
      waits[waiter] = (waits[waiter] as number) - 1;
      if (waits[waiter] === 0) ready.push(waiter);
    }
  }
  return order;
}

/** Infinities are equal. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** A binary heap of numbers, the first in order on top. */
class Heap {
  readonly #items: number[] = [];
  readonly #order: (a: number, b: number) => number;

  constructor(order: (a: number, b: number) => number) {
    this.#order = order;
  }

  push(item: number): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    for (; at > 0; ) {
      const up = (at - 1) >> 1;
      if (this.#order(items[up] as number, item) <= 0) break;
      items[at] = items[up] as number;
      at = up;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= items.length) break;
      if (down + 1 < items.length && this.#order(items[down + 1] as number, items[down] as number) < 0)
        down += 1;
      if (this.#order(last, items[down] as number) <= 0) break;
      items[at] = items[down] as number;
      at = down;
    }
    items[at] = last;
    return top;
  }
}
