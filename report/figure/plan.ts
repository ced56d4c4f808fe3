import { PAGE } from './arrangement.ts';
import { type Step, stepsOf } from './convention.ts';
import type { Arrow, Box, Model } from './model.ts';
import { rowName } from './rules.ts';

/** An arrow seen from the container both of its ends share, with the room its label needs. */
interface Crossing {
  readonly from: number;
  readonly to: number;
  readonly beside: number;
  readonly between: number;
}

export type Ends = readonly [from: number, to: number];

/** What placing asks again and again, worked out once. */
export interface Plan {
  readonly model: Model;
  /** Boxes that contain others, inner ones first, and the page last. */
  readonly containers: readonly number[];
  readonly members: ReadonlyMap<number, readonly number[]>;
  readonly crossings: ReadonlyMap<number, readonly Crossing[]>;
  readonly outside: readonly number[];
  /** For each party outside the boxes it stands beside: its own partners, or those of its kind. */
  readonly partners: ReadonlyMap<number, readonly number[]>;
  /** Arrows with a label that begin or end outside. */
  readonly outward: readonly Crossing[];
  readonly steps: readonly Step[];
  readonly ends: readonly Ends[];
  readonly kin: ReadonlyMap<number, number>;
  /** Each of a row with the one before it. */
  readonly rows: readonly Ends[];
  /** For each arrow the boxes it must not run through. */
  readonly obstacles: readonly (readonly number[])[];
}

/** What an arrow with its label needs between two boxes that stand side by side, or one above the other. */
export const lengthBeside = ({ labelWidth, seen }: Arrow): number =>
  labelWidth && labelWidth + seen.tail + seen.head + 4;
export const lengthBetween = ({ labelHeight, seen }: Arrow): number =>
  labelHeight && labelHeight + seen.tail + seen.head + 2;

export const boxAt = (model: Model, i: number): Box => model.boxes[i] as Box;

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
    crossings
      .get(shared ? (from[shared - 1] as number) : PAGE)
      ?.push({ from: a, to: b, beside: lengthBeside(arrow), between: lengthBetween(arrow) });
  }
  const ends = model.arrows.map((arrow) => endsOf(model, arrow));
  const kin = kinOf(model);
  const isOutside = new Set(outside);
  const partnersOf = (i: number): number[] =>
    model.arrows
      .flatMap(({ from, to }) => (from === i ? [to] : to === i ? [from] : []))
      .filter((j) => !isOutside.has(j));
  return {
    model,
    containers,
    members,
    crossings,
    outside,
    // Who has no partners goes where its own kind goes.
    partners: new Map(outside.map((i) => [i, partnersOf(kin.get(i) ?? i)])),
    outward: model.arrows.flatMap((arrow) =>
      arrow.labelWidth && (isOutside.has(arrow.from) || isOutside.has(arrow.to))
        ? [{ from: arrow.from, to: arrow.to, beside: lengthBeside(arrow), between: lengthBetween(arrow) }]
        : [],
    ),
    steps: stepsOf(model),
    ends,
    kin,
    rows: rowsOf(model),
    obstacles: ends.map((pair) => obstaclesOf(model, pair)),
  };
}
