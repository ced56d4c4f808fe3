import { ASSET_KINDS, EDGE_KINDS, type EdgeKind } from './schema.ts';

/**
 * Neighbours as flat arrays: those of node i are at start[i] … start[i + 1], each as the neighbour and, in the lowest bits,
 * the kind of the edge. Together they are read from memory once; apart, a walk over millions would wait twice for each.
 */
interface Adjacency {
  readonly start: Int32Array;
  readonly ends: Int32Array;
}
export const KIND_BITS = 3;
export const KIND_MASK = (1 << KIND_BITS) - 1;

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
export const STOPS = bit('dependsOn') | bit('connectsThrough') | bit('composedOf') | bit('hostedOn');
/** A connection is open to both ends, whoever opens it. */
const CONNECTS = bit('connectsThrough');
const FLEET = ASSET_KINDS.indexOf('fleet');
const COMPOSED = EDGE_KINDS.indexOf('composedOf');
/** Of a system: what it is composed of, and what that runs on. */
const MADE_OF = bit('composedOf') | bit('hostedOn');
const SITE = ASSET_KINDS.indexOf('site');

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
  /** One bit a node, so that what is seen stays in the nearest memory; and the same for the step before. */
  seen = new Uint32Array(0);
  front = new Uint32Array(0);
  order = new Int32Array(0);
  via = new Int32Array(0);
  steps = new Int32Array(0);

  fit(count: number): void {
    if (this.order.length >= count) return;
    this.seen = new Uint32Array((count >> 5) + 1);
    this.front = new Uint32Array((count >> 5) + 1);
    this.order = new Int32Array(count);
    this.via = new Int32Array(count);
    this.steps = new Int32Array(count);
  }
}
const scratch = new Scratch();

const mark = (bits: Uint32Array, node: number): void => {
  bits[node >> 5] = (bits[node >> 5] as number) | (1 << (node & 31));
};

/** Which edges a walk follows: kinds by bit, and whether a fleet is reached from what it is composed of. */
interface Follows {
  readonly kinds: number;
  readonly intoFleets: boolean;
}
type Side = 'in' | 'out';
const OTHER: Record<Side, Side> = { in: 'out', out: 'in' };
/** From this share of all nodes on, a step asks what is left whether it is reached, instead of asking those reached. */
const WIDE = 1 / 24;

function walk(graph: Graph, start: number, sides: readonly Side[], follows: Follows, blocked = -1): Spread {
  scratch.fit(graph.count);
  const { seen, order, via, steps } = scratch;
  if (blocked >= 0) mark(seen, blocked);
  mark(seen, start);
  order[0] = start;
  via[0] = -1;
  steps[0] = 0;
  let from = 0;
  let end = 1;
  for (let step = 1; from < end; step += 1) {
    const wide = end - from > graph.count * WIDE;
    const reached = wide ? pull(graph, sides, follows, from, end) : push(graph, sides, follows, from, end);
    steps.fill(step, end, reached);
    from = end;
    end = reached;
  }
  if (end > graph.count >> 5) seen.fill(0, 0, (graph.count >> 5) + 1);
  else for (let at = 0; at < end; at += 1) seen[(order[at] as number) >> 5] = 0;
  if (blocked >= 0) seen[blocked >> 5] = 0;
  return { order: order.slice(1, end), via: via.slice(1, end), steps: steps.slice(1, end) };
}

/** One step outwards from what was reached last (`from` to `end` of the order). @returns the new end */
function push(graph: Graph, sides: readonly Side[], follows: Follows, from: number, end: number): number {
  const { seen, order, via } = scratch;
  const { kinds, intoFleets } = follows;
  let last = end;
  for (let at = from; at < end; at += 1) {
    const node = order[at] as number;
    for (const side of sides) {
      const { start, ends } = graph[side];
      const stop = start[node + 1] as number;
      for (let e = start[node] as number; e < stop; e += 1) {
        const packed = ends[e] as number;
        const other = packed >> KIND_BITS;
        const word = seen[other >> 5] as number;
        const own = 1 << (other & 31);
        const kind = packed & KIND_MASK;
        if ((word & own) !== 0 || (kinds & (1 << kind)) === 0) continue;
        if (!intoFleets && kind === COMPOSED && graph.kinds[other] === FLEET) continue;
        seen[other >> 5] = word | own;
        order[last] = other;
        via[last] = node;
        last += 1;
      }
    }
  }
  return last;
}

