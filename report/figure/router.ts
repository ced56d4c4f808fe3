import type { Trunk } from './bundle.ts';
import {
  boundsOf,
  enters,
  freeEnds,
  overlap,
  type Point,
  type Rect,
  type Segment,
  segmentsOf,
} from './geometry.ts';
import { Heap } from './heap.ts';
import type { Arrow, Model } from './model.ts';
import { EDGE, type Placed, UNIT } from './placement.ts';
import { boxAt } from './plan.ts';

export interface Routed {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Rect[];
  /** One polyline per arrow of the model; empty where no way was found. */
  readonly arrows: readonly (readonly Point[])[];
  /** One rectangle per arrow that bears labels. */
  readonly labels: readonly (Rect | undefined)[];
}

/** Directions: right, down, left, up; odd ones are vertical. */
const DX = [1, 0, -1, 0] as const;
const DY = [0, 1, 0, -1] as const;

const COST = {
  bend: 7,
  crossing: 14,
  onTop: 70,
  onBend: 40,
  beside: 3.2,
  nearOwn: 0.2,
  nearOwnTurn: 6,
  nearOther: 14,
  foreign: 18,
  onFrame: 10,
  nearFrame: 3,
  sharedEnd: 30,
  failed: 500,
  slip: 12,
  hidden: 0.8,
} as const;
/** A step between two bends that is shorter than this, in points, looks like a slip of the pen. */
export const SHORTEST_STEP = 14;
const MOST_STEPS = 60_000;

interface Way {
  /** Corners on the lattice. */
  readonly corners: readonly Point[];
  readonly cost: number;
  label: Rect | undefined;
  labelCost: number;
}

interface Spot {
  readonly rect: Rect;
  /** Of its centre along the segment. */
  readonly at: number;
  readonly length: number;
  readonly half: number;
  readonly level: boolean;
}

interface Span {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

const latticeSpan = (r: Rect): Span => ({
  x1: Math.round(r.x / UNIT),
  x2: Math.round((r.x + r.w) / UNIT),
  y1: Math.round(r.y / UNIT),
  y2: Math.round((r.y + r.h) / UNIT),
});

/** The lattice over a placed figure, with everything an arrow must heed marked on it. */
class Lattice {
  readonly nx: number;
  readonly ny: number;
  /** Leaves and container heads: no arrow enters. */
  readonly hard: Uint8Array;
  readonly near: Uint8Array;
  /** Frames of containers, by direction of travel: 2 on the frame, 1 beside it. */
  readonly frame: readonly [Uint8Array, Uint8Array];
  readonly used: readonly [Uint8Array, Uint8Array];
  readonly bend: Uint8Array;
  readonly label: Uint8Array;
  readonly foreign: Uint8Array;
  readonly containers: { readonly box: number; readonly span: Span }[] = [];

  readonly model: Model;
  readonly placed: Placed;

  constructor(model: Model, placed: Placed) {
    this.model = model;
    this.placed = placed;
    this.nx = Math.ceil(placed.width / UNIT) + 1;
    this.ny = Math.ceil(placed.height / UNIT) + 1;
    const size = this.nx * this.ny;
    this.hard = new Uint8Array(size);
    this.near = new Uint8Array(size);
    this.frame = [new Uint8Array(size), new Uint8Array(size)];
    this.used = [new Uint8Array(size), new Uint8Array(size)];
    this.bend = new Uint8Array(size);
    this.label = new Uint8Array(size);
    this.foreign = new Uint8Array(size);
    model.boxes.forEach((box, i) => {
      const r = placed.rects[i] as Rect;
      if (box.children.length === 0) {
        this.add(this.near, r, UNIT, 1, true);
        this.add(this.hard, r, 0, 1, true);
        return;
      }
      this.add(this.hard, headOf(model, i, r), 0, 1, true);
      this.containers.push({ box: i, span: latticeSpan(r) });
      this.markFrame(latticeSpan(r));
    });
  }

  at(i: number, j: number): number {
    return j * this.nx + i;
  }

