import { PHASES, type Phase, type PhaseView } from './schema.ts';

interface Known {
  readonly at: Temporal.Instant;
  readonly precision: string;
}

/**
 * Where an incident stands in its life: every phase whose time is known is done; the first without a time after the last that
 * is known is what people work at now. One without a time before that has passed, and nothing is claimed of it (C3-K2).
 * @param over nothing is worked at any more
 */
export function phasesOf(
  known: Readonly<Partial<Record<Phase, Known | undefined>>>,
  over: boolean,
): PhaseView[] {
  const last = PHASES.findLastIndex((phase) => known[phase] !== undefined);
  return PHASES.map((phase, place) => {
    const time = known[phase];
    const ahead = place === last + 1 && !over ? ('current' as const) : ('ahead' as const);
    return {
      phase,
      state: time ? 'done' : place < last ? 'passed' : ahead,
      at: time?.at.toString() ?? null,
      precision: time?.precision ?? 'unknown',
    };
  });
}
