import { centreOf, type Point, type Rect } from './geometry.ts';
import type { Model } from './model.ts';

/** What bears a numbered label; the other of the two is -1. */
interface Bearer {
  readonly number: number;
  readonly box: number;
  readonly arrow: number;
}

function bearersOf(model: Model, kind: 'event' | 'response'): Bearer[] {
  const found = [
    ...model.boxes.flatMap(({ callouts }, box) => callouts.map((callout) => ({ callout, box, arrow: -1 }))),
    ...model.arrows.flatMap(({ callouts }, arrow) =>
      callouts.map((callout) => ({ callout, box: -1, arrow })),
    ),
  ];
  return found
    .filter(({ callout }) => callout.kind === kind && callout.numbers.length > 0)
    .map(({ callout, box, arrow }) => ({ number: callout.numbers[0] as number, box, arrow }))
    .sort((a, b) => a.number - b.number);
}

/** From each numbered label to the next of its series; the same number twice is no step. */
export type Step = readonly [from: Bearer, to: Bearer];
export const stepsOf = (model: Model): Step[] =>
  (['event', 'response'] as const).flatMap((kind) => {
    const bearers = bearersOf(model, kind);
    return bearers.slice(1).flatMap((to, k): Step[] => {
      const from = bearers[k] as Bearer;
      return from.number === to.number ? [] : [[from, to]];
    });
  });

/** Less than this is no movement: boxes of one row stand a little higher or lower. */
const STILL = 20;

/** How many steps go back in reading order: to the left without going down, or up without going right. */
export function backwardsOf(
  steps: readonly Step[],
  boxes: readonly Rect[],
  placeOfArrow: (arrow: number) => Point,
): number {
  const placeOf = ({ box, arrow }: Bearer): Point =>
    box < 0 ? placeOfArrow(arrow) : centreOf(boxes[box] as Rect);
  let found = 0;
  for (const [from, to] of steps) {
    const [x1, y1] = placeOf(from);
    const [x2, y2] = placeOf(to);
    const [right, down] = [x2 - x1, y2 - y1];
    if ((right < -STILL && down < STILL) || (down < -STILL && right < STILL)) found++;
  }
  return found;
}

/** How far executives stand below the highest of those they stand with, as shares of their container, summed. */
export function executivesDrop(model: Model, boxes: readonly Rect[]): number {
  let drop = 0;
  model.boxes.forEach(({ kind, parent }, i) => {
    if (kind !== 'executives' || parent < 0) return;
    const own = boxes[i] as Rect;
    let highest = own.y;
    for (const sibling of model.boxes[parent]?.children ?? [])
      highest = Math.min(highest, (boxes[sibling] as Rect).y);
    drop += (own.y - highest) / (boxes[parent] as Rect).h;
  });
  return drop;
}

/** How far attackers stand from the nearest edge of the figure, as shares of its smaller side, summed. */
export function attackersInside(model: Model, boxes: readonly Rect[], width: number, height: number): number {
  let inside = 0;
  model.boxes.forEach(({ kind }, i) => {
    if (kind !== 'attacker') return;
    const { x, y, w, h } = boxes[i] as Rect;
    inside += Math.max(0, Math.min(x, y, width - x - w, height - y - h)) / Math.min(width, height);
  });
  return inside;
}
