import { canonicalJson } from '../../../../kernel/text.ts';
import type { Arrangement, Side } from '../../../../report/figure/arrangement.ts';
import { containersOf } from '../../../../report/figure/rules.ts';
import type { FigureArrow, FigureBox, FigureData } from '../../../../report/figure/schema.ts';
import { MOST } from '../limits/rules.ts';

/** Where something is drawn, in the units of the drawing. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What an arrangement calls the page itself. */
const PAGE = 'page';

export type Direction = 'left' | 'right' | 'up' | 'down';

const byIds = (figure: FigureData): ReadonlyMap<string, FigureBox> =>
  new Map(figure.boxes.map((box) => [box.id, box]));
export const holdsOthers = (figure: FigureData, id: string): boolean =>
  figure.boxes.some((box) => box.in === id);

/** Parties that stand around what contains others have a side of the page; everything else has a cell. */
function isOutside(figure: FigureData, id: string): boolean {
  const box = figure.boxes.find((each) => each.id === id);
  if (!box || box.in !== undefined || holdsOthers(figure, id)) return false;
  return figure.boxes.some((each) => each.in === undefined && holdsOthers(figure, each.id));
}

/** Those who share a grid with a box, itself among them. */
const gridOf = (figure: FigureData, container: string | undefined): string[] =>
  figure.boxes.filter((box) => box.in === container && !isOutside(figure, box.id)).map(({ id }) => id);

type Cell = readonly [column: number, row: number];
type Cells = Readonly<Record<string, Cell>>;

/** Columns and rows that nobody stands in close up. */
function closedUp(cells: Cells, ids: readonly string[]): Cells {
  const numbers = (axis: 0 | 1): number[] =>
    [...new Set(ids.flatMap((id) => cells[id]?.[axis] ?? []))].sort((a, b) => a - b);
  const [columns, rows] = [numbers(0), numbers(1)];
  return {
    ...cells,
    ...Object.fromEntries(
      ids.flatMap((id): [string, Cell][] => {
        const cell = cells[id];
        return cell ? [[id, [columns.indexOf(cell[0]), rows.indexOf(cell[1])]]] : [];
      }),
    ),
  };
}

const sameCells = (a: Cells, b: Cells, ids: readonly string[]): boolean =>
  ids.every((id) => a[id]?.[0] === b[id]?.[0] && a[id]?.[1] === b[id]?.[1]);

/** In a container without common rows each column is a list of its own. */
function columnsOf(cells: Cells, ids: readonly string[]): string[][] {
  const columns: string[][] = [];
  for (const id of ids.toSorted((a, b) => (cells[a]?.[1] ?? 0) - (cells[b]?.[1] ?? 0))) {
    const column = cells[id]?.[0];
    if (column !== undefined) columns[column] = [...(columns[column] ?? []), id];
  }
  return columns.filter((column) => column !== undefined);
}

const inColumns = (cells: Cells, columns: readonly (readonly string[])[]): Cells => ({
  ...cells,
  ...Object.fromEntries(
    columns
      .filter((column) => column.length > 0)
      .flatMap((column, x) => column.map((id, y): [string, Cell] => [id, [x, y]])),
  ),
});

/** Up and down a column, or into the one beside; from a column it shares it may make one of its own at the edge. */
function nudgedInColumns(cells: Cells, ids: readonly string[], id: string, [x, y]: Cell): Cells {
  const columns = columnsOf(cells, ids);
  const at = columns.findIndex((column) => column.includes(id));
  const own = columns[at] ?? [];
  const place = own.indexOf(id);
  if (x === 0) {
    const other = own[place + y];
    const turned = other === undefined ? own : own.with(place, other).with(place + y, id);
    return inColumns(cells, columns.with(at, turned));
  }
  const left = columns.with(
    at,
    own.filter((each) => each !== id),
  );
  const beside = left[at + x];
  if (beside)
    return inColumns(cells, left.with(at + x, beside.toSpliced(Math.min(place, beside.length), 0, id)));
  return inColumns(cells, x < 0 ? [[id], ...left] : [...left, [id]]);
}