  /** Adds to (or sets) every lattice point within `margin` of a rectangle. */
  add(target: Uint8Array, r: Rect, margin: number, value: number, set = false): void {
    const x1 = Math.max(0, Math.ceil((r.x - margin) / UNIT));
    const x2 = Math.min(this.nx - 1, Math.floor((r.x + r.w + margin) / UNIT));
    const y1 = Math.max(0, Math.ceil((r.y - margin) / UNIT));
    const y2 = Math.min(this.ny - 1, Math.floor((r.y + r.h + margin) / UNIT));
    for (let j = y1; j <= y2; j++)
      for (let i = x1; i <= x2; i++) {
        const at = this.at(i, j);
        target[at] = set ? value : (target[at] as number) + value;
      }
  }

  private markFrame({ x1, x2, y1, y2 }: Span): void {
    const raise = (axis: 0 | 1, i: number, j: number, by: number): void => {
      if (i < 0 || j < 0 || i >= this.nx || j >= this.ny) return;
      const at = this.at(i, j);
      this.frame[axis][at] = Math.max(this.frame[axis][at] as number, by);
    };
    for (const off of [-1, 0, 1]) {
      const weight = off === 0 ? 2 : 1;
      for (let i = x1; i <= x2; i++) {
        raise(0, i, y1 + off, weight);
        raise(0, i, y2 + off, weight);
      }
      for (let j = y1; j <= y2; j++) {
        raise(1, x1 + off, j, weight);
        raise(1, x2 + off, j, weight);
      }
    }
  }

  /** Puts a way on the lattice (+1) or takes it off again (−1). */
  mark(way: Way | undefined, by: 1 | -1): void {
    if (!way) return;
    const { corners } = way;
    for (let k = 1; k < corners.length; k++) {
      const [x1, y1] = corners[k - 1] as Point;
      const [x2, y2] = corners[k] as Point;
      const axis = x1 === x2 ? 1 : 0;
      const steps = Math.abs(x1 - x2) + Math.abs(y1 - y2);
      const [dx, dy] = [Math.sign(x2 - x1), Math.sign(y2 - y1)];
      for (let t = 0; t <= steps; t++) {
        const at = this.at(x1 + dx * t, y1 + dy * t);
        this.used[axis][at] = (this.used[axis][at] as number) + by;
      }
      if (k < corners.length - 1) {
        const at = this.at(x2, y2);
        this.bend[at] = (this.bend[at] as number) + by;
      }
    }
    if (way.label) this.add(this.label, way.label, 4, by);
  }

  /** Interiors an arrow has no business in: 1 dear, 2 forbidden (the inside of its own ends). */
  markForeign(arrow: Pick<Arrow, 'from' | 'to'>): void {
    this.foreign.fill(0);
    const from = this.model.chains[arrow.from] ?? [];
    const to = this.model.chains[arrow.to] ?? [];
    for (const { box, span } of this.containers) {
      const isEnd = box === arrow.from || box === arrow.to;
      if (!isEnd && (from.includes(box) || to.includes(box))) continue;
      for (let j = span.y1; j <= span.y2; j++)
        for (let i = span.x1; i <= span.x2; i++) this.foreign[this.at(i, j)] = isEnd ? 2 : 1;
    }
  }
}

/** The part of a container that holds its name and labels. */
export function headOf(model: Model, i: number, r: Rect): Rect {
  const box = boxAt(model, i);
  const w = Math.max(box.headWidth, ...box.callouts.map((callout) => callout.w)) + 12;
  return { x: r.x, y: r.y + 1, w: Math.min(w, r.w), h: box.minHeight - 2 };
}

/** Scratch for the search: one set per routing, stamped instead of cleared. */
class Search {
  readonly best: Float64Array;
  readonly from: Int32Array;
  readonly open = new Heap();
  private readonly stamp: Int32Array;
  private generation = 0;

  constructor(size: number) {
    this.best = new Float64Array(size);
    this.from = new Int32Array(size);
    this.stamp = new Int32Array(size);
  }

  begin(): void {
    this.generation++;
    this.open.clear();
  }

