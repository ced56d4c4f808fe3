import { ASSET_KINDS, EDGE_KINDS, type EdgeKind, GAPS, type Gap, isRated } from './schema.ts';

/**
 * Neighbours as flat arrays: those of node i are at start[i] … start[i + 1], each as the neighbour and, in the lowest bits,
 * the kind of the edge. Together they are read from memory once; apart, a walk over millions would wait twice for each.
 */
interface Adjacency {
  readonly start: Int32Array;
  readonly ends: Int32Array;
}
const KIND_BITS = 3;
const KIND_MASK = (1 << KIND_BITS) - 1;

/** What depends on what, by index. Built once, asked many times, never changed. */
export interface Graph {
  readonly count: number;
  /** Index into ASSET_KINDS of each node. */
  readonly kinds: Uint8Array;
  readonly out: Adjacency;
  readonly in: Adjacency;
}

const bit = (kind: EdgeKind): number => 1 << EDGE_KINDS.indexOf(kind);
/** When the second of such an edge stops, the first stops too. */
const STOPS = bit('dependsOn') | bit('connectsThrough') | bit('composedOf') | bit('hostedOn');
/** A connection is open to both ends, whoever opens it. */
const CONNECTS = bit('connectsThrough');
/** What must be back before: parts, hosts and the way there as much as what is depended on. */
const BEFORE = STOPS;
const FLEET = ASSET_KINDS.indexOf('fleet');
const COMPOSED = EDGE_KINDS.indexOf('composedOf');

function adjacency(count: number, from: Int32Array, to: Int32Array, kind: Uint8Array): Adjacency {
  const start = new Int32Array(count + 1);
  for (let e = 0; e < from.length; e += 1)
    start[(from[e] as number) + 1] = (start[(from[e] as number) + 1] as number) + 1;
  for (let i = 0; i < count; i += 1) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
  const at = start.slice();
  const ends = new Int32Array(from.length);
  for (let e = 0; e < from.length; e += 1) {
    const slot = at[from[e] as number] as number;
    at[from[e] as number] = slot + 1;
    ends[slot] = ((to[e] as number) << KIND_BITS) | (kind[e] as number);
  }
  return { start, ends };
}

/**
 * Builds a graph in time linear in its size.
 * @param kinds index into ASSET_KINDS of each node
 * @param edges indices of nodes, and index into EDGE_KINDS of each edge
 */
export const buildGraph = (
  kinds: Uint8Array,
  edges: { readonly from: Int32Array; readonly to: Int32Array; readonly kind: Uint8Array },
): Graph => ({
  count: kinds.length,
  kinds,
  out: adjacency(kinds.length, edges.from, edges.to, edges.kind),
  in: adjacency(kinds.length, edges.to, edges.from, edges.kind),
});

/** What was reached, nearest first; `via[i]` is the node by which `order[i]` was reached. */
export interface Spread {
  readonly order: Int32Array;
  readonly via: Int32Array;
  readonly steps: Int32Array;
}

/**
 * Scratch space of one walk after another: a question that reaches little must not cost clearing what could be reached.
 * Walks never overlap, for nothing in them waits.
 */
class Scratch {
  /** One bit a node, so that what is seen stays in the nearest memory. */
  seen = new Uint32Array(0);
  order = new Int32Array(0);
  via = new Int32Array(0);
  steps = new Int32Array(0);

  fit(count: number): void {
    if (this.order.length >= count) return;
    this.seen = new Uint32Array((count >> 5) + 1);
    this.order = new Int32Array(count);
    this.via = new Int32Array(count);
    this.steps = new Int32Array(count);
  }
}
const scratch = new Scratch();

/** Which edges a walk follows: kinds by bit, and whether a fleet is reached from what it is composed of. */
interface Follows {
  readonly kinds: number;
  readonly intoFleets: boolean;
}