const STEPS: Readonly<Record<Direction, Cell>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
const SIDE_OF: Readonly<Record<Direction, Side>> = {
  left: 'left',
  right: 'right',
  up: 'top',
  down: 'bottom',
};

const inPlaces = (figure: FigureData, arrangement: Arrangement): FigureData => ({
  ...figure,
  arrangement: {
    ...arrangement,
    cells: Object.fromEntries(
      Object.entries(arrangement.cells).map(([id, [column, row]]): [string, [number, number]] => [
        id,
        [column, row],
      ]),
    ),
  },
});

/**
 * A figure as it is kept: one that was changed since it was saved is printed as it stands on the screen; one that was not
 * stays as its author left it, though it was drawn meanwhile.
 */
export function figureToKeep(
  figure: FigureData,
  saved: FigureData,
  standing: Arrangement | undefined,
): FigureData {
  if (!standing || figure === saved || canonicalJson(figure) === canonicalJson(saved)) return figure;
  return inPlaces(figure, standing);
}

/** The figure with everything in given places; whoever was moved is held by them and by no pin. */
function arranged(figure: FigureData, arrangement: Arrangement, moved: string): FigureData {
  return {
    ...inPlaces(figure, arrangement),
    boxes: figure.boxes.map((box) => {
      if (box.id !== moved || !box.pin) return box;
      const { pin: _, ...free } = box;
      return free;
    }),
  };
}

/** Along its side an outside party changes places with its neighbour; away from it, it goes to another side. */
function nudgedOutside(
  figure: FigureData,
  at: Arrangement,
  id: string,
  to: Direction,
): FigureData | undefined {
  const side = at.sides[id] ?? 'right';
  const along =
    side === 'left' || side === 'right' ? to === 'up' || to === 'down' : to === 'left' || to === 'right';
  const line = figure.boxes
    .filter((box) => isOutside(figure, box.id) && (at.sides[box.id] ?? 'right') === side)
    .map((box) => box.id)
    .sort((a, b) => (at.ranks[a] ?? 0) - (at.ranks[b] ?? 0));
  const neighbour = line[line.indexOf(id) + (to === 'up' || to === 'left' ? -1 : 1)];
  if (along && neighbour !== undefined) {
    const ranks = Object.fromEntries(line.map((each, i) => [each, (i + 1) / (line.length + 1)]));
    const [own = 0, other = 0] = [ranks[id], ranks[neighbour]];
    return arranged(figure, { ...at, ranks: { ...at.ranks, ...ranks, [id]: other, [neighbour]: own } }, id);
  }
  if (side === SIDE_OF[to]) return undefined;
  // Round the corner it stands where it came from.
  const rank = side === 'left' || side === 'top' ? 0.05 : 0.95;
  return arranged(
    figure,
    { ...at, sides: { ...at.sides, [id]: SIDE_OF[to] }, ranks: { ...at.ranks, [id]: along ? rank : 0.5 } },
    id,
  );
}

/** One cell further; whoever stands there changes places. Undefined where there is no further. */
export function nudged(
  figure: FigureData,
  at: Arrangement,
  id: string,
  to: Direction,
): FigureData | undefined {
  const box = byIds(figure).get(id);
  if (!box) return undefined;
  if (isOutside(figure, id)) return nudgedOutside(figure, at, id, to);
  const ids = gridOf(figure, box.in);
  const cells = closedUp(at.cells, ids);
  const own = cells[id];
  if (!own) return undefined;
  if (at.loose[box.in ?? PAGE]) {
    const next = nudgedInColumns(cells, ids, id, STEPS[to]);
    const before = inColumns(cells, columnsOf(cells, ids));
    return sameCells(before, next, ids) ? undefined : arranged(figure, { ...at, cells: next }, id);
  }
  const [column, row]: Cell = [own[0] + STEPS[to][0], own[1] + STEPS[to][1]];
  const there = ids.find((each) => cells[each]?.[0] === column && cells[each]?.[1] === row);
  const next = closedUp({ ...cells, [id]: [column, row], ...(there !== undefined && { [there]: own }) }, ids);
  if (sameCells(cells, next, ids)) return undefined;
  return arranged(figure, { ...at, cells: next }, id);
}

