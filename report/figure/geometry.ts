/** Points (1/72 inch) with the origin at the top left. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
export interface Area {
  readonly width: number;
  readonly height: number;
}
export type Point = readonly [x: number, y: number];
export type Segment = readonly [from: Point, to: Point];

export const segmentsOf = (path: readonly Point[]): Segment[] =>
  path.slice(1).map((to, i) => [path[i] as Point, to]);

/** Whether two rectangles share more than `slack` points of ground. */
export const overlap = (a: Rect, b: Rect, slack = 0.5): boolean =>
  a.x < b.x + b.w - slack && b.x < a.x + a.w - slack && a.y < b.y + b.h - slack && b.y < a.y + a.h - slack;

export const inside = (inner: Rect, outer: Rect, slack = 0.5): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.w <= outer.x + outer.w + slack &&
  inner.y + inner.h <= outer.y + outer.h + slack;

export const centreOf = (r: Rect): Point => [r.x + r.w / 2, r.y + r.h / 2];

/** The smallest rectangle around all of them; there must be one. */
export function boundsOf(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((r) => r.x));
  const y = Math.min(...rects.map((r) => r.y));
  return {
    x,
    y,
    w: Math.max(...rects.map((r) => r.x + r.w)) - x,
    h: Math.max(...rects.map((r) => r.y + r.h)) - y,
  };
}

/** Whether a segment of any slope enters a rectangle that was shrunk by `margin` (Liang–Barsky). */
export function enters([a, b]: Segment, r: Rect, margin = 1): boolean {
  let start = 0;
  let end = 1;
  for (let axis: 0 | 1 = 0; ; axis = 1) {
    const low = (axis === 0 ? r.x : r.y) + margin;
    const high = (axis === 0 ? r.x + r.w : r.y + r.h) - margin;
    if (low >= high) return false;
    const from = a[axis];
    const by = b[axis] - from;
    if (by > -1e-9 && by < 1e-9) {
      if (from < low || from > high) return false;
    } else {
      const one = (low - from) / by;
      const other = (high - from) / by;
      start = Math.max(start, Math.min(one, other));
      end = Math.min(end, Math.max(one, other));
    }
    if (axis === 1) return end - start > 1e-6;
  }
}

/**
 * How much of a rectilinear path is seen before it first enters a rectangle and after it last leaves it; nothing when
 * it never meets it.
 */
export function freeEnds(path: readonly Segment[], r: Rect): { tail: number; head: number } | undefined {
  let walked = 0;
  let tail = -1;
  let left = 0;
  for (const segment of path) {
    const [a, b] = segment;
    const level = a[1] === b[1];
    const [near, far] = level ? [r.x, r.x + r.w] : [r.y, r.y + r.h];
    const [from, to] = level ? [a[0], b[0]] : [a[1], b[1]];
    const length = Math.abs(to - from);
    if (enters(segment, r, 0)) {
      const [first, last] = from < to ? [near - from, far - from] : [from - far, from - near];
      if (tail < 0) tail = walked + Math.max(0, first);
      left = walked + Math.min(length, last);
    }
    walked += length;
  }
  return tail < 0 ? undefined : { tail, head: walked - left };
}

const side = (p: Point, q: Point, r: Point): number =>
  Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));

export const crosses = ([a, b]: Segment, [c, d]: Segment): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Length along which two axis-parallel segments run on the same line. */
export function sharedLength([a, b]: Segment, [c, d]: Segment): number {
  for (const axis of [0, 1] as const) {
    const along = axis === 0 ? 1 : 0;
    const straight = Math.abs(a[axis] - b[axis]) < 0.5 && Math.abs(c[axis] - d[axis]) < 0.5;
    if (!straight || Math.abs(a[axis] - c[axis]) >= 1.5) continue;
    return Math.max(
      0,
      Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along])) -
        Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along])),
    );
  }
  return 0;
}
