export interface Headquarters {
  readonly state: 'proposed' | 'standing' | 'stoodDown' | 'declined';
}
type State = 'open' | 'resolved' | 'closed';

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
