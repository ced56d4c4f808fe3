/** Something that is never torn: an item, a term, a line of a list. */
export interface Atom<T> {
  readonly what: T;
  readonly height: number;
  /** Air above it, except where a column begins with it. */
  readonly above: number;
  /** A heading goes on with what it is over. */
  readonly joined?: boolean;
}

/** How far down a run of atoms reaches when a column begins with it. */
export const depth = <T>(atoms: readonly Atom<T>[]): number =>
  atoms.reduce((sum, { height, above }, i) => sum + height + (i === 0 ? 0 : above), 0);

/** How many atoms a column takes; at least one, for what fits nowhere overflows wherever it stands. */
function taken<T>(atoms: readonly Atom<T>[], room: number): number {
  let count = 0;
  for (let n = 1; n <= atoms.length && depth(atoms.slice(0, n)) <= room; n++)
    if (!atoms[n - 1]?.joined) count = n;
  return Math.max(1, count);
}

/** The split of what is left into two columns that end nearest to each other. */
function balanced<T>(atoms: readonly Atom<T>[], room: number): [Atom<T>[], Atom<T>[]] | undefined {
  let best: { at: number; off: number } | undefined;
  for (let at = 1; at <= atoms.length; at++) {
    if (atoms[at - 1]?.joined) continue;
    const [left, right] = [depth(atoms.slice(0, at)), depth(atoms.slice(at))];
    if (left > room || right > room) continue;
    // Of two that are as even, the one whose left column is the longer.
    const off = left >= right ? left - right : (right - left) * 1.2;
    if (!best || off < best.off) best = { at, off };
  }
  return best && [atoms.slice(0, best.at), atoms.slice(best.at)];
}

/** Atoms as pages of two columns each: filled one after the other, those of the last page as even as may be. */
export function flow<T>(atoms: readonly Atom<T>[], room: number): T[][][] {
  const pages: T[][][] = [];
  let left = atoms;
  while (left.length > 0) {
    const even = balanced(left, room);
    if (even) {
      pages.push(even.map((column) => column.map(({ what }) => what)));
      break;
    }
    const first = taken(left, room);
    const rest = left.slice(first);
    const second = rest.length > 0 ? taken(rest, room) : 0;
    pages.push([left.slice(0, first).map(({ what }) => what), rest.slice(0, second).map(({ what }) => what)]);
    left = rest.slice(second);
  }
  return pages;
}

/** Rows as pages, none torn. */
export function pagesOf<T>(rows: readonly Atom<T>[], room: number): T[][] {
  const pages: T[][] = [];
  let left = rows;
  while (left.length > 0) {
    const count = taken(left, room);
    pages.push(left.slice(0, count).map(({ what }) => what));
    left = left.slice(count);
  }
  return pages;
}
