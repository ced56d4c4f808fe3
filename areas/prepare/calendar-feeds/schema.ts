import { z } from 'zod';
import { entryKey } from '../registers/schema.ts';

/** A roster, or null for one's own turns in all of them. */
export const feedWanted = z.object({ roster: entryKey.nullable().default(null) });
export const feedView = z.object({ id: z.string(), roster: z.string().nullable(), madeAt: z.string() });

/** A calendar file of somebody's absences. */
export const leaveFile = z.object({ personId: z.uuid(), ics: z.string().min(1).max(500_000) });
export type LeaveFile = z.infer<typeof leaveFile>;

/** One turn as a calendar shows it. */
export interface Turn {
  readonly uid: string;
  readonly title: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}
