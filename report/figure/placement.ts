import { backwardsOf, executivesDrop, type Step, stepsOf } from './convention.ts';
import { centreOf, crosses, enters, type Point, type Rect, type Segment } from './geometry.ts';
import type { Arrow, Box, Model } from './model.ts';
import { rowName } from './rules.ts';

/** The lattice that boxes and arrows keep to, in points. */
export const UNIT = 5;
const GUTTER = 20;
const MARGIN = 40;
/** Index of the page itself, the container of everything that stands alone. */
export const PAGE = -1;

export const SIDES = ['left', 'right', 'top', 'bottom'] as const;
export type Side = (typeof SIDES)[number];

/**
 * Where everything stands relative to everything else, without lengths: a cell of the container's grid for what is
 * inside, a side of the page and a rank along it for parties outside. It is what an author keeps, and it is small.
 */
export interface Arrangement {
  readonly cells: Readonly<Record<string, readonly [column: number, row: number]>>;
  readonly sides: Readonly<Record<string, Side>>;
  readonly ranks: Readonly<Record<string, number>>;
  /**
   * Containers whose columns stand side by side without common rows: what is tall in one column then makes no holes in
   * the others. All others keep a full grid. The page itself is called `page`.
   */
  readonly loose: Readonly<Record<string, boolean>>;
}

/** An arrow seen from the container both of its ends share. */
interface Crossing {
  readonly arrow: Arrow;
  readonly from: number;
  readonly to: number;
}

type Ends = readonly [from: number, to: number];

/** What placing asks again and again, worked out once. */
export interface Plan {
  readonly model: Model;
  /** Boxes that contain others, inner ones first, and the page last. */
  readonly containers: readonly number[];
  readonly members: ReadonlyMap<number, readonly number[]>;
  readonly crossings: ReadonlyMap<number, readonly Crossing[]>;
  readonly outside: readonly number[];
  readonly steps: readonly Step[];
  readonly ends: readonly Ends[];
  readonly kin: ReadonlyMap<number, number>;
  /** Each of a row with the one before it. */
  readonly rows: readonly Ends[];
  /** For each arrow the boxes it must not run through. */
  readonly obstacles: readonly (readonly number[])[];
}

export const boxAt = (model: Model, i: number): Box => model.boxes[i] as Box;
const up = (value: number, step = UNIT * 2): number => Math.ceil((value - 1e-6) / step) * step;
const snap = (value: number): number => Math.round(value / UNIT) * UNIT;

/**
 * The boxes a line should join before it is routed. What forks off another arrow comes from beside that one's end, so
 * that those who are told the same stand together.
 */
function endsOf(model: Model, { from, to, trunk }: Arrow): Ends {
  const bearer = trunk && model.arrows[trunk.arrow];
  if (!bearer) return [from, to];
  return trunk.end === 'from' ? [bearer.to, to] : [from, bearer.from];
}

/**
 * For each party outside without arrows the one it belongs beside: of its kind, best of its name and with arrows. Inside
 * a container the grid makes rows of its own.
 */
function kinOf(model: Model): ReadonlyMap<number, number> {
  const linked = new Set(model.arrows.flatMap(({ from, to }) => [from, to]));
  const kin = new Map<number, number>();
  model.boxes.forEach((box, i) => {
    if (linked.has(i) || box.parent >= 0 || box.children.length > 0) return;
    const likeness = (other: Box, k: number): number => {
      if (k === i || other.kind !== box.kind || other.parent !== box.parent || other.children.length > 0)
        return -1;
      return (other.name.whole === box.name.whole ? 2 : 0) + (linked.has(k) ? 1 : 0);
    };
    const scores = model.boxes.map(likeness);
    const best = Math.max(...scores);
    if (best >= 0) kin.set(i, scores.indexOf(best));
  });
  return kin;
}

