import type { When } from '../kernel/time.ts';
import type { FactBody, FactName } from './facts.ts';
import type { JobBody, JobKind, TimerBody, TimerKind } from './work.ts';

/** What a cause may look at. */
export interface Happened<K extends FactName> {
  readonly incidentId: string | undefined;
  readonly body: FactBody<K>;
  /** When, where it is not now. */
  readonly happened: When | undefined;
  /** It was entered when it was long over: nobody is called for it. */
  readonly afterwards: boolean;
}

interface TimerWork<K extends TimerKind> {
  readonly timer: K;
  /** Undefined: one for the whole transaction. */
  readonly key: string | undefined;
  readonly body: TimerBody<K>;
  /** How long after the fact; at once unless told. */
  readonly after?: Temporal.DurationLike;
}
interface JobWork<K extends JobKind> {
  readonly job: K;
  readonly body: JobBody<K>;
}
export type Work<Own extends TimerKind | JobKind = TimerKind | JobKind> =
  | { [K in TimerKind & Own]: TimerWork<K> }[TimerKind & Own]
  | { [K in JobKind & Own]: JobWork<K> }[JobKind & Own];

export type Cause<K extends FactName, Own extends TimerKind | JobKind = TimerKind | JobKind> = (
  fact: Happened<K>,
) => Work<Own> | undefined;

/**
 * What an area does when something happens: complete for its own facts, and for those of areas up the stream as far as it
 * listens to them. It sets its own timers and jobs and nobody else's, so that against the stream only facts travel.
 */
export type Wiring<OwnFacts extends FactName, OwnWork extends TimerKind | JobKind> = {
  readonly [K in OwnFacts]: readonly Cause<K, OwnWork>[];
} & { readonly [K in Exclude<FactName, OwnFacts>]?: readonly Cause<K, OwnWork>[] };

/** Facts from which nothing follows by itself: said, so that forgetting one is not the same. */
export const nothingFollows = <const K extends FactName>(
  ...kinds: readonly K[]
): { readonly [N in K]: readonly [] } => Object.fromEntries(kinds.map((kind) => [kind, []])) as never;

/** The incident a fact is of, as the body of a timer that there is once for each incident. */
export const ofIncident =
  <T extends TimerKind>(timer: T) =>
  ({
    incidentId,
  }: {
    readonly incidentId: string | undefined;
  }): { timer: T; key: string; body: { incidentId: string } } | undefined =>
    incidentId ? { timer, key: incidentId, body: { incidentId } } : undefined;
