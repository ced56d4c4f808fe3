import type { Bilingual } from '../../kernel/language.ts';
import type { Point, Rect } from './geometry.ts';

/** Stands after a name or a label, and on a line, that no source states. A sign, for a colour would be lost in print. */
export const INFERRED = '＊';
export const INFERRED_WORD: Bilingual = { ja: '資料に明記なし（推定）', en: 'inferred, not stated' };
export const INFERRED_DISC = 4.6;

const STEP = 2;

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

/**
 * Where the sign stands on a line: in the middle of its longest straight stretch that bears no label and is no other's
 * too. Undefined only where a line has no length.
 */
export function signPlace(
  path: readonly Point[],
  labels: readonly Rect[],
  others: readonly (readonly Point[])[],
): Point | undefined {
  let best: Point[] = [];
  let run: Point[] = [];
  const all = [...alongRuns(path)];
  for (const point of [...all, undefined]) {
    const free =
      point && !labels.some((label) => inside(point, label)) && !others.some((other) => onLine(point, other));
    if (free) run.push(point);
    else {
      if (run.length > best.length) best = run;
      run = [];
    }
  }
  return best[Math.floor(best.length / 2)] ?? all.find((point) => point !== undefined);
}
