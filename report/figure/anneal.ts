import type { Box, Model } from './model.ts';
import {
  type Area,
  type Arrangement,
  boxAt,
  nameOf,
  type Plan,
  place,
  placementCost,
  SIDES,
  type Side,
} from './placement.ts';

type Cell = readonly [number, number];
type Random = () => number;

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;
const MOST_COLUMNS = 5;

const pinnedCell = (box: Box): Cell | undefined =>
  box.pin && 'column' in box.pin ? [box.pin.column, box.pin.row] : undefined;
const pinnedSide = (box: Box): Side | undefined => (box.pin && 'side' in box.pin ? box.pin.side : undefined);
const key = ([column, row]: Cell): string => `${column},${row}`;

/** A first arrangement by chance; pins hold. */
export function scatter(plan: Plan, random: Random): Arrangement {
  const { model } = plan;
  const cells: Record<string, Cell> = {};
  for (const container of plan.containers) {
    const members = plan.members.get(container) ?? [];
    const columns = Math.max(
      1,
      Math.min(members.length, 1 + Math.floor(random() * Math.min(4, members.length))),
    );
    const free = members.filter((i) => !pinnedCell(boxAt(model, i)));
    const taken = new Set<string>();
    for (const i of members) {
      const pin = pinnedCell(boxAt(model, i));
      if (!pin) continue;
      cells[boxAt(model, i).id] = pin;
      taken.add(key(pin));
    }
    for (let k = free.length - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1));
      [free[k], free[other]] = [free[other] as number, free[k] as number];
    }
    let slot = 0;
    for (const i of free) {
      while (taken.has(key([slot % columns, Math.floor(slot / columns)]))) slot++;
      cells[boxAt(model, i).id] = [slot % columns, Math.floor(slot / columns)];
      slot++;
    }
  }
  const sides: Record<string, Side> = {};
  const ranks: Record<string, number> = {};
  for (const i of plan.outside) {
    const box = boxAt(model, i);
    sides[box.id] = pinnedSide(box) ?? pick(SIDES, random);
    ranks[box.id] = random();
  }
  return { cells, sides, ranks, loose: {} };
}

/** The arrangement of an earlier figure with what is new put where it disturbs nothing. */
export function extend(plan: Plan, kept: Arrangement): Arrangement {
  const { model } = plan;
  const cells: Record<string, Cell> = {};
  for (const container of plan.containers) {
    const members = plan.members.get(container) ?? [];
    const known = members.filter((i) => kept.cells[boxAt(model, i).id]);
    for (const i of known) cells[boxAt(model, i).id] = kept.cells[boxAt(model, i).id] as Cell;
    for (const i of members) {
      const pin = pinnedCell(boxAt(model, i));
      if (pin) cells[boxAt(model, i).id] = pin;
    }
    const taken = new Set(
      members.flatMap((i) => (cells[boxAt(model, i).id] ? [key(cells[boxAt(model, i).id] as Cell)] : [])),
    );
    const rows = 1 + Math.max(0, ...known.map((i) => (cells[boxAt(model, i).id] as Cell)[1]));
    const columns = 1 + Math.max(0, ...known.map((i) => (cells[boxAt(model, i).id] as Cell)[0]));
    for (const i of members) {
      if (cells[boxAt(model, i).id]) continue;
      let slot = 0;
      while (slot < columns * rows && taken.has(key([slot % columns, Math.floor(slot / columns)]))) slot++;
      let cell: Cell = [slot % columns, Math.floor(slot / columns)];
      for (let row = rows; taken.has(key(cell)); row++) cell = [0, row];
      cells[boxAt(model, i).id] = cell;
      taken.add(key(cell));
    }
  }
  const sides: Record<string, Side> = {};
  const ranks: Record<string, number> = {};
  for (const i of plan.outside) {
    const box = boxAt(model, i);
    sides[box.id] = pinnedSide(box) ?? kept.sides[box.id] ?? 'right';
    ranks[box.id] = kept.ranks[box.id] ?? 0.9;
  }
  return { cells, sides, ranks, loose: kept.loose };
}

