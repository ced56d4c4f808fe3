import { z } from 'zod';
import { deadlines } from '../../respond/regimes/schema.ts';
import { STAGES } from '../terms/words.ts';

/** One edition of a body's deadlines: by when a report is to be handed in, first report, follow-up and final. */
export const deadlinesDocument = z.strictObject({
  /** Where they are published. */
  source: z.string().trim().max(500).default(''),
  deadlines,
});
export type DeadlinesDocument = z.infer<typeof deadlinesDocument>;

/** The first edition is what the product brings; nobody kept it. */
export const deadlinesView = z.object({
  edition: z.int().positive(),
  since: z.string().nullable(),
  ...deadlinesDocument.shape,
});
export type DeadlinesView = z.infer<typeof deadlinesView>;

/** Another edition says which it was written on, so that nobody's work is overwritten unseen. */
export const deadlinesKept = z.object({ seen: z.int().positive(), ...deadlinesDocument.shape });
export type DeadlinesKept = z.output<typeof deadlinesKept>;

/**
 * How a stage stands against its deadline: handed in before it, after it, or too close to tell by how exactly its start is
 * known; still owed; or nothing to be held against, for no deadline runs.
 */
export const STANDINGS = ['met', 'late', 'unclear', 'owed', 'none'] as const;
export type Standing = (typeof STANDINGS)[number];

export const stageDue = z.object({
  stage: z.enum(STAGES),
  standing: z.enum(STANDINGS),
  dueAt: z.string().nullable(),
  handedAt: z.string().nullable(),
  /** Owed, and its time is over. */
  overdue: z.boolean(),
});
export type StageDueView = z.infer<typeof stageDue>;