/** Siblings of one kind whose names differ in their last sign at most, in the order they were written. */
function rowsOf(model: Model): Ends[] {
  const last = new Map<string, number>();
  return model.boxes.flatMap((box, i): Ends[] => {
    const row = `${box.parent} ${box.kind} ${rowName(box.name.whole)}`;
    const before = last.get(row);
    last.set(row, i);
    return before === undefined ? [] : [[before, i]];
  });
}

function obstaclesOf(model: Model, [from, to]: Ends): number[] {
  const own = new Set([...(model.chains[from] ?? []), ...(model.chains[to] ?? [])]);
  // What lies in a foreign container is hit with its container already.
  return model.boxes.flatMap(({ parent }, i) => (own.has(i) || (parent >= 0 && !own.has(parent)) ? [] : [i]));
}

export function planOf(model: Model): Plan {
  const holds = (i: number): boolean => boxAt(model, i).children.length > 0;
  const mains = model.roots.filter(holds);
  const outside = mains.length > 0 ? model.roots.filter((i) => !holds(i)) : [];
  const members = new Map<number, readonly number[]>(
    model.boxes.flatMap((box, i) => (holds(i) ? [[i, box.children] as const] : [])),
  );
  members.set(PAGE, mains.length > 0 ? mains : model.roots);
  const depth = (i: number): number => (i === PAGE ? -1 : (model.chains[i]?.length ?? 0));
  const containers = [...members.keys()].sort((a, b) => depth(b) - depth(a));
  const crossings = new Map<number, Crossing[]>(containers.map((i) => [i, []]));
  for (const arrow of model.arrows) {
    const from = model.chains[arrow.from] ?? [];
    const to = model.chains[arrow.to] ?? [];
    let shared = 0;
    while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
    const [a, b] = [from[shared], to[shared]];
    if (a === undefined || b === undefined) continue;
    crossings.get(shared ? (from[shared - 1] as number) : PAGE)?.push({ arrow, from: a, to: b });
  }
  const ends = model.arrows.map((arrow) => endsOf(model, arrow));
  return {
    model,
    containers,
    members,
    crossings,
    outside,
    steps: stepsOf(model),
    ends,
    kin: kinOf(model),
    rows: rowsOf(model),
    obstacles: ends.map((pair) => obstaclesOf(model, pair)),
  };
}

/** What an arrow with its label needs between two boxes that stand side by side, or one above the other. */
const lengthBeside = ({ labelWidth, seen }: Arrow): number =>
  labelWidth && labelWidth + seen.tail + seen.head + 4;
const lengthBetween = ({ labelHeight, seen }: Arrow): number =>
  labelHeight && labelHeight + seen.tail + seen.head + 2;

const cellOf = (model: Model, at: Arrangement, i: number): readonly [number, number] =>
  at.cells[boxAt(model, i).id] ?? [0, 0];

/** Two lists of gutters, wide enough for the labels of the arrows that cross them. */
function guttersOf(
  plan: Plan,
  at: Arrangement,
  container: number,
  columns: number,
  rows: number,
  slack: number,
) {
  const across = Array<number>(columns).fill(GUTTER);
  const down = Array<number>(rows).fill(GUTTER);
  const raise = (list: number[], k: number, to: number): void => {
    list[k] = Math.max(list[k] ?? 0, to);
  };
  const loose = at.loose[nameOf(plan.model, container)] === true;
  const slanted: [number, number, number, number, number, number][] = [];
  for (const { arrow, from, to } of plan.crossings.get(container) ?? []) {
    const [c1, r1] = cellOf(plan.model, at, from);
    const [c2, r2] = cellOf(plan.model, at, to);
    const w = lengthBeside(arrow);
    const h = lengthBetween(arrow);
    if (r1 === r2)
      raise(across, Math.abs(c1 - c2) === 1 ? Math.min(c1, c2) : Math.max(0, c2 > c1 ? c2 - 1 : c2), w);
    else if (c1 === c2)
      raise(down, Math.abs(r1 - r2) === 1 ? Math.min(r1, r2) : Math.max(0, r2 > r1 ? r2 - 1 : r2), h);
    else if (w) slanted.push([Math.min(c1, c2), Math.max(c1, c2), Math.min(r1, r2), Math.max(r1, r2), w, h]);
  }
  for (const [c1, c2, r1, r2, w, h] of slanted) {
    let column = c1;
    for (let k = c1; k < c2; k++) if ((across[k] as number) > (across[column] as number)) column = k;
    let row = r1;
    for (let k = r1; k < r2; k++) if ((down[k] as number) > (down[row] as number)) row = k;
    const missingWidth = w - (across[column] as number);
    const missingHeight = h - (down[row] as number);
    if (missingWidth <= 0 || (missingHeight <= 0 && !loose)) continue;
    // Columns without common rows stand side by side whatever their rows: only width brings them apart.
    if (loose || missingWidth < missingHeight * 2) across[column] = w;
    else down[row] = h;
  }
  const spaced = (list: number[]): number[] =>
    list.map((gap, k) => (k === list.length - 1 ? 0 : up(gap * (gap > GUTTER ? 1 : slack))));
  return { across: spaced(across), down: spaced(down) };
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly rects: readonly Rect[];
}