const contains = ({ x, y, w, h }: Spot, px: number, py: number): boolean =>
  px >= x && px <= x + w && py >= y && py <= y + h;

/** The innermost box at a point. */
export function boxAtPoint(
  figure: FigureData,
  spots: ReadonlyMap<string, Spot>,
  [px, py]: readonly [number, number],
  except: (id: string) => boolean = () => false,
): string | undefined {
  const all = byIds(figure);
  return figure.boxes
    .filter(({ id }) => !except(id))
    .filter(({ id }) => {
      const spot = spots.get(id);
      return spot && contains(spot, px, py);
    })
    .sort((a, b) => containersOf(all, b.id).length - containersOf(all, a.id).length)[0]?.id;
}

/** Which column or row a point falls into; between two, or beyond the last, it makes one of its own. */
function lineAt(
  cells: Cells,
  spots: ReadonlyMap<string, Spot>,
  ids: readonly string[],
  axis: 0 | 1,
  p: number,
) {
  const lines = new Map<number, [from: number, to: number]>();
  for (const id of ids) {
    const [cell, spot] = [cells[id], spots.get(id)];
    if (!cell || !spot) continue;
    const [from, to] = axis === 0 ? [spot.x, spot.x + spot.w] : [spot.y, spot.y + spot.h];
    const known = lines.get(cell[axis]);
    lines.set(cell[axis], known ? [Math.min(known[0], from), Math.max(known[1], to)] : [from, to]);
  }
  const sorted = [...lines].sort(([a], [b]) => a - b);
  const within = sorted.find(([, [from, to]]) => p >= from && p <= to);
  if (within) return { at: within[0], isNew: false };
  const after = sorted.find(([, [from]]) => p < from);
  return { at: after?.[0] ?? (sorted.at(-1)?.[0] ?? -1) + 1, isNew: true };
}

/** Puts a box into the grid of a container where it was let go. */
function putInGrid(
  figure: FigureData,
  at: Arrangement,
  spots: ReadonlyMap<string, Spot>,
  id: string,
  container: string | undefined,
  [px, py]: readonly [number, number],
): FigureData {
  const others = gridOf(figure, container).filter((each) => each !== id);
  let cells = closedUp(at.cells, others);
  const column = lineAt(cells, spots, others, 0, px);
  if (at.loose[container ?? PAGE]) {
    const columns = columnsOf(cells, others);
    const own = column.isNew ? [] : (columns[column.at] ?? []);
    const middle = (each: string): number => (spots.get(each)?.y ?? 0) + (spots.get(each)?.h ?? 0) / 2;
    const before = own.findIndex((each) => py < middle(each));
    const filled = own.toSpliced(before < 0 ? own.length : before, 0, id);
    const next = column.isNew ? columns.toSpliced(column.at, 0, filled) : columns.with(column.at, filled);
    return arranged(figure, { ...at, cells: inColumns(cells, next) }, id);
  }
  let row = lineAt(cells, spots, others, 1, py);
  const taken = others.some((each) => cells[each]?.[0] === column.at && cells[each]?.[1] === row.at);
  // Whoever stands there makes room below.
  if (!column.isNew && !row.isNew && taken) {
    const spot = spots.get(
      others.find((each) => cells[each]?.[0] === column.at && cells[each]?.[1] === row.at) ?? '',
    );
    row = { at: spot && py > spot.y + spot.h / 2 ? row.at + 1 : row.at, isNew: true };
  }
  cells = {
    ...cells,
    ...Object.fromEntries(
      others.flatMap((each): [string, Cell][] => {
        const cell = cells[each];
        if (!cell) return [];
        const shifted = ([line, i]: [typeof row, 0 | 1]): number =>
          cell[i] + (line.isNew && cell[i] >= line.at ? 1 : 0);
        return [[each, [shifted([column, 0]), shifted([row, 1])]]];
      }),
    ),
    [id]: [column.at, row.at],
  };
  return arranged(figure, { ...at, cells: closedUp(cells, [...others, id]) }, id);
}

