import { isTest, type SourceFile, sourceFiles } from './source-tree.ts';

/** One thing that imports another, and which files do. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** «file → file», each import once. */
  readonly by: readonly string[];
}

/** `areas/<area>/<thing>`; or a thing that stands beside the areas. */
export function thingOf(at: string): string | undefined {
  return /^areas\/(?:audit|find|ledger|lists|[\w-]+\/[\w-]+)(?=\/)/.exec(at)?.[0];
}

/** Every arrow between two things. Types count, for who knows a thing's types knows the thing; tests do not. */
export function arrowsBetweenThings(files: readonly SourceFile[] = sourceFiles()): readonly Arrow[] {
  const arrows = new Map<string, { from: string; to: string; by: string[] }>();
  for (const file of files) {
    const from = thingOf(file.at);
    if (from === undefined || isTest(file.at)) continue;
    for (const each of file.imports) {
      const to = each.own ? thingOf(each.to) : undefined;
      if (to === undefined || to === from) continue;
      const arrow = arrows.get(`${from} ${to}`) ?? { from, to, by: [] };
      arrow.by.push(`${file.at} → ${each.to}`);
      arrows.set(`${from} ${to}`, arrow);
    }
  }
  return [...arrows.values()];
}

/** Things that reach one another, in groups; what a group stands on comes before it (Tarjan). */
export function groupsOf(arrows: readonly Arrow[]): readonly (readonly string[])[] {
  const below = new Map<string, string[]>();
  for (const { from, to } of arrows) {
    below.set(from, [...(below.get(from) ?? []), to]);
    if (!below.has(to)) below.set(to, []);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (thing: string): number => {
    const at = index.size;
    index.set(thing, at);
    low.set(thing, at);
    stack.push(thing);
    for (const to of below.get(thing) ?? []) {
      const reached = index.has(to) ? (stack.includes(to) ? (index.get(to) ?? at) : at) : visit(to);
      low.set(thing, Math.min(low.get(thing) ?? at, reached));
    }
    const lowest = low.get(thing) ?? at;
    if (lowest === at) groups.push(stack.splice(stack.indexOf(thing)));
    return lowest;
  };
  for (const thing of [...below.keys()].sort()) if (!index.has(thing)) visit(thing);
  return groups;
}

/** Of things that reach one another in a circle: who, and every arrow that keeps them there. */
export const knotsIn = (
  arrows: readonly Arrow[],
): readonly { readonly things: readonly string[]; readonly arrows: readonly Arrow[] }[] =>
  groupsOf(arrows)
    .filter((things) => things.length > 1)
    .map((things) => ({
      things,
      arrows: arrows.filter(({ from, to }) => things.includes(from) && things.includes(to)),
    }));

/** How high each thing stands: on the ground 0, otherwise one above the highest it stands on. */
export function layersOf(arrows: readonly Arrow[]): ReadonlyMap<string, number> {
  const layers = new Map<string, number>();
  for (const group of groupsOf(arrows)) {
    const under = arrows.filter(({ from, to }) => group.includes(from) && !group.includes(to));
    const layer = Math.max(-1, ...under.map(({ to }) => layers.get(to) ?? 0)) + 1;
    for (const thing of group) layers.set(thing, layer);
  }
  return layers;
}
