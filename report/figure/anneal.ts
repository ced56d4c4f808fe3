import { type Arrangement, arrangementOf, type Seats, SIDES, type Side, seatsOf } from './arrangement.ts';
import type { Area } from './geometry.ts';
import type { Box } from './model.ts';
import { place } from './placement.ts';
import { placementCost } from './placement-cost.ts';
import { boxAt, type Plan } from './plan.ts';

type Cell = readonly [number, number];
type Random = () => number;

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;
const MOST_COLUMNS = 5;

const pinnedCell = (box: Box): Cell | undefined =>
  box.pin && 'column' in box.pin ? [box.pin.column, box.pin.row] : undefined;
const pinnedSide = (box: Box): Side | undefined => (box.pin && 'side' in box.pin ? box.pin.side : undefined);
const key = ([column, row]: Cell): string => `${column},${row}`;

/** Puts a box where it stands in its container. */
function seat(at: Seats, i: number, [column, row]: Cell): void {
  at.column[i] = column;
  at.row[i] = row;
}

/** A first arrangement by chance; pins hold. */
export function scatter(plan: Plan, random: Random): Seats {
  const { model } = plan;
  const at = seatsOf(plan, { cells: {}, sides: {}, ranks: {}, loose: {} });
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
      seat(at, i, pin);
      taken.add(key(pin));
    }
    for (let k = free.length - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1));
      [free[k], free[other]] = [free[other] as number, free[k] as number];
    }
    let slot = 0;
    for (const i of free) {
      while (taken.has(key([slot % columns, Math.floor(slot / columns)]))) slot++;
      seat(at, i, [slot % columns, Math.floor(slot / columns)]);
      slot++;
    }
  }
  for (const i of plan.outside) {
    at.side[i] = SIDES.indexOf(pinnedSide(boxAt(model, i)) ?? pick(SIDES, random));
    at.rank[i] = random();
  }
  return at;
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

/** What may be moved, worked out once for a search. */
interface Moves {
  readonly outside: readonly number[];
  /** Parties outside whose side is free. */
  readonly free: readonly number[];
  readonly crowded: readonly {
    readonly container: number;
    readonly members: readonly number[];
    readonly movable: readonly number[];
    readonly pinned: ReadonlySet<number>;
  }[];
}

function movesOf({ model, outside, members, containers }: Plan): Moves {
  return {
    outside,
    free: outside.filter((i) => !pinnedSide(boxAt(model, i))),
    crowded: containers.flatMap((container) => {
      const those = members.get(container) ?? [];
      const pinned = new Set(those.filter((i) => pinnedCell(boxAt(model, i))));
      const movable = those.filter((i) => !pinned.has(i));
      return those.length > 1 ? [{ container, members: those, movable, pinned }] : [];
    }),
  };
}

/** Columns and rows that nobody stands in any more close up. */
function closeUp(members: readonly number[], line: Int16Array): void {
  const used = [...new Set(members.map((i) => line[i] as number))].sort((a, b) => a - b);
  for (const i of members) line[i] = used.indexOf(line[i] as number);
}

/** @returns another arrangement, or the same one where chance found nothing to move */
function mutate({ outside, free, crowded }: Moves, at: Seats, random: Random): Seats {
  if (outside.length > 0 && random() < 0.28) {
    const i = pick(free.length && random() < 0.6 ? free : outside, random);
    if (free.includes(i) && random() < 0.6) {
      const side = at.side.slice();
      side[i] = Math.floor(random() * SIDES.length);
      return { ...at, side };
    }
    const rank = at.rank.slice();
    rank[i] = random();
    return { ...at, rank };
  }
  if (crowded.length === 0) return at;
  if (random() < 0.08) {
    const loose = at.loose.slice();
    const own = pick(crowded, random).container + 1;
    loose[own] = loose[own] === 1 ? 0 : 1;
    return { ...at, loose };
  }
  const [one, other] = [pick(crowded, random), pick(crowded, random)];
  const { members, movable, pinned } = other.members.length > one.members.length ? other : one;
  if (movable.length === 0) return at;
  const next = { ...at, column: at.column.slice(), row: at.row.slice() };
  const cellOf = (i: number): Cell => [at.column[i] as number, at.row[i] as number];
  const mine = pick(movable, random);
  if (random() < 0.45) {
    const theirs = pick(movable, random);
    const [here, there] = [cellOf(mine), cellOf(theirs)];
    seat(next, mine, there);
    seat(next, theirs, here);
  } else {
    const limit = (line: Int16Array): number => {
      let last = 0;
      for (const i of members) last = Math.max(last, line[i] as number);
      return Math.min(MOST_COLUMNS, 2 + last);
    };
    const target: Cell = [Math.floor(random() * limit(at.column)), Math.floor(random() * limit(at.row))];
    const there = members.find((i) => at.column[i] === target[0] && at.row[i] === target[1]);
    if (there !== undefined && pinned.has(there)) return at;
    if (there !== undefined) seat(next, there, cellOf(mine));
    seat(next, mine, target);
  }
  // A pin counts columns and rows that stand empty as well.
  if (pinned.size === 0) for (const line of [next.column, next.row]) closeUp(members, line);
  return next;
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
  const moves = movesOf(plan);
  let at = scatter(plan, random);
  let cost = placementCost(plan, place(plan, at), area);
  let best = { at, cost };
  for (let step = 0; step < steps; step++) {
    const left = 1 - step / steps;
    const next = mutate(moves, at, random);
    if (next === at) continue;
    const nextCost = placementCost(plan, place(plan, next), area);
    if (nextCost > cost + FIRST_TOLERANCE * left * left * random()) continue;
    at = next;
    cost = nextCost;
    if (cost < best.cost) best = { at, cost };
  }
  return { at: arrangementOf(plan, best.at), cost: best.cost };
}
