/** One thing to be drawn, and what it needs. */
export interface Drawn {
  readonly id: string;
  readonly needs: readonly string[];
}
export interface Place {
  readonly x: number;
  readonly y: number;
}
export interface Layered {
  readonly places: ReadonlyMap<string, Place>;
  readonly columns: number;
  readonly rows: number;
}

const SWEEPS = 6;

/**
 * Rows from what nothing needs down to what everything needs, each below all that need it; what has to do with each other
 * stands together. Deterministic; a circle is cut where it is met.
 * @returns places in whole columns and rows
 */
export function layered(things: readonly Drawn[]): Layered {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const places = new Map<string, Place>();
  let left = 0;
  let rows = 0;
  for (const group of componentsOf(things)) {
    const depth = depthsOf(group, byId);
    const lines = ordered(group, depth, byId);
    const width = Math.max(...lines.map(({ length }) => length));
    lines.forEach((line, y) => {
      const indent = (width - line.length) / 2;
      line.forEach((id, x) => {
        places.set(id, { x: left + indent + x, y });
      });
    });
    left += width + 0.5;
    rows = Math.max(rows, lines.length);
  }
  return { places, columns: Math.max(left - 0.5, 0), rows };
}

/** What hangs together, the largest first; what stands alone comes last. */
function componentsOf(things: readonly Drawn[]): string[][] {
  const near = new Map(things.map(({ id }) => [id, new Set<string>()]));
  for (const { id, needs } of things)
    for (const needed of needs) {
      if (!near.has(needed) || needed === id) continue;
      near.get(id)?.add(needed);
      near.get(needed)?.add(id);
    }
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const { id } of things) {
    if (seen.has(id)) continue;
    seen.add(id);
    const group = [id];
    for (let at = 0; at < group.length; at += 1)
      for (const other of near.get(group[at] ?? '') ?? [])
        if (!seen.has(other)) {
          seen.add(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups.sort((a, b) => b.length - a.length);
}

/** How many steps below the top each stands: one more than the deepest of those that need it. */
function depthsOf(group: readonly string[], byId: ReadonlyMap<string, Drawn>): Map<string, number> {
  const within = new Set(group);
  const needsOf = (id: string) =>
    (byId.get(id)?.needs ?? []).filter((each) => within.has(each) && each !== id);
  const waits = new Map(group.map((id) => [id, 0]));
  for (const id of group) for (const needed of needsOf(id)) waits.set(needed, (waits.get(needed) ?? 0) + 1);
  const depth = new Map<string, number>();
  const left = new Set(group);
  while (left.size > 0) {
    // In a circle nobody is first: whoever waits for the fewest is taken.
    const free = [...left].filter((id) => waits.get(id) === 0);
    const [first] = [...left].sort((a, b) => (waits.get(a) ?? 0) - (waits.get(b) ?? 0));
    for (const id of free.length > 0 ? free : first === undefined ? [] : [first]) {
      left.delete(id);
      const own = depth.get(id) ?? 0;
      depth.set(id, own);
      for (const needed of needsOf(id)) {
        if (!left.has(needed)) continue;
        waits.set(needed, (waits.get(needed) ?? 0) - 1);
        depth.set(needed, Math.max(depth.get(needed) ?? 0, own + 1));
      }
    }
  }
  return depth;
}

/** Each row in the order of the middle of its neighbours in the other rows, swept down and up. */
function ordered(
  group: readonly string[],
  depth: ReadonlyMap<string, number>,
  byId: ReadonlyMap<string, Drawn>,
): string[][] {
  const lines: string[][] = [];
  for (const id of group) {
    const at = depth.get(id) ?? 0;
    lines[at] = [...(lines[at] ?? []), id];
  }
  const filled = lines.filter((line) => line !== undefined);
  const near = new Map(group.map((id) => [id, [] as string[]]));
  for (const id of group)
    for (const needed of byId.get(id)?.needs ?? []) {
      if (!near.has(needed)) continue;
      near.get(id)?.push(needed);
      near.get(needed)?.push(id);
    }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const position = new Map(filled.flatMap((line) => line.map((id, x) => [id, x / line.length] as const)));
    for (const line of filled) {
      const middle = (id: string): number => {
        const others = near.get(id) ?? [];
        if (others.length === 0) return position.get(id) ?? 0;
        return others.reduce((sum, other) => sum + (position.get(other) ?? 0), 0) / others.length;
      };
      const middles = new Map(line.map((id) => [id, middle(id)]));
      line.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
      line.forEach((id, x) => {
        position.set(id, x / line.length);
      });
    }
  }
  return filled;
}
