import { PAGE, type Seats, SIDES } from './arrangement.ts';
import type { Rect } from './geometry.ts';
import { boxAt, type Plan } from './plan.ts';

/** The lattice that boxes and arrows keep to, in points. */
export const UNIT = 5;
const GUTTER = 20;
const MARGIN = 40;
/** White around a finished figure, in points: beyond its edges lie halves of lines and heads. */
export const EDGE = { before: 3, after: 8 } as const;

const up = (value: number, step = UNIT * 2): number => Math.ceil((value - 1e-6) / step) * step;
const snap = (value: number): number => Math.round(value / UNIT) * UNIT;

/** Raises one gutter to what is needed there. */
function raise(list: number[], k: number, to: number): void {
  if (to > (list[k] ?? 0)) list[k] = to;
}

/** Two lists of gutters, wide enough for the labels of the arrows that cross them. */
function guttersOf(plan: Plan, at: Seats, container: number, columns: number, rows: number, slack: number) {
  const across = Array<number>(columns).fill(GUTTER);
  const down = Array<number>(rows).fill(GUTTER);
  const loose = at.loose[container + 1] === 1;
  const crossings = plan.crossings.get(container) ?? [];
  for (const { from, to, beside, between } of crossings) {
    const [c1, r1] = [at.column[from] as number, at.row[from] as number];
    const [c2, r2] = [at.column[to] as number, at.row[to] as number];
    if (r1 === r2) raise(across, gapBetween(c1, c2), beside);
    else if (c1 === c2) raise(down, gapBetween(r1, r2), between);
  }
  for (const { from, to, beside, between } of crossings) {
    const [c1, r1] = [at.column[from] as number, at.row[from] as number];
    const [c2, r2] = [at.column[to] as number, at.row[to] as number];
    if (r1 === r2 || c1 === c2 || beside === 0) continue;
    const column = widestOf(across, Math.min(c1, c2), Math.max(c1, c2));
    const row = widestOf(down, Math.min(r1, r2), Math.max(r1, r2));
    const missingWidth = beside - (across[column] as number);
    const missingHeight = between - (down[row] as number);
    if (missingWidth <= 0 || (missingHeight <= 0 && !loose)) continue;
    // Columns without common rows stand side by side whatever their rows: only width brings them apart.
    if (loose || missingWidth < missingHeight * 2) across[column] = beside;
    else down[row] = between;
  }
  return { across: spaced(across, slack), down: spaced(down, slack) };
}

/** The gutter an arrow along a row or a column needs: the one between neighbours, or the last one before its end. */
const gapBetween = (from: number, to: number): number =>
  Math.abs(from - to) === 1 ? Math.min(from, to) : Math.max(0, to > from ? to - 1 : to);

function widestOf(list: readonly number[], from: number, to: number): number {
  let widest = from;
  for (let k = from; k < to; k++) if ((list[k] as number) > (list[widest] as number)) widest = k;
  return widest;
}

/** Gutters in place: without a label they take the slack, and nothing follows the last. */
function spaced(list: number[], slack: number): number[] {
  for (let k = 0; k < list.length; k++) {
    const gap = list[k] as number;
    list[k] = k === list.length - 1 ? 0 : up(gap * (gap > GUTTER ? 1 : slack));
  }
  return list;
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly rects: readonly Rect[];
}

/** Stacks each column on its own, evenly over the height of the tallest. @returns that height */
function stackColumns(
  members: readonly number[],
  at: Seats,
  height: Float64Array,
  top: Float64Array,
  down: readonly number[],
  strip: number,
): number {
  const columns = new Map<number, number[]>();
  for (const box of members) {
    const column = at.column[box] as number;
    const stack = columns.get(column);
    if (stack) stack.push(box);
    else columns.set(column, [box]);
  }
  const gapAfter = (box: number): number => Math.max(GUTTER, down[at.row[box] as number] ?? 0);
  const stacks = [...columns.values()].map((stack) => {
    stack.sort((a, b) => (at.row[a] as number) - (at.row[b] as number));
    let [heights, gaps] = [0, 0];
    stack.forEach((box, k) => {
      heights += height[box] as number;
      if (k < stack.length - 1) gaps += gapAfter(box);
    });
    return { stack, total: heights + gaps };
  });
  const tallest = Math.max(0, ...stacks.map(({ total }) => total));
  for (const { stack, total } of stacks) {
    const spare = (tallest - total) / (stack.length + 1);
    let y = strip;
    stack.forEach((box, k) => {
      y += spare;
      top[box] = snap(y);
      y += (height[box] as number) + (k < stack.length - 1 ? gapAfter(box) : 0);
    });
  }
  return tallest;
}

