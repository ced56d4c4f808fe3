import type { TimeName } from '../../../../../../areas/respond/timeline/schema.ts';

/** The life of an incident as its head shows it: the times of the record, and the headquarters among them. */
export const PHASES = [
  'occurred',
  'noticed',
  'recognised',
  'headquarters',
  'contained',
  'restored',
  'resumed',
  'declaredOver',
] as const satisfies readonly (TimeName | 'headquarters')[];
export type PhaseName = (typeof PHASES)[number];

/** `now`: what is worked at. `open`: still to come, or nobody said when it was. */
export type PhaseState = 'done' | 'now' | 'open';

export interface Phase {
  readonly name: PhaseName;
  readonly state: PhaseState;
  readonly at: string | undefined;
  readonly precision: string;
}

export interface Headquarters {
  readonly state: 'proposed' | 'standing' | 'stoodDown' | 'declined';
  readonly setUpAt: string | null;
}
type State = 'open' | 'resolved' | 'closed';

interface Told {
  readonly state: State;
  readonly times: readonly {
    readonly which: string;
    readonly at: string | null;
    readonly precision: string;
  }[];
  readonly headquarters: Headquarters | null | undefined;
}

/** What is known of each phase, and which one is worked at; what nobody has said is not claimed. */
export function phasesOf({ state, times, headquarters }: Told): readonly Phase[] {
  const known = PHASES.map((name) => {
    if (name === 'headquarters') return { name, at: headquarters?.setUpAt ?? undefined, precision: 'second' };
    const told = times.find(({ which }) => which === name);
    return { name, at: told?.at ?? undefined, precision: told?.precision ?? 'second' };
  });
  const worked = workedAt(
    state,
    headquarters,
    new Set(known.filter(({ at }) => at !== undefined).map(({ name }) => name)),
  );
  return known.map((phase) => ({
    ...phase,
    state: phase.at !== undefined ? 'done' : phase.name === worked ? 'now' : 'open',
  }));
}

function workedAt(
  state: State,
  headquarters: Told['headquarters'],
  done: ReadonlySet<PhaseName>,
): PhaseName | undefined {
  if (state === 'closed') return undefined;
  // A proposal waits for a decision, whatever else is done meanwhile.
  if (state === 'open' && headquarters?.state === 'proposed') return 'headquarters';
  const order: readonly PhaseName[] =
    state === 'open' ? ['contained', 'restored'] : ['resumed', 'declaredOver'];
  return order.find((name) => !done.has(name));
}

/** How far along the line somebody who looks may take it to be: up to the last that is done or worked at. */
export const reachOf = (phases: readonly Phase[]): number =>
  phases.findLastIndex(({ state }) => state !== 'open');

/** So grave that a headquarters is the first thing to think of, also before the plan proposes one. */
const GRAVE = 3;

/** The one act that an incident asks for next. */
export function primaryOf(
  state: State,
  severity: number,
  headquarters: Headquarters | null | undefined,
): 'setUp' | 'resolve' | 'close' | undefined {
  if (state === 'closed') return undefined;
  if (state === 'resolved') return 'close';
  if (headquarters?.state === 'proposed') return 'setUp';
  return !headquarters && severity >= GRAVE ? 'setUp' : 'resolve';
}