/** A party outside stands at the side that is nearest to where it was let go. */
function putAtSide(
  figure: FigureData,
  at: Arrangement,
  spots: ReadonlyMap<string, Spot>,
  id: string,
  [px, py]: readonly [number, number],
): FigureData {
  const mains = figure.boxes.filter((box) => box.in === undefined && holdsOthers(figure, box.id));
  const all = mains.flatMap((box) => spots.get(box.id) ?? []);
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ x, w }) => x + w));
  const top = Math.min(...all.map(({ y }) => y));
  const bottom = Math.max(...all.map(({ y, h }) => y + h));
  const off: readonly [Side, number][] = [
    ['left', left - px],
    ['right', px - right],
    ['top', top - py],
    ['bottom', py - bottom],
  ];
  const [side] = off.reduce((most, each) => (each[1] > most[1] ? each : most));
  const share =
    side === 'left' || side === 'right' ? (py - top) / (bottom - top) : (px - left) / (right - left);
  const rank = Math.min(1, Math.max(0, share));
  return arranged(
    figure,
    { ...at, sides: { ...at.sides, [id]: side }, ranks: { ...at.ranks, [id]: rank } },
    id,
  );
}

/** A box that was dragged and let go at a point: into a box, to a place among those beside it, or to a side of the page. */
export function dropped(
  figure: FigureData,
  at: Arrangement,
  spots: ReadonlyMap<string, Spot>,
  id: string,
  point: readonly [number, number],
): FigureData {
  const all = byIds(figure);
  const box = all.get(id);
  if (!box) return figure;
  const isOwn = (other: string): boolean => other === id || containersOf(all, other).includes(id);
  const target = [boxAtPoint(figure, spots, point, isOwn)]
    .flatMap((innermost) => (innermost === undefined ? [] : [innermost, ...containersOf(all, innermost)]))
    .find((each) => holdsOthers(figure, each));
  const { in: _, ...free } = box;
  const inside = {
    ...figure,
    boxes: figure.boxes.map((each) =>
      each.id === id ? (target === undefined ? free : { ...free, in: target }) : each,
    ),
  };
  // To what it is in now no line can lead.
  const moved = { ...inside, arrows: inside.arrows.filter(({ from, to }) => canJoin(inside, from, to)) };
  return isOutside(moved, id)
    ? putAtSide(moved, at, spots, id, point)
    : putInGrid(moved, at, spots, id, target, point);
}

/** Whether an arrow may join two boxes: not a box with itself, nor with what it is in. */
export function canJoin(figure: FigureData, from: string, to: string): boolean {
  const all = byIds(figure);
  if (figure.arrows.length >= MOST.arrows) return false;
  return from !== to && !containersOf(all, from).includes(to) && !containersOf(all, to).includes(from);
}

export function withArrow(figure: FigureData, from: string, to: string): FigureData {
  if (!canJoin(figure, from, to)) return figure;
  const arrow: FigureArrow = { from, to, ways: 'one', nature: 'report', labels: [] };
  return { ...figure, arrows: [...figure.arrows, arrow] };
}

/** Without a box and the arrows at it; what stood in it stands where it stood. */
export function withoutBox(figure: FigureData, gone: string): FigureData {
  const outer = figure.boxes.find(({ id }) => id === gone)?.in;
  return {
    ...figure,
    boxes: figure.boxes
      .filter(({ id }) => id !== gone)
      .map((box) => {
        if (box.in !== gone) return box;
        const { in: _, ...free } = box;
        return outer === undefined ? free : { ...free, in: outer };
      }),
    arrows: figure.arrows.filter(({ from, to }) => from !== gone && to !== gone),
  };
}

/** Arrows of the same ends and look are drawn as one: which of the data each drawn one stands for. */
export function drawnArrows({ arrows }: FigureData): number[][] {
  const groups = new Map<string, number[]>();
  arrows.forEach(({ from, to, ways, nature, inferred }, i) => {
    const ends = `${from}>${to}:${ways}:${nature}:${inferred}`;
    groups.set(ends, [...(groups.get(ends) ?? []), i]);
  });
  return [...groups.values()];
}