/** What a container is called in an arrangement. */
export const nameOf = (model: Model, container: number): string =>
  container === PAGE ? 'page' : boxAt(model, container).id;

/** Stacks each column on its own, evenly over the height of the tallest. @returns that height */
function stackColumns(
  members: readonly number[],
  cells: readonly (readonly [number, number])[],
  height: Float64Array,
  top: Float64Array,
  down: readonly number[],
  strip: number,
): number {
  const columns = new Map<number, { box: number; row: number }[]>();
  members.forEach((box, k) => {
    const [column, row] = cells[k] as readonly [number, number];
    columns.set(column, [...(columns.get(column) ?? []), { box, row }]);
  });
  const gapAfter = (row: number): number => Math.max(GUTTER, down[row] ?? 0);
  const stacks = [...columns.values()].map((stack) => {
    stack.sort((a, b) => a.row - b.row);
    const gaps = stack.slice(0, -1).map(({ row }) => gapAfter(row));
    const total =
      stack.reduce((sum, { box }) => sum + (height[box] as number), 0) + gaps.reduce((a, b) => a + b, 0);
    return { stack, gaps, total };
  });
  const tallest = Math.max(0, ...stacks.map(({ total }) => total));
  for (const { stack, gaps, total } of stacks) {
    const spare = (tallest - total) / (stack.length + 1);
    let y = strip;
    stack.forEach(({ box }, k) => {
      y += spare;
      top[box] = snap(y);
      y += (height[box] as number) + (gaps[k] ?? 0);
    });
  }
  return tallest;
}