/** Where each column or row begins; one that stands empty (kept for a pin) takes no room. The last is where all end. */
function startsOf(sizes: Float64Array, gaps: readonly number[]): number[] {
  const starts = [0];
  for (let k = 0; k < sizes.length; k++) {
    const size = sizes[k] as number;
    starts.push((starts[k] as number) + size + (size > 0 ? (gaps[k] as number) : 0));
  }
  return starts;
}

/** Exact rectangles for an arrangement. `slack` widens gutters that hold no label, to leave arrows more room. */
export function place(plan: Plan, at: Seats, slack = 1): Placed {
  const { model } = plan;
  const width = Float64Array.from(model.boxes, ({ minWidth }) => up(minWidth));
  const height = Float64Array.from(model.boxes, ({ minHeight }) => up(minHeight));
  const left = new Float64Array(model.boxes.length);
  const top = new Float64Array(model.boxes.length);
  let pageWidth = 0;
  let pageHeight = 0;
  for (const container of plan.containers) {
    const members = plan.members.get(container) ?? [];
    let [columns, rows] = [1, 1];
    for (const i of members) {
      columns = Math.max(columns, 1 + (at.column[i] as number));
      rows = Math.max(rows, 1 + (at.row[i] as number));
    }
    const wide = new Float64Array(columns);
    const high = new Float64Array(rows);
    for (const i of members) {
      const [c, r] = [at.column[i] as number, at.row[i] as number];
      wide[c] = Math.max(wide[c] as number, width[i] as number);
      high[r] = Math.max(high[r] as number, height[i] as number);
    }
    const { across, down } = guttersOf(plan, at, container, columns, rows, slack);
    const xs = startsOf(wide, across);
    const ys = startsOf(high, down);
    const innerWidth = xs[columns] as number;
    const own = container === PAGE ? undefined : boxAt(model, container);
    const strip = own ? up(own.minHeight + 2) : 0;
    const fullWidth = own ? Math.max(up(innerWidth + 30), up(own.minWidth)) : innerWidth;
    const offset = own ? snap((fullWidth - innerWidth) / 2) : 0;
    for (const i of members) {
      const [c, r] = [at.column[i] as number, at.row[i] as number];
      left[i] = offset + (xs[c] as number) + snap(((wide[c] as number) - (width[i] as number)) / 2);
      top[i] = strip + (ys[r] as number) + snap(((high[r] as number) - (height[i] as number)) / 2);
    }
    const inside =
      at.loose[container + 1] === 1
        ? stackColumns(members, at, height, top, down, strip)
        : (ys[rows] as number);
    if (own) {
      width[container] = fullWidth;
      height[container] = up(strip + inside + 15);
    } else {
      pageWidth = innerWidth;
      pageHeight = inside;
    }
  }
  // Containers come before what they hold from the end of the list: each is settled before its members.
  for (let k = plan.containers.length - 1; k >= 0; k--) {
    const container = plan.containers[k] as number;
    if (container === PAGE) continue;
    for (const i of plan.members.get(container) ?? []) {
      left[i] = (left[i] as number) + (left[container] as number);
      top[i] = (top[i] as number) + (top[container] as number);
    }
  }
  placeOutside(plan, at, { left, top, width, height, pageWidth, pageHeight });
  return onPage(left, top, width, height);
}

/** Rectangles with a margin around all of them. */
function onPage(left: Float64Array, top: Float64Array, width: Float64Array, height: Float64Array): Placed {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < left.length; i++) {
    const [x, y] = [left[i] as number, top[i] as number];
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x + (width[i] as number));
    y1 = Math.max(y1, y + (height[i] as number));
  }
  const [dx, dy] = [MARGIN - x0, MARGIN - y0];
  const rects = Array.from(
    left,
    (x, i): Rect => ({
      x: x + dx,
      y: (top[i] as number) + dy,
      w: width[i] as number,
      h: height[i] as number,
    }),
  );
  return { rects, width: x1 + dx + MARGIN, height: y1 + dy + MARGIN };
}

