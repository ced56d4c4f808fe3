import { z } from 'zod';
import { timedCursor } from '../../../kernel/cursor.ts';
import { givenId } from '../../../kernel/ids.ts';
import { reportContent, STAGES } from '../content/schema.ts';
import { VERDICTS } from '../intake/schema.ts';

/** A report of our own, begun from an incident or from nothing. */
export const ownBegun = z.object({
  incidentId: givenId.nullable().default(null),
  /** To whom it goes. */
  peerId: givenId.nullable().default(null),
});
export type OwnBegun = z.output<typeof ownBegun>;
export const ownSaved = z.object({
  content: reportContent,
  peerId: givenId.nullable().default(null),
  seen: z.number().int().min(0),
});
export type OwnSaved = z.output<typeof ownSaved>;
export const ownSent = z.object({ stage: z.enum(STAGES), seen: z.number().int().min(0) });
export type OwnSent = z.output<typeof ownSent>;
export const ownAnswer = z.object({ reportId: givenId, answer: z.string().trim().min(1).max(5_000) });

export const ownSummary = z.object({
  id: z.string(),
  incidentId: z.string().nullable(),
  peerId: z.string().nullable(),
  title: z.string(),
  version: z.number(),
  stage: z.enum(STAGES).nullable(),
  number: z.number().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  reason: z.string(),
  /** Why the recipient no longer counts it. */
  withdrawnReason: z.string().nullable(),
  changedAt: z.string(),
  openQuestions: z.number(),
});
export type OwnSummary = z.infer<typeof ownSummary>;
export const ownQuestion = z.object({
  id: z.string(),
  number: z.number(),
  field: z.string().nullable(),
  text: z.string(),
  askedAt: z.string(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string(),
  droppedAt: z.string().nullable(),
});
export const ownVersion = z.object({
  version: z.number(),
  stage: z.enum(STAGES),
  packageId: z.string(),
  outcome: z.enum(['taken', 'refused']).nullable(),
  reason: z.string(),
  sentAt: z.string(),
  settledAt: z.string().nullable(),
});
export const ownView = ownSummary.omit({ openQuestions: true }).extend({
  content: reportContent,
  draftSeen: z.number(),
  missing: z.array(z.string()),
  versions: z.array(ownVersion),
  questions: z.array(ownQuestion),
});
export type OwnView = z.infer<typeof ownView>;

export const ownFilter = z.object({
  incidentId: givenId.optional(),
  before: timedCursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type OwnFilter = z.output<typeof ownFilter>;
