import type { Point, Rect } from './geometry.ts';
import type { Arrow, Model } from './model.ts';
import { boxAt, type Placed, UNIT } from './placement.ts';

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
} as const;
const MOST_STEPS = 60_000;

interface Way {
  /** Corners on the lattice. */
  readonly corners: readonly Point[];
  readonly cost: number;
  label: Rect | undefined;
  labelCost: number;
}

/** A binary heap of lattice states by cost. */
class Heap {
  private readonly costs: number[] = [];
  private readonly states: number[] = [];

  get size(): number {
    return this.costs.length;
  }

  push(state: number, cost: number): void {
    let i = this.costs.length;
    this.costs.push(cost);
    this.states.push(state);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if ((this.costs[up] as number) <= (this.costs[i] as number)) break;
      this.swap(i, up);
      i = up;
    }
  }

  pop(): { state: number; cost: number } {
    const top = { state: this.states[0] as number, cost: this.costs[0] as number };
    const cost = this.costs.pop() as number;
    const state = this.states.pop() as number;
    if (this.costs.length > 0) {
      this.costs[0] = cost;
      this.states[0] = state;
      this.sink();
    }
    return top;
  }

  private sink(): void {
    for (let i = 0; ; ) {
      let child = 2 * i + 1;
      if (child >= this.costs.length) return;
      const right = child + 1;
      if (right < this.costs.length && (this.costs[right] as number) < (this.costs[child] as number))
        child = right;
      if ((this.costs[i] as number) <= (this.costs[child] as number)) return;
      this.swap(i, child);
      i = child;
    }
  }

  private swap(a: number, b: number): void {
    [this.costs[a], this.costs[b]] = [this.costs[b] as number, this.costs[a] as number];
    [this.states[a], this.states[b]] = [this.states[b] as number, this.states[a] as number];
  }
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
  markForeign(arrow: Arrow): void {
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
  private readonly stamp: Int32Array;
  private generation = 0;

  constructor(size: number) {
    this.best = new Float64Array(size);
    this.from = new Int32Array(size);
    this.stamp = new Int32Array(size);
  }

  begin(): void {
    this.generation++;
  }

  improve(state: number, cost: number, from: number): boolean {
    if (this.stamp[state] === this.generation && cost >= (this.best[state] as number) - 1e-9) return false;
    this.stamp[state] = this.generation;
    this.best[state] = cost;
    this.from[state] = from;
    return true;
  }
}

/** Dear when off the middle of a side, so that arrows leave and arrive where a person would draw them. */
const offCentre = (a: number, b: number, at: number): number =>
  Math.abs(at - (a + b) / 2) * (b - a > 24 ? 0.08 : 0.3);
const corner = (a: number, b: number): number => (b - a >= 8 ? 2 : 1);