/** Columns and rows that nobody stands in any more close up, unless a pin counts them. */
function closeUp(model: Model, members: readonly number[], cells: Record<string, Cell>): void {
  if (members.some((i) => pinnedCell(boxAt(model, i)))) return;
  for (const axis of [0, 1] as const) {
    const used = [...new Set(members.map((i) => (cells[boxAt(model, i).id] as Cell)[axis]))].sort(
      (a, b) => a - b,
    );
    for (const i of members) {
      const { id } = boxAt(model, i);
      const cell = [...(cells[id] as Cell)] as [number, number];
      cell[axis] = used.indexOf(cell[axis]);
      cells[id] = cell;
    }
  }
}

function mutate(plan: Plan, at: Arrangement, random: Random): Arrangement {
  const { model } = plan;
  const loose = plan.outside.filter((i) => !pinnedSide(boxAt(model, i)));
  if (plan.outside.length > 0 && random() < 0.28) {
    const i = pick(loose.length && random() < 0.6 ? loose : plan.outside, random);
    const { id } = boxAt(model, i);
    if (loose.includes(i) && random() < 0.6)
      return { ...at, sides: { ...at.sides, [id]: pick(SIDES, random) } };
    return { ...at, ranks: { ...at.ranks, [id]: random() } };
  }
  const crowded = plan.containers.filter((c) => (plan.members.get(c)?.length ?? 0) > 1);
  if (crowded.length === 0) return at;
  if (random() < 0.08) {
    const name = nameOf(model, pick(crowded, random));
    return { ...at, loose: { ...at.loose, [name]: !at.loose[name] } };
  }
  const [one, other] = [pick(crowded, random), pick(crowded, random)];
  const size = (c: number): number => plan.members.get(c)?.length ?? 0;
  const members = plan.members.get(size(other) > size(one) ? other : one) ?? [];
  const movable = members.filter((i) => !pinnedCell(boxAt(model, i)));
  if (movable.length === 0) return at;
  const cells: Record<string, Cell> = { ...at.cells };
  const mine = boxAt(model, pick(movable, random)).id;
  if (random() < 0.45) {
    const theirs = boxAt(model, pick(movable, random)).id;
    [cells[mine], cells[theirs]] = [cells[theirs] as Cell, cells[mine] as Cell];
  } else {
    const limit = (axis: 0 | 1): number =>
      Math.min(MOST_COLUMNS, 2 + Math.max(...members.map((i) => (cells[boxAt(model, i).id] as Cell)[axis])));
    const target: Cell = [Math.floor(random() * limit(0)), Math.floor(random() * limit(1))];
    const there = members.find((i) => key(cells[boxAt(model, i).id] as Cell) === key(target));
    if (there !== undefined && pinnedCell(boxAt(model, there))) return at;
    if (there !== undefined) cells[boxAt(model, there).id] = cells[mine] as Cell;
    cells[mine] = target;
  }
  closeUp(model, members, cells);
  return { ...at, cells };
}

/** Moves may make things worse by this much at first, and by nothing at the end. */
const FIRST_TOLERANCE = 26;

/** Threshold accepting: arithmetic only, so that the same seed ends in the same place on every machine. */
export function anneal(
  plan: Plan,
  area: Area,
  random: Random,
  steps: number,
): { at: Arrangement; cost: number } {
  let at = scatter(plan, random);
  let cost = placementCost(plan, place(plan, at), area);
  let best = { at, cost };
  for (let step = 0; step < steps; step++) {
    const left = 1 - step / steps;
    const next = mutate(plan, at, random);
    if (next === at) continue;
    const nextCost = placementCost(plan, place(plan, next), area);
    if (nextCost > cost + FIRST_TOLERANCE * left * left * random()) continue;
    at = next;
    cost = nextCost;
    if (cost < best.cost) best = { at, cost };
  }
  return best;
}