function walk(
  graph: Graph,
  start: number,
  sides: readonly Adjacency[],
  { kinds, intoFleets }: Follows,
  blocked = -1,
): Spread {
  scratch.fit(graph.count);
  const { seen, order, via, steps } = scratch;
  const mark = (node: number): void => {
    seen[node >> 5] = (seen[node >> 5] as number) | (1 << (node & 31));
  };
  const clear = (node: number): void => {
    seen[node >> 5] = 0;
  };
  if (blocked >= 0) mark(blocked);
  mark(start);
  order[0] = start;
  via[0] = -1;
  steps[0] = 0;
  let end = 1;
  for (let at = 0; at < end; at += 1) {
    const node = order[at] as number;
    const next = (steps[at] as number) + 1;
    for (const { start: starts, ends } of sides) {
      const last = starts[node + 1] as number;
      for (let e = starts[node] as number; e < last; e += 1) {
        const packed = ends[e] as number;
        const other = packed >> KIND_BITS;
        const word = seen[other >> 5] as number;
        const own = 1 << (other & 31);
        const kind = packed & KIND_MASK;
        if ((word & own) !== 0 || (kinds & (1 << kind)) === 0) continue;
        if (!intoFleets && kind === COMPOSED && graph.kinds[other] === FLEET) continue;
        seen[other >> 5] = word | own;
        order[end] = other;
        via[end] = node;
        steps[end] = next;
        end += 1;
      }
    }
  }
  for (let at = 0; at < end; at += 1) clear(order[at] as number);
  if (blocked >= 0) clear(blocked);
  return { order: order.slice(1, end), via: via.slice(1, end), steps: steps.slice(1, end) };
}

const CONNECTIONS: Follows = { kinds: CONNECTS, intoFleets: true };

/** Everything that stops when this stops (C3-E2). One host does not stop its fleet: that is counted, not propagated. */
export const whatStops = (graph: Graph, node: number): Spread =>
  walk(graph, node, [graph.in], { kinds: STOPS, intoFleets: false });

/** Everything that can be reached over connections, in either direction (C1-B1). */
export const whatIsReached = (graph: Graph, node: number): Spread =>
  walk(graph, node, [graph.out, graph.in], CONNECTIONS);

/** Everything whose way leads through this relay (C9-S1). */
export const whatIsBehind = (graph: Graph, relay: number): Spread =>
  walk(graph, relay, [graph.in], CONNECTIONS);

/**
 * What lies on every connection between two things, in order from the first: with any of these cut, they are apart.
 * @returns undefined when they are not connected at all
 */
export function gatesBetween(graph: Graph, from: number, to: number): number[] | undefined {
  const both = [graph.out, graph.in];
  const { order, via } = walk(graph, from, both, CONNECTIONS);
  const viaOf = new Map<number, number>();
  for (const [i, node] of order.entries()) viaOf.set(node, via[i] as number);
  if (!viaOf.has(to)) return undefined;
  const path: number[] = [];
  for (let node = viaOf.get(to) as number; node !== from; node = viaOf.get(node) as number)
    path.unshift(node);
  return path.filter((gate) => !walk(graph, from, both, CONNECTIONS, gate).order.includes(to));
}