/** A* over (point, direction): the cheapest rectilinear way from one box to another. */
function findWay(lattice: Lattice, search: Search, arrow: Arrow, bendCost: number): Way | undefined {
  const { nx, ny, hard, near, frame, used, bend, label, foreign, placed } = lattice;
  const a = latticeSpan(placed.rects[arrow.from] as Rect);
  const b = latticeSpan(placed.rects[arrow.to] as Rect);
  lattice.markForeign(arrow);
  search.begin();
  const heap = new Heap();
  const remaining = (i: number, j: number): number =>
    Math.max(0, b.x1 - i, i - b.x2) + Math.max(0, b.y1 - j, j - b.y2);
  const start = (i: number, j: number, direction: number, cost: number): void => {
    if (i < 0 || j < 0 || i >= nx || j >= ny) return;
    const at = lattice.at(i, j);
    const taken = used[0][at] || used[1][at] ? COST.sharedEnd : 0;
    const state = at * 4 + direction;
    if (search.improve(state, cost + taken, -1)) heap.push(state, cost + taken + remaining(i, j));
  };
  const mx = corner(a.x1, a.x2);
  const my = corner(a.y1, a.y2);
  for (let i = a.x1 + mx; i <= a.x2 - mx; i++) {
    start(i, a.y1, 3, offCentre(a.x1, a.x2, i));
    start(i, a.y2, 1, offCentre(a.x1, a.x2, i));
  }
  for (let j = a.y1 + my; j <= a.y2 - my; j++) {
    start(a.x1, j, 2, offCentre(a.y1, a.y2, j));
    start(a.x2, j, 0, offCentre(a.y1, a.y2, j));
  }
  const within = (s: Span, i: number, j: number): boolean =>
    i >= s.x1 - 1 && i <= s.x2 + 1 && j >= s.y1 - 1 && j <= s.y2 + 1;
  let goal = -1;
  let goalCost = Number.POSITIVE_INFINITY;
  for (let step = 0; heap.size > 0 && step < MOST_STEPS; step++) {
    const { state, cost } = heap.pop();
    if (cost >= goalCost) break;
    const at = state >> 2;
    const direction = state & 3;
    const i = at % nx;
    const j = (at / nx) | 0;
    const soFar = search.best[state] as number;
    if (cost > soFar + remaining(i, j) + 1e-6) continue;
    for (const turn of [direction, (direction + 1) & 3, (direction + 3) & 3]) {
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
      if (frame[0][at] === 2 || frame[1][at] === 2) cost += 0.5;
    }
  return cost;
}

/** The label rides on its own arrow where it covers least. */
function putLabel(lattice: Lattice, arrow: Arrow, way: Way): void {
  const { labelWidth: w, labelHeight: h } = arrow;
  let best = Number.POSITIVE_INFINITY;
  for (let k = 1; k < way.corners.length; k++) {
    const [x1, y1] = way.corners[k - 1] as Point;
    const [x2, y2] = way.corners[k] as Point;
    const level = y1 === y2;
    const length = Math.abs(x1 - x2) + Math.abs(y1 - y2);
    const needed = (level ? w : h) / UNIT;
    for (let t = 0; t <= length; t++) {
      const cx = (x1 + Math.sign(x2 - x1) * t) * UNIT;
      const cy = (y1 + Math.sign(y2 - y1) * t) * UNIT;
      const r: Rect = { x: cx - w / 2, y: cy - h / 2, w, h };
      const room = Math.min(t, length - t) - needed / 2;
      let cost = coverCost(lattice, r) * 3 + Math.abs(t - length / 2) * 0.12 + (level ? 0 : 0.5);
      if (room < 2) cost += (2 - room) * (length < needed + 4 ? 1.5 : 2.5);
      // The arrow should not run behind its own label elsewhere.
      for (let z = 1; z < way.corners.length; z++) {
        if (z === k) continue;
        const [p, q] = [way.corners[z - 1] as Point, way.corners[z] as Point];
        const hidden =
          Math.min(p[0], q[0]) * UNIT < r.x + w - 1 &&
          Math.max(p[0], q[0]) * UNIT > r.x + 1 &&
          Math.min(p[1], q[1]) * UNIT < r.y + h - 1 &&
          Math.max(p[1], q[1]) * UNIT > r.y + 1;
        if (hidden) cost += 6;
      }
      if (cost < best - 1e-9) {
        best = cost;
        way.label = r;
      }
    }
  }
  way.labelCost = best;
}

const total = (way: Way | undefined): number => (way ? way.cost + way.labelCost * 3 : COST.failed);

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
    .sort((a, b) => a.distance - b.distance || a.i - b.i);
  const labelled = (arrow: Arrow, bendCost: number): Way | undefined => {
    const way = findWay(lattice, search, arrow, bendCost);
    if (way && arrow.labelWidth) putLabel(lattice, arrow, way);
    return way;
  };
  for (const { arrow, i } of order) {
    ways[i] = labelled(arrow, COST.bend);
    lattice.mark(ways[i], 1);
  }
  for (let pass = 0; pass < passes; pass++)
    for (const { arrow, i } of order) {
      lattice.mark(ways[i], -1);
      const winding = labelled(arrow, COST.bend);
      const straight = labelled(arrow, COST.bend * 2);
      ways[i] = straight && total(straight) < total(winding) ? straight : winding;
      lattice.mark(ways[i], 1);
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
  const x0 = Math.min(...edges.map((r) => r.x)) - 3;
  const y0 = Math.min(...edges.map((r) => r.y)) - 3;
  const moved = (r: Rect): Rect => ({ ...r, x: r.x - x0, y: r.y - y0 });
  return {
    width: Math.max(...edges.map((r) => r.x + r.w)) + 8 - x0,
    height: Math.max(...edges.map((r) => r.y + r.h)) + 8 - y0,
    boxes: placed.rects.map(moved),
    arrows: arrows.map((path) => path.map(([x, y]): Point => [x - x0, y - y0])),
    labels: labels.map((label) => label && moved(label)),
  };
}
