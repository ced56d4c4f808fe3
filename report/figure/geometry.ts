/** Points (1/72 inch) with the origin at the top left. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
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

/** Whether a segment of any slope enters a rectangle that was shrunk by `margin` (Liang–Barsky). */
export function enters([[x1, y1], [x2, y2]]: Segment, r: Rect, margin = 1): boolean {
  const left = r.x + margin;
  const right = r.x + r.w - margin;
  const top = r.y + margin;
  const bottom = r.y + r.h - margin;
  if (left >= right || top >= bottom) return false;
  let start = 0;
  let end = 1;
  const clip = (p: number, q: number): boolean => {
    if (p > -1e-9 && p < 1e-9) return q >= 0;
    const t = q / p;
    if (p < 0) {
      if (t > end) return false;
      if (t > start) start = t;
    } else {
      if (t < start) return false;
      if (t < end) end = t;
    }
    return true;
  };
  const dx = x2 - x1;
  const dy = y2 - y1;
  return (
    clip(-dx, x1 - left) &&
    clip(dx, right - x1) &&
    clip(-dy, y1 - top) &&
    clip(dy, bottom - y1) &&
    end - start > 1e-6
  );
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
