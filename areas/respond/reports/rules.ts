import { FACT_OF, type Moments } from '../regimes/rules.ts';
import type { ReportStage, Start } from '../regimes/schema.ts';
import type { TimeName } from '../timeline/schema.ts';

const STARTS = Object.entries(FACT_OF) as [Start, TimeName][];
const asMoments = (known: (fact: TimeName) => Temporal.Instant | null | undefined): Moments =>
  Object.fromEntries(
    STARTS.flatMap(([start, fact]) => {
      const at = known(fact);
      return at ? [[start, at] as const] : [];
    }),
  );

/** From what clocks run, as the record has it; what somebody states goes before all of it. */
export const momentsOf = (
  times: Readonly<Partial<Record<TimeName, { readonly at: Temporal.Instant } | undefined>>>,
  stated?: Temporal.Instant,
): Moments => asMoments((fact) => stated ?? times[fact]?.at);

interface Running {
  readonly stage: ReportStage;
  readonly number: number;
  readonly startFact: string;
  readonly startsAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  readonly submittedAt: Temporal.Instant | null;
  readonly clock: string;
}

/** From what the clocks of reports that were opened run. */
export const momentsIn = (running: readonly Running[]): Moments =>
  asMoments((fact) => running.find(({ startFact }) => startFact === fact)?.startsAt);

/** When reports went out, or by when an authority wants them: what runs from them is counted from then. */
export const wentOf = (
  running: readonly Running[],
): Readonly<Partial<Record<ReportStage, Temporal.Instant>>> =>
  Object.fromEntries(
    running
      .filter(({ number }) => number === 1)
      .flatMap(({ stage, submittedAt, dueAt, clock }) => {
        const at = submittedAt ?? (clock === 'authority' ? dueAt : null);
        return at ? [[stage, at] as const] : [];
      }),
  );

/** When a report is looked at next: at its next reminder, or when it is due. */
export const nextLook = (
  reminders: readonly Temporal.Instant[],
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant => reminders.find((at) => Temporal.Instant.compare(at, now) > 0) ?? dueAt;

/** Reminded of before, it is reminded of again once another of its reminders has come: a timer may run twice. */
export const remindAgain = (
  reminders: readonly Temporal.Instant[],
  remindedAt: Temporal.Instant,
  now: Temporal.Instant,
): boolean =>
  reminders.some(
    (at) => Temporal.Instant.compare(at, remindedAt) > 0 && Temporal.Instant.compare(at, now) <= 0,
  );

export const sameTime = (one: Temporal.Instant | null, other: Temporal.Instant | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);