/** Exact rectangles for an arrangement. `slack` widens gutters that hold no label, to leave arrows more room. */
export function place(plan: Plan, at: Arrangement, slack = 1): Placed {
  const { model } = plan;
  const width = new Float64Array(model.boxes.length);
  const height = new Float64Array(model.boxes.length);
  const left = new Float64Array(model.boxes.length);
  const top = new Float64Array(model.boxes.length);
  model.boxes.forEach((box, i) => {
    width[i] = up(box.minWidth);
    height[i] = up(box.minHeight);
  });
  let pageWidth = 0;
  let pageHeight = 0;
  for (const container of plan.containers) {
    const members = plan.members.get(container) ?? [];
    const cells = members.map((i) => cellOf(model, at, i));
    const columns = 1 + Math.max(0, ...cells.map(([c]) => c));
    const rows = 1 + Math.max(0, ...cells.map(([, r]) => r));
    const wide = new Float64Array(columns);
    const high = new Float64Array(rows);
    members.forEach((i, k) => {
      const [c, r] = cells[k] as readonly [number, number];
      wide[c] = Math.max(wide[c] as number, width[i] as number);
      high[r] = Math.max(high[r] as number, height[i] as number);
    });
    const { across, down } = guttersOf(plan, at, container, columns, rows, slack);
    // A column or row that stands empty (kept for a pin) takes no room.
    const startsOf = (sizes: Float64Array, gaps: readonly number[]): number[] => {
      const starts = [0];
      for (const [k, size] of sizes.entries())
        starts.push((starts[k] as number) + size + (size > 0 ? (gaps[k] as number) : 0));
      return starts;
    };
    const xs = startsOf(wide, across);
    const ys = startsOf(high, down);
    const innerWidth = xs[columns] as number;
    const innerHeight = ys[rows] as number;
    const isPage = container === PAGE;
    const own = isPage ? undefined : boxAt(model, container);
    const strip = own ? up(own.minHeight + 2) : 0;
    const fullWidth = own ? Math.max(up(innerWidth + 30), up(own.minWidth)) : innerWidth;
    const offset = own ? snap((fullWidth - innerWidth) / 2) : 0;
    members.forEach((i, k) => {
      const [c, r] = cells[k] as readonly [number, number];
      left[i] = offset + (xs[c] as number) + snap(((wide[c] as number) - (width[i] as number)) / 2);
      top[i] = strip + (ys[r] as number) + snap(((high[r] as number) - (height[i] as number)) / 2);
    });
    let inside = innerHeight;
    if (at.loose[nameOf(model, container)]) inside = stackColumns(members, cells, height, top, down, strip);
    if (isPage) {
      pageWidth = innerWidth;
      pageHeight = inside;
    } else {
      width[container] = fullWidth;
      height[container] = up(strip + inside + 15);
    }
  }
  const rects: Rect[] = model.boxes.map(() => ({ x: 0, y: 0, w: 0, h: 0 }));
  const settle = (i: number, x: number, y: number): void => {
    rects[i] = { x, y, w: width[i] as number, h: height[i] as number };
    for (const child of boxAt(model, i).children)
      settle(child, x + (left[child] as number), y + (top[child] as number));
  };
  for (const i of plan.members.get(PAGE) ?? []) settle(i, left[i] as number, top[i] as number);
  placeOutside(plan, at, rects, width, height, pageWidth, pageHeight);
  const x0 = Math.min(...rects.map((r) => r.x)) - MARGIN;
  const y0 = Math.min(...rects.map((r) => r.y)) - MARGIN;
  const shifted = rects.map((r) => ({ ...r, x: r.x - x0, y: r.y - y0 }));
  return {
    rects: shifted,
    width: Math.max(...shifted.map((r) => r.x + r.w)) + MARGIN,
    height: Math.max(...shifted.map((r) => r.y + r.h)) + MARGIN,
  };
}