/**
 * The same step from the other end (Beamer and others, «Direction-optimizing breadth-first search», 2012): memory is read
 * in its order, and each node not reached yet stops looking at the first neighbour that was. @returns the new end
 */
function pull(graph: Graph, sides: readonly Side[], follows: Follows, from: number, end: number): number {
  const { seen, front, order, via } = scratch;
  const { kinds, intoFleets } = follows;
  for (let at = from; at < end; at += 1) mark(front, order[at] as number);
  let last = end;
  for (let node = 0; node < graph.count; node += 1) {
    if ((node & 31) === 0 && seen[node >> 5] === 0xffffffff) {
      node += 31;
      continue;
    }
    if (((seen[node >> 5] as number) & (1 << (node & 31))) !== 0) continue;
    const fleet = !intoFleets && graph.kinds[node] === FLEET;
    const by = reachedBy(graph, sides, node, fleet ? kinds & ~(1 << COMPOSED) : kinds, front);
    if (by < 0) continue;
    order[last] = node;
    via[last] = by;
    last += 1;
  }
  for (let at = from; at < end; at += 1) front[(order[at] as number) >> 5] = 0;
  // Only now: what is reached in this step is reached from the last one alone.
  for (let at = end; at < last; at += 1) mark(seen, order[at] as number);
  return last;
}

function reachedBy(
  graph: Graph,
  sides: readonly Side[],
  node: number,
  kinds: number,
  front: Uint32Array,
): number {
  for (const side of sides) {
    const { start, ends } = graph[OTHER[side]];
    const stop = start[node + 1] as number;
    for (let e = start[node] as number; e < stop; e += 1) {
      const packed = ends[e] as number;
      const other = packed >> KIND_BITS;
      const isFront = ((front[other >> 5] as number) & (1 << (other & 31))) !== 0;
      if (isFront && (kinds & (1 << (packed & KIND_MASK))) !== 0) return other;
    }
  }
  return -1;
}

const CONNECTIONS: Follows = { kinds: CONNECTS, intoFleets: true };

/** Everything that stops when this stops (C3-E2). One host does not stop its fleet: that is counted, not propagated. */
export const whatStops = (graph: Graph, node: number): Spread =>
  walk(graph, node, ['in'], { kinds: STOPS, intoFleets: false });

/** Everything that can be reached over connections, in either direction (C1-B1). */
export const whatIsReached = (graph: Graph, node: number): Spread =>
  walk(graph, node, ['out', 'in'], CONNECTIONS);

/** Everything whose way leads through this relay (C9-S1). */
export const whatIsBehind = (graph: Graph, relay: number): Spread => walk(graph, relay, ['in'], CONNECTIONS);

/** What a system or fleet is made of and runs on; of a site, what stands there (C1-R5: every host of a system). */
export const whatItIsMadeOf = (graph: Graph, node: number): Spread =>
  graph.kinds[node] === SITE
    ? walk(graph, node, ['in'], { kinds: bit('hostedOn'), intoFleets: true })
    : walk(graph, node, ['out'], { kinds: MADE_OF, intoFleets: true });

/**
 * What lies on every connection between two things, in order from the first: with any of these cut, they are apart.
 * @returns undefined when they are not connected at all
 */
export function gatesBetween(graph: Graph, from: number, to: number): number[] | undefined {
  const both = ['out', 'in'] as const;
  const { order, via } = walk(graph, from, both, CONNECTIONS);
  const viaOf = new Map<number, number>();
  for (const [i, node] of order.entries()) viaOf.set(node, via[i] as number);
  if (!viaOf.has(to)) return undefined;
  const path: number[] = [];
  for (let node = viaOf.get(to) as number; node !== from; node = viaOf.get(node) as number)
    path.unshift(node);
  return path.filter((gate) => !walk(graph, from, both, CONNECTIONS, gate).order.includes(to));
}
