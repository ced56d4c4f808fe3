import { GAPS, type Gap, isRated } from './schema.ts';

/** What a system's entry lacks (C6-L1); hosts and fleets are not asked. */
export function gapsOf(entry: {
  readonly kind: string;
  readonly unitId: string | null;
  readonly impact: number | null;
  readonly rtoMinutes: number | null;
  readonly degree: number;
}): Gap[] {
  if (!isRated(entry.kind)) return [];
  return [
    ...(entry.unitId === null ? (['owner'] as const) : []),
    ...(entry.impact === null ? (['impact'] as const) : []),
    ...(entry.rtoMinutes === null ? (['rto'] as const) : []),
    ...(entry.degree === 0 ? (['dependency'] as const) : []),
  ];
}

/** Filled of asked, over all entries that are asked; the denominator says how much the score stands on. */
export function completeness(entries: readonly Parameters<typeof gapsOf>[0][]): {
  filled: number;
  asked: number;
} {
  const asked = entries.filter(({ kind }) => isRated(kind)).length * GAPS.length;
  const missing = entries.reduce((sum, entry) => sum + gapsOf(entry).length, 0);
  return { filled: asked - missing, asked };
}