/** Parties outside stand along the sides, each pushed to the height of its partners. */
function placeOutside(
  plan: Plan,
  at: Arrangement,
  rects: Rect[],
  width: Float64Array,
  height: Float64Array,
  pageWidth: number,
  pageHeight: number,
): void {
  const { model, outside } = plan;
  const isOutside = new Set(outside);
  const goalOf = (i: number): Point => {
    const partners = model.arrows
      .flatMap(({ from, to }) => (from === i ? [to] : to === i ? [from] : []))
      .filter((j) => !isOutside.has(j))
      .map((j) => centreOf(rects[j] as Rect));
    if (partners.length === 0) return [pageWidth / 2, pageHeight / 2];
    const mean = (axis: 0 | 1): number => partners.reduce((sum, p) => sum + p[axis], 0) / partners.length;
    return [mean(0), mean(1)];
  };
  // Who has no partners goes where its own kind goes.
  const wanted = new Map<number, Point>(outside.map((i) => [i, goalOf(plan.kin.get(i) ?? i)]));
  const sideOf = (i: number): Side => at.sides[boxAt(model, i).id] ?? 'left';
  const rankOf = (i: number): number => at.ranks[boxAt(model, i).id] ?? 0.5;
  for (const side of SIDES) {
    const upright = side === 'left' || side === 'right';
    const axis = upright ? 1 : 0;
    const line = outside.filter((i) => sideOf(i) === side);
    if (line.length === 0) continue;
    const goal = (i: number): number => (wanted.get(i) as Point)[axis];
    line.sort((a, b) => goal(a) + (rankOf(a) - 0.5) * 80 - goal(b) - (rankOf(b) - 0.5) * 80 || a - b);
    const length = (i: number): number => (upright ? height[i] : width[i]) as number;
    const between = (a: number, b: number): number =>
      up(
        model.arrows.reduce((gap, arrow) => {
          const joins = (arrow.from === a && arrow.to === b) || (arrow.from === b && arrow.to === a);
          if (!joins || !arrow.labelWidth) return gap;
          return Math.max(gap, upright ? lengthBetween(arrow) : lengthBeside(arrow));
        }, GUTTER),
      );
    const starts = line.map((i) => snap(goal(i) - length(i) / 2));
    for (let k = 1; k < line.length; k++) {
      const before = line[k - 1] as number;
      starts[k] = Math.max(
        starts[k] as number,
        (starts[k - 1] as number) + length(before) + between(before, line[k] as number),
      );
    }
    // What runs past the far end pushes back, but never past the near end.
    let limit = upright ? pageHeight : pageWidth;
    for (let k = line.length - 1; k >= 0; k--) {
      const here = line[k] as number;
      starts[k] = Math.min(starts[k] as number, limit - length(here));
      if (k > 0) limit = (starts[k] as number) - between(line[k - 1] as number, here);
    }
    let floor = 0;
    for (let k = 0; k < line.length; k++) {
      starts[k] = Math.max(starts[k] as number, floor);
      if (k + 1 < line.length)
        floor =
          (starts[k] as number) +
          length(line[k] as number) +
          between(line[k] as number, line[k + 1] as number);
    }
    const gap = up(
      model.arrows.reduce((most, arrow) => {
        const leaves = line.includes(arrow.from) !== line.includes(arrow.to);
        if (!leaves || !arrow.labelWidth) return most;
        return Math.max(most, upright ? lengthBeside(arrow) : lengthBetween(arrow));
      }, 30),
    );
    line.forEach((i, k) => {
      const [w, h] = [width[i] as number, height[i] as number];
      const start = starts[k] as number;
      if (side === 'left') rects[i] = { x: -gap - w, y: start, w, h };
      else if (side === 'right') rects[i] = { x: pageWidth + gap, y: start, w, h };
      else if (side === 'top') rects[i] = { x: start, y: -gap - h, w, h };
      else rects[i] = { x: start, y: pageHeight + gap, w, h };
    });
  }
}

export interface Area {
  readonly width: number;
  readonly height: number;
}

/** The straight line an arrow would take if it could: whether it is straight, and from where to where. */
function directLine(a: Rect, b: Rect): { line: Segment; straight: boolean; overX: number; overY: number } {
  const overX = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const overY = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  if (overX >= 10) {
    const x = (Math.max(a.x, b.x) + Math.min(a.x + a.w, b.x + b.w)) / 2;
    const line: Segment = [
      [x, a.y < b.y ? a.y + a.h : a.y],
      [x, a.y < b.y ? b.y : b.y + b.h],
    ];
    return { line, straight: true, overX, overY };
  }
  if (overY >= 10) {
    const y = (Math.max(a.y, b.y) + Math.min(a.y + a.h, b.y + b.h)) / 2;
    const line: Segment = [
      [a.x < b.x ? a.x + a.w : a.x, y],
      [a.x < b.x ? b.x : b.x + b.w, y],
    ];
    return { line, straight: true, overX, overY };
  }
  return { line: [centreOf(a), centreOf(b)], straight: false, overX, overY };
}

const COST = {
  scale: 420,
  aspect: 9,
  slanted: 10,
  tight: 25,
  through: 24,
  crossing: 22,
  length: 0.12,
  executivesLow: 70,
  systemsHigh: 5,
  attackerInside: 12,
  apartFromKin: 0.06,
  outOfRow: 10,
  outOfOrder: 6,
  backwards: 12,
} as const;