/** One thing to bring back. */
export interface Candidate {
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
function parts(graph: Graph, included: Uint8Array): Int32Array[] {
  const index = new Int32Array(graph.count).fill(-1);
  const low = new Int32Array(graph.count);
  const onStack = new Uint8Array(graph.count);
  const stack: number[] = [];
  const found: Int32Array[] = [];
  let counter = 0;
  const { start, ends } = graph.out;
  for (let root = 0; root < graph.count; root += 1) {
    if (!included[root] || index[root] !== -1) continue;
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
        if (!included[w] || (BEFORE & (1 << (packed & KIND_MASK))) === 0) continue;
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

/**
 * In which order to bring things back (C6-R2): what has the greatest effect on the business first, and before it all it
 * needs; then the shorter recovery time, then what its owner confirmed. What nobody rated is listed where its needs put
 * it and marked, never dropped.
 * @param of by node; nodes that are undefined (hosts, say) are left out
 */
export function recoveryOrder(graph: Graph, of: readonly (Candidate | undefined)[]): Placed[] {
  const included = Uint8Array.from(of, (candidate) => (candidate ? 1 : 0));
  const groups = parts(graph, included);
  const groupOf = new Int32Array(graph.count).fill(-1);
  for (const [g, members] of groups.entries()) for (const node of members) groupOf[node] = g;
  const impact: (number | null)[] = of.map((candidate) => candidate?.impact ?? null);
  const because = Int32Array.from(of, (_, node) => node);
  const raise = (node: number, to: number | null, from: number): void => {
    if (to === null || (impact[node] ?? -1) >= to) return;
    impact[node] = to;
    because[node] = from;
  };
  // From what needs to what is needed: the groups come needs first, so backwards.
  for (let g = groups.length - 1; g >= 0; g -= 1) {
    const members = groups[g] as Int32Array;
    const top = members.reduce(
      (best, node) => ((impact[node] ?? -1) > (impact[best] ?? -1) ? node : best),
      members[0] as number,
    );
    for (const node of members) raise(node, impact[top] ?? null, because[top] as number);
    for (const node of members)
      for (const needed of needsOf(graph, node))
        if (included[needed]) raise(needed, impact[node] ?? null, because[node] as number);
  }
  return inOrder(graph, groups, groupOf, of, impact).map((node) => ({
    node,
    impact: impact[node] ?? null,
    because: because[node] as number,
    needsOwner: of[node]?.impact === null,
  }));
}

/** Takes, again and again, the most urgent group whose needs are all back. */
function inOrder(
  graph: Graph,
  groups: readonly Int32Array[],
  groupOf: Int32Array,
  of: readonly (Candidate | undefined)[],
  impact: readonly (number | null)[],
): number[] {
  const urgency = (node: number): readonly number[] => [
    -(impact[node] ?? -1),
    of[node]?.rtoMinutes ?? Number.MAX_SAFE_INTEGER,
    of[node]?.confirmed ? 0 : 1,
    node,
  ];
  const before = (a: readonly number[], b: readonly number[]): number => {
    for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
    return 0;
  };
  const keyOf = groups.map((members) => Array.from(members, urgency).sort(before)[0] as readonly number[]);
  const waits = groups.map(() => 0);
  const waiters = groups.map((): number[] => []);
  groups.forEach((members, g) => {
    const needs = new Set<number>();
    for (const node of members)
      for (const needed of needsOf(graph, node)) {
        const other = groupOf[needed] as number;
        if (other >= 0 && other !== g) needs.add(other);
      }
    waits[g] = needs.size;
    for (const need of needs) waiters[need]?.push(g);
  });
  const ready = groups.flatMap((_, g) => (waits[g] === 0 ? [g] : []));
  const order: number[] = [];
  while (ready.length > 0) {
    let best = 0;
    for (let i = 1; i < ready.length; i += 1)
      if (before(keyOf[ready[i] as number] as number[], keyOf[ready[best] as number] as number[]) < 0)
        best = i;
    const [g] = ready.splice(best, 1) as [number];
    order.push(...Array.from(groups[g] as Int32Array).sort((a, b) => before(urgency(a), urgency(b))));
    for (const waiter of waiters[g] ?? []) {
      waits[waiter] = (waits[waiter] as number) - 1;
      if (waits[waiter] === 0) ready.push(waiter);
    }
  }
  return order;
}

/** What a system's entry lacks (C6-L1); hosts and fleets are not asked. */
export function gapsOf(entry: {
  readonly kind: string;
  readonly unitId: string | null;
  readonly impact: number | null;
  readonly rtoMinutes: number | null;
  readonly degree: number;
}): Gap[] {
  if (!isRated(entry.kind)) return [];
  return [
    ...(entry.unitId === null ? (['owner'] as const) : []),
    ...(entry.impact === null ? (['impact'] as const) : []),
    ...(entry.rtoMinutes === null ? (['rto'] as const) : []),
    ...(entry.degree === 0 ? (['dependency'] as const) : []),
  ];
}

/** Filled of asked, over all entries that are asked; the denominator says how much the score stands on. */
export function completeness(entries: readonly Parameters<typeof gapsOf>[0][]): {
  filled: number;
  asked: number;
} {
  const asked = entries.filter(({ kind }) => isRated(kind)).length * GAPS.length;
  const missing = entries.reduce((sum, entry) => sum + gapsOf(entry).length, 0);
  return { filled: asked - missing, asked };
}
