import type { Bilingual } from '../../kernel/language.ts';
import type { Point, Rect } from './geometry.ts';

/** Stands after a name or a label, and on a line, that no source states. A sign, for a colour would be lost in print. */
export const INFERRED = '＊';
export const INFERRED_WORD: Bilingual = { ja: '資料に明記なし（推定）', en: 'inferred, not stated' };
export const INFERRED_DISC = 4.6;

const STEP = 2;
/** What a head or a bare end needs for itself. */
const END = 13;

const inside = ([x, y]: Point, { x: left, y: top, w, h }: Rect): boolean =>
  x > left - INFERRED_DISC &&
  x < left + w + INFERRED_DISC &&
  y > top - INFERRED_DISC &&
  y < top + h + INFERRED_DISC;

/** Whether a point lies on a line of straight runs, or so near that a sign there would be taken for its own. */
const onLine = ([x, y]: Point, path: readonly Point[]): boolean =>
  path.some(([ax, ay], i) => {
    const next = path[i + 1];
    if (!next) return false;
    const near = (at: number, a: number, b: number): boolean =>
      at > Math.min(a, b) - INFERRED_DISC && at < Math.max(a, b) + INFERRED_DISC;
    return near(x, ax, next[0]) && near(y, ay, next[1]);
  });

/** Points along a line, each run by itself. */
function* alongRuns(path: readonly Point[]): Generator<Point | undefined> {
  for (const [i, [ax, ay]] of path.entries()) {
    const next = path[i + 1];
    if (!next) return;
    const length = Math.abs(next[0] - ax) + Math.abs(next[1] - ay);
    for (let at = STEP; at < length; at += STEP)
      yield [ax + ((next[0] - ax) * at) / length, ay + ((next[1] - ay) * at) / length];
    yield undefined;
  }
}

const isNearEnd = ([x, y]: Point, path: readonly Point[]): boolean =>
  [path[0], path.at(-1)].some(
    (end) => end !== undefined && Math.abs(end[0] - x) + Math.abs(end[1] - y) < END,
  );

/**
 * Where the sign stands on a line: in the middle of its longest straight stretch that bears no label and is no other's
 * too, and touches no head where there is room. Undefined only where a line has no length.
 */
export function signPlace(
  path: readonly Point[],
  labels: readonly Rect[],
  others: readonly (readonly Point[])[],
): Point | undefined {
  const all = [...alongRuns(path)];
  const isFree = (point: Point): boolean =>
    !labels.some((label) => inside(point, label)) && !others.some((other) => onLine(point, other));
  return (
    middleOf(all, (point) => isFree(point) && !isNearEnd(point, path)) ??
    middleOf(all, isFree) ??
    all.find((point) => point !== undefined)
  );
}

/** The middle of the longest stretch of points that will do. */
function middleOf(
  points: readonly (Point | undefined)[],
  will: (point: Point) => boolean,
): Point | undefined {
  let best: Point[] = [];
  let run: Point[] = [];
  for (const point of [...points, undefined]) {
    if (point && will(point)) run.push(point);
    else {
      if (run.length > best.length) best = run;
      run = [];
    }
  }
  return best[Math.floor(best.length / 2)];
}