interface Ground {
  readonly left: Float64Array;
  readonly top: Float64Array;
  readonly width: Float64Array;
  readonly height: Float64Array;
  readonly pageWidth: number;
  readonly pageHeight: number;
}

/** The middle of those a party outside deals with, along one axis. */
function goalOf(plan: Plan, ground: Ground, i: number, upright: boolean): number {
  const partners = plan.partners.get(i) ?? [];
  if (partners.length === 0) return (upright ? ground.pageHeight : ground.pageWidth) / 2;
  const [starts, sizes] = upright ? [ground.top, ground.height] : [ground.left, ground.width];
  let sum = 0;
  for (const j of partners) sum += (starts[j] as number) + (sizes[j] as number) / 2;
  return sum / partners.length;
}

/** Parties outside stand along the sides, each pushed to the height of its partners. */
function placeOutside(plan: Plan, at: Seats, ground: Ground): void {
  const { left, top, width, height, pageWidth, pageHeight } = ground;
  SIDES.forEach((side, number) => {
    const line = plan.outside.filter((i) => at.side[i] === number);
    if (line.length === 0) return;
    const upright = side === 'left' || side === 'right';
    const goals = new Map(line.map((i) => [i, goalOf(plan, ground, i, upright)]));
    const goal = (i: number): number => goals.get(i) as number;
    const wish = (i: number): number => ((at.rank[i] as number) - 0.5) * 80;
    line.sort((a, b) => goal(a) + wish(a) - goal(b) - wish(b) || a - b);
    const length = (i: number): number => (upright ? height[i] : width[i]) as number;
    const starts = startsAlong(
      line.map((i) => ({ goal: goal(i), length: length(i) })),
      line.slice(1).map((i, k) => gapOf(plan, line[k] as number, i, upright)),
      upright ? pageHeight : pageWidth,
    );
    const gap = roomBeside(plan, line, upright);
    line.forEach((i, k) => {
      const start = starts[k] as number;
      if (upright) {
        left[i] = side === 'left' ? -gap - (width[i] as number) : pageWidth + gap;
        top[i] = start;
      } else {
        left[i] = start;
        top[i] = side === 'top' ? -gap - (height[i] as number) : pageHeight + gap;
      }
    });
  });
}

/** What two neighbours outside keep between them, for the label of an arrow that joins them. */
function gapOf({ outward }: Plan, a: number, b: number, upright: boolean): number {
  let gap = GUTTER;
  for (const { from, to, beside, between } of outward)
    if ((from === a && to === b) || (from === b && to === a)) gap = Math.max(gap, upright ? between : beside);
  return up(gap);
}

/** What a line of parties keeps from the page, for the labels of the arrows that leave it. */
function roomBeside({ outward }: Plan, line: readonly number[], upright: boolean): number {
  let room = 30;
  for (const { from, to, beside, between } of outward)
    if (line.includes(from) !== line.includes(to)) room = Math.max(room, upright ? beside : between);
  return up(room);
}

/** Each as near to its goal as the one before it lets it; what runs past the far end pushes back, never past the near end. */
function startsAlong(
  line: readonly { readonly goal: number; readonly length: number }[],
  gaps: readonly number[],
  end: number,
): number[] {
  const starts = line.map(({ goal, length }) => snap(goal - length / 2));
  const lengthOf = (k: number): number => line[k]?.length ?? 0;
  for (let k = 1; k < line.length; k++)
    starts[k] = Math.max(
      starts[k] as number,
      (starts[k - 1] as number) + lengthOf(k - 1) + (gaps[k - 1] as number),
    );
  let limit = end;
  for (let k = line.length - 1; k >= 0; k--) {
    starts[k] = Math.min(starts[k] as number, limit - lengthOf(k));
    if (k > 0) limit = (starts[k] as number) - (gaps[k - 1] as number);
  }
  let floor = 0;
  for (let k = 0; k < line.length; k++) {
    starts[k] = Math.max(starts[k] as number, floor);
    floor = (starts[k] as number) + lengthOf(k) + (gaps[k] ?? 0);
  }
  return starts;
}
