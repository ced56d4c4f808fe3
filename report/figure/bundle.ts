import type { FigureArrow } from './schema.ts';

/** The arrow whose line and label another one shares, and the end both have in common. */
export interface Trunk {
  readonly arrow: number;
  readonly end: 'from' | 'to';
}

const saidBy = ({ nature, labels }: FigureArrow): string =>
  JSON.stringify([
    nature,
    labels.map(({ kind, numbers, text, inferred }) => [kind, numbers, text, inferred]),
  ]);

/**
 * Arrows that say the same from one box to several, or from several to one, are drawn as people draw them: one line
 * with one label that forks. The first bears the label; each other gets it as its trunk.
 */
export function trunksOf(arrows: readonly FigureArrow[]): (Trunk | undefined)[] {
  const trunks: (Trunk | undefined)[] = arrows.map(() => undefined);
  const bearers = new Set<number>();
  for (const end of ['from', 'to'] as const) {
    const first = new Map<string, number>();
    arrows.forEach((arrow, i) => {
      const alone = trunks[i] === undefined && !bearers.has(i);
      if (arrow.labels.length === 0 || arrow.ways !== 'one' || !alone) return;
      const key = `${arrow[end]} ${saidBy(arrow)}`;
      const bearer = first.get(key);
      if (bearer === undefined) {
        first.set(key, i);
        return;
      }
      trunks[i] = { arrow: bearer, end };
      bearers.add(bearer);
    });
  }
  return trunks;
}
