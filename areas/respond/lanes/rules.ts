import { PHASES, type Phase, type PhaseView } from './schema.ts';

interface Known {
  readonly at: Temporal.Instant | string;
  readonly precision: string;
}

interface Told {
  readonly state: 'open' | 'resolved' | 'closed';
  readonly known: Readonly<Partial<Record<Phase, Known | undefined>>>;
  /** A headquarters was proposed, and nobody has decided on it yet. */
  readonly isProposed: boolean;
}

/**
 * Where an incident stands in its life: every phase whose time is known is done. One without a time before the last that is
 * known or worked at has passed, and nothing is claimed of it (C3-K2).
 */
export function phasesOf(told: Told): PhaseView[] {
  const worked = workedAt(told);
  const reach = PHASES.findLastIndex((phase) => told.known[phase] !== undefined || phase === worked);
  return PHASES.map((phase, place) => {
    const time = told.known[phase];
    const ahead = phase === worked ? ('current' as const) : ('ahead' as const);
    return {
      phase,
      state: time ? 'done' : place < reach && phase !== worked ? 'passed' : ahead,
      at: time?.at.toString() ?? null,
      precision: time?.precision ?? 'unknown',
    };
  });
}

/** What people work at: an open incident is to be contained and restored, a resolved one resumed and declared over. */
function workedAt({ state, known, isProposed }: Told): Phase | undefined {
  if (state === 'closed') return undefined;
  // A proposal waits for a decision, whatever else is done meanwhile.
  if (state === 'open' && isProposed) return 'headquarters';
  const order: readonly Phase[] = state === 'open' ? ['contained', 'restored'] : ['resumed', 'declaredOver'];
  return order.find((phase) => known[phase] === undefined);
}
