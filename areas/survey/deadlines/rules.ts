import { type Due, dueOf } from '../../respond/regimes/rules.ts';
import type { Deadline, Start } from '../../respond/regimes/schema.ts';
import { reachOf, saidIn } from '../content/rules.ts';
import type { Moment, ReportContent, ReportTime, Stage } from '../content/schema.ts';
import type { Standing } from './schema.ts';

/** A version that was handed in. */
export interface Handed {
  readonly stage: Stage;
  readonly at: Temporal.Instant;
}

export interface StageDue {
  readonly stage: Stage;
  readonly standing: Standing;
  /** By when at the latest it was or is due; null where no deadline runs. */
  readonly dueAt: Temporal.Instant | null;
  readonly handedAt: Temporal.Instant | null;
  /** When to remind of it; of one that is owed. */
  readonly reminders: readonly Temporal.Instant[];
}

/** Moments of a report that deadlines run from. */
const MOMENT_OF = {
  detection: 'noticed',
  knowing: 'recognised',
  judgement: 'judged',
} as const satisfies Partial<Record<Start, Moment>>;

interface Reach {
  readonly low: Temporal.Instant;
  readonly high: Temporal.Instant;
}
const instant = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
const exactly = (at: Temporal.Instant): Reach => ({ low: at, high: at });

/** Between which moments one that was told lies. */
function told(time: ReportTime | undefined): Reach | undefined {
  if (!time) return undefined;
  const { low, high } = reachOf(time);
  return { low: instant(low), high: instant(high) };
}

/**
 * How each stage of a report stands against its deadline. What a deadline runs from is known no more exactly than it was told:
 * a report is late only where it is so by the latest moment it may have been due at.
 * @param versions as they came; the first of a stage counts
 * @param wrongful a cause somebody meant is told: the shorter span runs, where there is one
 */
export function duesOf(
  deadlines: readonly Deadline[],
  times: ReportContent['times'],
  versions: readonly Handed[],
  wrongful: boolean,
): StageDue[] {
  const first = versions[0];
  const ended = versions.some(({ stage }) => stage === 'final');
  let previous: Reach | undefined;
  return deadlines.map((deadline) => {
    const { stage, starts } = deadline;
    // Whatever came first is the first that was heard of it, a final report too.
    const handedAt = (stage === 'first' ? first : versions.find((each) => each.stage === stage))?.at ?? null;
    const reach: Reach | undefined =
      starts === 'notification'
        ? first && exactly(first.at)
        : starts === 'previous'
          ? previous
          : starts === 'none'
            ? undefined
            : told(saidIn<ReportTime>(times[MOMENT_OF[starts]]));
    const due = (at: Temporal.Instant): Due | undefined => dueOf(deadline, { [starts]: at }, wrongful);
    const low = reach && due(reach.low)?.dueAt;
    const latest = reach && due(reach.high);
    const high = latest?.dueAt ?? null;
    // What runs from this one runs from when it went, or else from when it was due.
    previous = handedAt ? exactly(handedAt) : low && high ? { low, high } : undefined;
    const standing = ((): Standing => {
      if (!handedAt) return !high || ended ? 'none' : 'owed';
      if (!low || !high) return 'none';
      if (Temporal.Instant.compare(handedAt, high) > 0) return 'late';
      return Temporal.Instant.compare(handedAt, low) > 0 ? 'unclear' : 'met';
    })();
    const reminders = standing === 'owed' ? (latest?.reminders ?? []) : [];
    return { stage, standing, dueAt: high, handedAt, reminders };
  });
}

/** Which of them is owed next. */
export const nextOwed = (dues: readonly StageDue[]): StageDue | undefined =>
  dues
    .filter(({ standing }) => standing === 'owed')
    .toSorted((a, b) => (a.dueAt && b.dueAt ? Temporal.Instant.compare(a.dueAt, b.dueAt) : 0))[0];

export const lateIn = (dues: readonly StageDue[]): Stage[] =>
  dues.filter(({ standing }) => standing === 'late').map(({ stage }) => stage);

/** What can still be done in time: nobody is reminded of what is over. */
export const stillInTime = (dues: readonly StageDue[], now: Temporal.Instant): StageDue[] =>
  dues.filter(({ dueAt }) => dueAt !== null && Temporal.Instant.compare(dueAt, now) > 0);

/** Of the moments at which to remind of what is owed: the newest that has come, and the next. */
export function remindersAround(
  dues: readonly StageDue[],
  now: Temporal.Instant,
): { readonly come: Temporal.Instant | undefined; readonly next: Temporal.Instant | undefined } {
  const moments = dues.flatMap(({ reminders }) => reminders).toSorted(Temporal.Instant.compare);
  const hasCome = (at: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) <= 0;
  return { come: moments.findLast(hasCome), next: moments.find((at) => !hasCome(at)) };
}