  improve(state: number, cost: number, from: number): boolean {
    if (this.stamp[state] === this.generation && cost >= (this.best[state] as number) - 1e-9) return false;
    this.stamp[state] = this.generation;
    this.best[state] = cost;
    this.from[state] = from;
    return true;
  }
}

interface Start {
  readonly i: number;
  readonly j: number;
  readonly direction: number;
  readonly cost: number;
}

/** Where an arrow may leave its box: off its corners, best in the middle of a side. */
function startsAtBox(lattice: Lattice, a: Span): Start[] {
  const starts: Start[] = [];
  const add = (i: number, j: number, direction: number, off: number): void => {
    if (i < 0 || j < 0 || i >= lattice.nx || j >= lattice.ny) return;
    const at = lattice.at(i, j);
    const taken = lattice.used[0][at] || lattice.used[1][at] ? COST.sharedEnd : 0;
    starts.push({ i, j, direction, cost: off + taken });
  };
  const mx = corner(a.x1, a.x2);
  const my = corner(a.y1, a.y2);
  for (let i = a.x1 + mx; i <= a.x2 - mx; i++) {
    add(i, a.y1, 3, offCentre(a.x1, a.x2, i));
    add(i, a.y2, 1, offCentre(a.x1, a.x2, i));
  }
  for (let j = a.y1 + my; j <= a.y2 - my; j++) {
    add(a.x1, j, 2, offCentre(a.y1, a.y2, j));
    add(a.x2, j, 0, offCentre(a.y1, a.y2, j));
  }
  return starts;
}

/** Steps of the lattice that a fork keeps from the end of its trunk, so that the head there stays whole. */
const FORK_ROOM = { from: 3, to: 2 } as const;

/** Where an arrow may fork off its trunk: square to it, between the label and the end that is not shared. */
function startsOnTrunk({ corners, label }: Way, end: Trunk['end']): Start[] {
  if (!label) return [];
  // Walked from the end that is not shared: whatever comes before the label will do.
  const walk = end === 'from' ? [...corners].reverse() : corners;
  const starts: Start[] = [];
  let walked = 0;
  for (let k = 1; k < walk.length; k++) {
    const [x1, y1] = walk[k - 1] as Point;
    const [x2, y2] = walk[k] as Point;
    const steps = Math.abs(x1 - x2) + Math.abs(y1 - y2);
    const upright = x1 === x2;
    for (let t = 1; t < steps; t++) {
      const [i, j] = [x1 + Math.sign(x2 - x1) * t, y1 + Math.sign(y2 - y1) * t];
      if (overlap({ x: i * UNIT - 4, y: j * UNIT - 4, w: 8, h: 8 }, label)) return starts;
      if (walked + t < FORK_ROOM[end]) continue;
      for (const direction of upright ? [0, 2] : [1, 3]) starts.push({ i, j, direction, cost: 0 });
    }
    walked += steps;
  }
  return starts;
}

/** Dear when off the middle of a side, so that arrows leave and arrive where a person would draw them. */
const offCentre = (a: number, b: number, at: number): number =>
  Math.abs(at - (a + b) / 2) * (b - a > 24 ? 0.08 : 0.3);
const corner = (a: number, b: number): number => (b - a >= 8 ? 2 : 1);

/** A* over (point, direction): the cheapest rectilinear way from one box to another. */
function findWay(
  lattice: Lattice,
  search: Search,
  arrow: Pick<Arrow, 'from' | 'to'>,
  bendCost: number,
  forks?: readonly Start[],
): Way | undefined {
  const { nx, ny, hard, near, frame, used, bend, label, foreign, placed } = lattice;
  const a = latticeSpan(placed.rects[arrow.from] as Rect);
  const b = latticeSpan(placed.rects[arrow.to] as Rect);
  lattice.markForeign(arrow);
  search.begin();
  const heap = search.open;
  const remaining = (i: number, j: number): number =>
    Math.max(0, b.x1 - i, i - b.x2) + Math.max(0, b.y1 - j, j - b.y2);
  for (const { i, j, direction, cost } of forks ?? startsAtBox(lattice, a)) {
    const state = lattice.at(i, j) * 4 + direction;
    if (search.improve(state, cost, -1)) heap.push(state, cost + remaining(i, j));
  }
  const within = (s: Span, i: number, j: number): boolean =>
    i >= s.x1 - 1 && i <= s.x2 + 1 && j >= s.y1 - 1 && j <= s.y2 + 1;
  let goal = -1;
  let goalCost = Number.POSITIVE_INFINITY;
  for (let step = 0; heap.size > 0 && step < MOST_STEPS; step++) {
    const cost = heap.least;
    if (cost >= goalCost) break;
    const state = heap.pop();
    const at = state >> 2;
    const direction = state & 3;
    const i = at % nx;
    const j = (at / nx) | 0;
    const soFar = search.best[state] as number;
    if (cost > soFar + remaining(i, j) + 1e-6) continue;
    for (let k = 0; k < 3; k++) {
      // Straight on, to one side, to the other.
      const turn = (direction + (k === 2 ? 3 : k)) & 3;
      // An arrow leaves its box straight.
      if (turn !== direction && search.from[state] === -1) continue;
      const i2 = i + (DX[turn] as number);
      const j2 = j + (DY[turn] as number);
      if (i2 < 0 || j2 < 0 || i2 >= nx || j2 >= ny) continue;
      const to = lattice.at(i2, j2);
      const axis = (turn & 1) as 0 | 1;
      let more = 1 + (turn === direction ? 0 : bendCost);
      if (i2 >= b.x1 && i2 <= b.x2 && j2 >= b.y1 && j2 <= b.y2) {
        const bx = corner(b.x1, b.x2);
        const by = corner(b.y1, b.y2);
        const upright = axis === 1 && j2 === (turn === 1 ? b.y1 : b.y2) && i2 >= b.x1 + bx && i2 <= b.x2 - bx;
        const level = axis === 0 && i2 === (turn === 0 ? b.x1 : b.x2) && j2 >= b.y1 + by && j2 <= b.y2 - by;
        if ((!upright && !level) || turn !== direction) continue;
        more += upright ? offCentre(b.x1, b.x2, i2) : offCentre(b.y1, b.y2, j2);
        if (used[0][to] || used[1][to]) more += COST.sharedEnd;
        const arrived = to * 4 + turn;
        if (soFar + more < goalCost && search.improve(arrived, soFar + more, state)) {
          goalCost = soFar + more;
          goal = arrived;
        }
        continue;
      }
      if (hard[to] || label[to] || foreign[to] === 2) continue;
      if (near[to]) {
        const own = within(a, i2, j2) || within(b, i2, j2);
        more += own ? (turn === direction ? COST.nearOwn : COST.nearOwnTurn) : COST.nearOther;
      }
      if (foreign[to] === 1) more += COST.foreign;
      const framed = frame[axis][to];
      if (framed) more += framed === 2 ? COST.onFrame : COST.nearFrame;
      if (used[axis][to]) more += COST.onTop;
      if (used[axis === 0 ? 1 : 0][to]) more += COST.crossing;
      if (bend[to]) more += COST.onBend;
      const across = axis === 0 ? nx : 1;
      if (used[axis][to - across]) more += COST.beside;
      if (used[axis][to + across]) more += COST.beside;
      const next = to * 4 + turn;
      if (search.improve(next, soFar + more, state)) heap.push(next, soFar + more + remaining(i2, j2));
    }
  }
  if (goal < 0) return undefined;
  return { corners: cornersTo(search, goal, nx), cost: goalCost, label: undefined, labelCost: 0 };
}

function cornersTo(search: Search, goal: number, nx: number): Point[] {
  const trail: Point[] = [];
  for (let state = goal; state >= 0; state = search.from[state] as number)
    trail.push([(state >> 2) % nx, ((state >> 2) / nx) | 0]);
  trail.reverse();
  return trail.filter((point, k) => {
    const before = trail[k - 1];
    const after = trail[k + 1];
    if (!before || !after) return true;
    return (point[0] - before[0]) * (after[1] - point[1]) !== (point[1] - before[1]) * (after[0] - point[0]);
  });
}

/** What a label would cover if it stood there. */
function coverCost(lattice: Lattice, r: Rect): number {
  const { nx, ny, hard, label, used, frame, placed } = lattice;
  const x1 = Math.max(0, Math.ceil((r.x - 2) / UNIT));
  const x2 = Math.min(nx - 1, Math.floor((r.x + r.w + 2) / UNIT));
  const y1 = Math.max(0, Math.ceil((r.y - 2) / UNIT));
  const y2 = Math.min(ny - 1, Math.floor((r.y + r.h + 2) / UNIT));
  const off = r.x < 2 || r.y < 2 || r.x + r.w > placed.width - 2 || r.y + r.h > placed.height - 2;
  let cost = off ? 50 : 0;
  for (let j = y1; j <= y2; j++)
    for (let i = x1; i <= x2; i++) {
      const at = lattice.at(i, j);
      if (hard[at]) cost += 4;
      if (label[at]) cost += 4;
      if (used[0][at] || used[1][at]) cost += 1.2;
      if (frame[0][at] === 2 || frame[1][at] === 2) cost += 2.4;
    }
  return cost;
}

/** The places on a way where a label may stand: every lattice point, moved off the ends as far as they must be seen. */
function spotsOn(path: readonly Segment[], { labelWidth: w, labelHeight: h, seen }: Arrow): Spot[] {
  const lengths = path.map(([a, b]) => Math.abs(b[0] - a[0]) + Math.abs(b[1] - a[1]));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let walked = 0;
  return path.flatMap(([[x1, y1], [x2, y2]], k) => {
    const length = lengths[k] as number;
    const level = y1 === y2;
    const half = (level ? w : h) / 2;
    const low = Math.max(0, seen.tail + half - walked);
    const high = Math.min(length, whole - walked - seen.head - half);
    walked += length;
    const spots: Spot[] = [];
    for (let t = 0; t <= length; t += UNIT) {
      const at = low <= high ? Math.min(Math.max(t, low), high) : t;
      if (spots.at(-1)?.at === at) continue;
      const cx = x1 + Math.sign(x2 - x1) * at;
      const cy = y1 + Math.sign(y2 - y1) * at;
      spots.push({ rect: { x: cx - w / 2, y: cy - h / 2, w, h }, at, length, half, level });
    }
    return spots;
  });
}

/** The label rides on its own arrow where it covers least. */
function putLabel(lattice: Lattice, arrow: Arrow, way: Way): void {
  const path = segmentsOf(way.corners.map(([i, j]): Point => [i * UNIT, j * UNIT]));
  let best = Number.POSITIVE_INFINITY;
  for (const { rect, at, length, half, level } of spotsOn(path, arrow)) {
    const room = (Math.min(at, length - at) - half) / UNIT;
    let cost = coverCost(lattice, rect) * 3 + (Math.abs(at - length / 2) / UNIT) * 0.12 + (level ? 0 : 0.5);
    if (room < 2) cost += (2 - room) * (length < half * 2 + 20 ? 1.5 : 2.5);
    const free = freeEnds(path, rect);
    const hidden = free
      ? Math.max(0, arrow.seen.tail - free.tail) + Math.max(0, arrow.seen.head - free.head)
      : 0;
    cost += hidden * COST.hidden;
    // The arrow should not run behind its own label elsewhere.
    cost += 6 * (path.filter((segment) => enters(segment, rect)).length - 1);
    if (cost < best - 1e-9) {
      best = cost;
      way.label = rect;
    }
  }
  way.labelCost = best;
}

/** Steps between two bends that look like slips of the pen. */
const slipsIn = ({ corners }: Way): number =>
  corners.slice(1, -2).filter(([x1, y1], k) => {
    const [x2, y2] = corners[k + 2] as Point;
    return (Math.abs(x2 - x1) + Math.abs(y2 - y1)) * UNIT < SHORTEST_STEP;
  }).length;

const total = (way: Way | undefined): number =>
  way ? way.cost + way.labelCost * 3 + slipsIn(way) * COST.slip : COST.failed;

/**
 * Draws every arrow as a rectilinear line with its label on it: shortest arrows first, then each once more or several
 * times against all others (rip-up and re-route).
 */
export function route(model: Model, placed: Placed, passes: number): Routed {
  const lattice = new Lattice(model, placed);
  const search = new Search(lattice.nx * lattice.ny * 4);
  const ways: (Way | undefined)[] = model.arrows.map(() => undefined);
  const distance = ({ from, to, labelWidth }: Arrow): number => {
    const [a, b] = [placed.rects[from] as Rect, placed.rects[to] as Rect];
    const apart = Math.abs(a.x + a.w / 2 - b.x - b.w / 2) + Math.abs(a.y + a.h / 2 - b.y - b.h / 2);
    return apart - (labelWidth ? 20 : 0);
  };
  const order = model.arrows
    .map((arrow, i) => ({ arrow, i, distance: distance(arrow) }))
    .filter(({ arrow }) => !arrow.trunk)
    .sort((a, b) => a.distance - b.distance || a.i - b.i);
  const labelled = (arrow: Arrow, bendCost: number): Way | undefined => {
    const way = findWay(lattice, search, arrow, bendCost);
    if (way && arrow.labelWidth) putLabel(lattice, arrow, way);
    return way;
  };
  const branch = ({ from, to }: Arrow, end: Trunk['end'], trunk: Way): Way | undefined => {
    const starts = startsOnTrunk(trunk, end);
    if (end === 'from') return findWay(lattice, search, { from, to }, COST.bend, starts);
    const back = findWay(lattice, search, { from: to, to: from }, COST.bend, starts);
    return back && { ...back, corners: [...back.corners].reverse() };
  };
  const branches = model.arrows.map((_, i) =>
    model.arrows.flatMap(({ trunk }, k) => (trunk?.arrow === i ? [{ k, end: trunk.end }] : [])),
  );
  /** Lays an arrow down together with those that fork off it, which have no way without it. */
  const lay = (i: number, way: Way | undefined): void => {
    ways[i] = way;
    lattice.mark(way, 1);
    for (const { k, end } of branches[i] ?? []) {
      ways[k] = way && branch(model.arrows[k] as Arrow, end, way);
      lattice.mark(ways[k], 1);
    }
  };
  const lift = (i: number): void => {
    lattice.mark(ways[i], -1);
    for (const { k } of branches[i] ?? []) lattice.mark(ways[k], -1);
  };
  for (const { arrow, i } of order) lay(i, labelled(arrow, COST.bend));
  for (let pass = 0; pass < passes; pass++)
    for (const { arrow, i } of order) {
      lift(i);
      let best = labelled(arrow, COST.bend);
      for (const dearer of [2, 5]) {
        // Only what slipped is worth a third look.
        if (dearer > 2 && (!best || slipsIn(best) === 0)) break;
        const straighter = labelled(arrow, COST.bend * dearer);
        if (straighter && total(straighter) < total(best)) best = straighter;
      }
      lay(i, best);
    }
  return cropped(placed, ways);
}

/** The content with its origin at 0, 0 and a hair of white around it. */
function cropped(placed: Placed, ways: readonly (Way | undefined)[]): Routed {
  const arrows = ways.map((way) => (way?.corners ?? []).map(([i, j]): Point => [i * UNIT, j * UNIT]));
  const labels = ways.map((way) => way?.label);
  const edges: Rect[] = [
    ...placed.rects,
    ...labels.flatMap((label) => label ?? []),
    ...arrows.flat().map(([x, y]) => ({ x: x - 1, y: y - 1, w: 2, h: 2 })),
  ];
  const bounds = boundsOf(edges);
  const [x0, y0] = [bounds.x - EDGE.before, bounds.y - EDGE.before];
  const moved = (r: Rect): Rect => ({ ...r, x: r.x - x0, y: r.y - y0 });
  return {
    width: bounds.w + EDGE.before + EDGE.after,
    height: bounds.h + EDGE.before + EDGE.after,
    boxes: placed.rects.map(moved),
    arrows: arrows.map((path) => path.map(([x, y]): Point => [x - x0, y - y0])),
    labels: labels.map((label) => label && moved(label)),
  };
}
