import { z } from 'zod';
import { minutesPackage } from '../hearings/packages/schema.ts';
import { newComment } from '../hearings/schema.ts';

export const MINUTES_STATES = ['open', 'sent', 'confirmed'] as const;

/** Corrections and views, or a confirmation, of the edition that was read. */
export const minutesAnswered = z.object({
  comments: z
    .array(newComment.omit({ by: true }))
    .max(200)
    .default([]),
  confirm: z.boolean().default(false),
  seen: z.number().int().min(0),
});
export type MinutesAnswered = z.output<typeof minutesAnswered>;

const { lines, comments } = minutesPackage.shape;
export const ownMinutesSummary = z.object({
  id: z.string(),
  /** Who asks. */
  peer: z.string(),
  startsAt: z.string(),
  zone: z.string(),
  state: z.enum(MINUTES_STATES),
  receivedAt: z.string(),
});
export type OwnMinutesSummary = z.infer<typeof ownMinutesSummary>;
export const ownMinutesView = ownMinutesSummary.extend({
  edition: z.number(),
  lines,
  /** What we said, with what became of it. */
  comments,
  /** Why the last answer was not taken; empty where it was. */
  refused: z.string(),
});
export type OwnMinutesView = z.infer<typeof ownMinutesView>;
