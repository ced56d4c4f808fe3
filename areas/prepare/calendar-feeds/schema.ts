import { z } from 'zod';
import { entryKey } from '../registers/schema.ts';

/** A roster, or null for one's own turns in all of them. */
export const feedWanted = z.object({ roster: entryKey.nullable().default(null) });
export const feedView = z.object({ id: z.string(), roster: z.string().nullable(), madeAt: z.string() });

/** A calendar file of somebody's absences; and whether those it does not name any more are withdrawn. */
export const leaveFile = z.object({
  personId: z.uuid(),
  ics: z.string().min(1).max(500_000),
  gone: z.enum(['keep', 'withdraw']).default('keep'),
});
export type LeaveFile = z.input<typeof leaveFile>;

/** What a calendar file changed. */
export const leaveTaken = z.object({
  added: z.number(),
  known: z.number(),
  /** Taken in before, and moved or cancelled since. */
  withdrawn: z.number(),
  /** Events that are cancelled, tentative or leave one free. */
  notAway: z.number(),
  /** Taken in before, and not in this file: somebody has to say whether they still hold. */
  gone: z.array(z.object({ key: z.string(), name: z.string(), from: z.string(), until: z.string() })),
});
export type LeaveTaken = z.infer<typeof leaveTaken>;

/** Days somebody is away, both ends included and whole unless a time is told; and what the calendar calls it. */
export interface Absence {
  readonly uid: string;
  readonly title: string;
  readonly from: string;
  readonly fromTime: string | null;
  readonly until: string;
  readonly untilTime: string | null;
}

/** What a calendar file tells. */
export interface CalendarRead {
  readonly absences: readonly Absence[];
  /** Every event it tells all of; of others it tells single occurrences. */
  readonly uids: readonly string[];
  readonly notAway: number;
}

/** One turn as a calendar shows it. */
export interface Turn {
  readonly uid: string;
  readonly title: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}
