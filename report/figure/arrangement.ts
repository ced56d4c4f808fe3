import type { Model } from './model.ts';
import type { Plan } from './plan.ts';

/** Index of the page itself, the container of everything that stands alone. */
export const PAGE = -1;

export const SIDES = ['left', 'right', 'top', 'bottom'] as const;
export type Side = (typeof SIDES)[number];

/**
 * Where everything stands relative to everything else, without lengths: a cell of the container's grid for what is
 * inside, a side of the page and a rank along it for parties outside. It is what an author keeps, and it is small.
 */
export interface Arrangement {
  readonly cells: Readonly<Record<string, readonly [column: number, row: number]>>;
  readonly sides: Readonly<Record<string, Side>>;
  readonly ranks: Readonly<Record<string, number>>;
  /**
   * Containers whose columns stand side by side without common rows: what is tall in one column then makes no holes in
   * the others. All others keep a full grid. The page itself is called `page`.
   */
  readonly loose: Readonly<Record<string, boolean>>;
}

/** What a container is called in an arrangement. */
export const nameOf = (model: Model, container: number): string =>
  container === PAGE ? 'page' : (model.boxes[container]?.id ?? '');

/** The same by number, for a search that looks at thousands: an entry for each box, and one for the page before them. */
export interface Seats {
  readonly column: Int16Array;
  readonly row: Int16Array;
  /** Index into `SIDES`. */
  readonly side: Int8Array;
  readonly rank: Float64Array;
  /** Of the container after the page's own, which is the first. */
  readonly loose: Uint8Array;
}

export function seatsOf({ model, containers }: Plan, at: Arrangement): Seats {
  const { boxes } = model;
  const loose = new Uint8Array(boxes.length + 1);
  for (const container of containers) loose[container + 1] = at.loose[nameOf(model, container)] ? 1 : 0;
  return {
    column: Int16Array.from(boxes, ({ id }) => at.cells[id]?.[0] ?? 0),
    row: Int16Array.from(boxes, ({ id }) => at.cells[id]?.[1] ?? 0),
    side: Int8Array.from(boxes, ({ id }) => SIDES.indexOf(at.sides[id] ?? 'left')),
    rank: Float64Array.from(boxes, ({ id }) => at.ranks[id] ?? 0.5),
    loose,
  };
}

export function arrangementOf({ model, containers, members, outside }: Plan, seats: Seats): Arrangement {
  const idOf = (i: number): string => model.boxes[i]?.id ?? '';
  const inside = containers.flatMap((container) => members.get(container) ?? []);
  return {
    cells: Object.fromEntries(
      inside.map((i) => [idOf(i), [seats.column[i] as number, seats.row[i] as number] as const]),
    ),
    sides: Object.fromEntries(outside.map((i) => [idOf(i), SIDES[seats.side[i] as number] as Side])),
    ranks: Object.fromEntries(outside.map((i) => [idOf(i), seats.rank[i] as number])),
    loose: Object.fromEntries(
      containers.flatMap((container) =>
        seats.loose[container + 1] ? [[nameOf(model, container), true] as const] : [],
      ),
    ),
  };
}
