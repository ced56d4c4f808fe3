import { backwardsOf, executivesDrop } from './convention.ts';
import { type Area, centreOf, crosses, enters, type Point, type Rect, type Segment } from './geometry.ts';
import type { Placed } from './placement.ts';
import { type Ends, lengthBeside, lengthBetween, type Plan } from './plan.ts';

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