/** How far a placement is from what a careful person would draw; lower is better, no arrow is routed yet. */
export function placementCost(plan: Plan, { rects, width, height }: Placed, area: Area): number {
  const { model } = plan;
  const w = width - 64;
  const h = height - 64;
  const scale = Math.min(area.width / w, area.height / h);
  let cost = scale < 1 ? COST.scale * (1 - scale) : -10 * Math.min(0.2, scale - 1);
  const ratio = w / h / (area.width / area.height);
  cost += COST.aspect * (ratio > 1 ? ratio - 1 : 1 / ratio - 1);
  const lines: Segment[] = [];
  for (const [k, arrow] of model.arrows.entries()) {
    const [from, to] = plan.ends[k] as Ends;
    const a = rects[from] as Rect;
    const b = rects[to] as Rect;
    const { line, straight, overX, overY } = directLine(a, b);
    cost += (Math.max(0, -overX) + Math.max(0, -overY)) * COST.length;
    if (!straight) cost += COST.slanted;
    if (arrow.labelWidth) {
      if (overY >= 10 && overX < 0 && -overX < lengthBeside(arrow) - 4) cost += COST.tight;
      if (overX >= 10 && overY < 0 && -overY < lengthBetween(arrow) - 2) cost += COST.tight;
    }
    for (const i of plan.obstacles[k] as readonly number[])
      if (enters(line, rects[i] as Rect)) cost += straight ? COST.through : COST.through / 2;
    lines.push(line);
  }
  for (let i = 0; i < lines.length; i++)
    for (let j = i + 1; j < lines.length; j++)
      if (crosses(lines[i] as Segment, lines[j] as Segment)) cost += COST.crossing;
  return cost + conventionCost(plan, rects, lines, w);
}

/** Boxes of one kind that nothing else places stand side by side, in one row or one column. */
function apartCost(a: Rect, b: Rect): number {
  const across = Math.max(0, a.x - b.x - b.w, b.x - a.x - a.w);
  const down = Math.max(0, a.y - b.y - b.h, b.y - a.y - a.h);
  return COST.apartFromKin * (across + down) + (across > 0 && down > 0 ? COST.outOfRow : 0);
}

/** 子会社 and 子会社, System A and System B are one row, read from the left or from the top. */
function rowCost(rows: readonly Ends[], rects: readonly Rect[]): number {
  let cost = 0;
  for (const [before, after] of rows) {
    const [a, b] = [rects[before] as Rect, rects[after] as Rect];
    cost += apartCost(a, b);
    if (b.x + b.w <= a.x || (b.x < a.x + a.w && b.y + b.h <= a.y)) cost += COST.outOfOrder;
  }
  return cost;
}

/** What people expect without thinking: executives high, systems low, attackers at the left edge, numbers onwards. */
function conventionCost(
  plan: Plan,
  rects: readonly Rect[],
  lines: readonly Segment[],
  pageWidth: number,
): number {
  const { model } = plan;
  let cost = COST.executivesLow * executivesDrop(model, rects);
  model.boxes.forEach((box, i) => {
    const own = rects[i] as Rect;
    if (box.parent >= 0 && (box.kind === 'system' || box.kind === 'network')) {
      const outer = rects[box.parent] as Rect;
      cost += COST.systemsHigh * (1 - (own.y - outer.y) / outer.h);
    }
    if (box.kind === 'attacker') cost += COST.attackerInside * Math.min(own.x / pageWidth, 0.5);
  });
  for (const [i, like] of plan.kin) cost += apartCost(rects[i] as Rect, rects[like] as Rect);
  cost += rowCost(plan.rows, rects);
  const middleOf = (arrow: number): Point => {
    const [p, q] = lines[arrow] as Segment;
    return [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
  };
  return cost + COST.backwards * backwardsOf(plan.steps, rects, middleOf);
}
