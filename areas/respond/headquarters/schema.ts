import { z } from 'zod';
import { typedOffline } from '../timeline/schema.ts';

export const HEADQUARTERS_STATES = ['proposed', 'standing', 'stoodDown', 'declined'] as const;
const words = z.string().trim().max(10_000);

export const setUp = z.object({
  room: z.string().trim().max(500).default(''),
  bridge: z.string().trim().max(500).default(''),
  /** An executive brief is due every so many minutes; 0 for none. */
  briefMinutes: z.int().min(0).max(1_440).default(60),
});
export type SetUp = z.input<typeof setUp>;
/** With what was read, where it is to hold only as long as nobody moved it. */
export const moved = setUp.extend({
  seen: z.object({ room: z.string(), bridge: z.string(), briefMinutes: z.int() }).optional(),
});
export type Moved = z.input<typeof moved>;
export const reasoned = z.object({ reason: words.min(1) });

export const newDecision = z.object({
  question: words.min(1),
  options: z.array(words.min(1)).max(20).default([]),
  decision: words.min(1),
  basis: words.default(''),
  deciderId: z.uuid(),
  ...typedOffline,
});
export type NewDecision = z.infer<typeof newDecision>;

export const briefSent = z.object({ text: words.min(1), readerIds: z.array(z.uuid()).min(1).max(100) });
export type BriefSent = z.infer<typeof briefSent>;

export const headquartersView = z.object({
  headquarters: z
    .object({
      id: z.string(),
      name: z.string(),
      state: z.enum(HEADQUARTERS_STATES),
      level: z.number(),
      /** What it was proposed on. */
      inputs: z.record(z.string(), z.unknown()),
      proposedAt: z.string(),
      noticedAt: z.string(),
      targetMinutes: z.number(),
      setUpAt: z.string().nullable(),
      /** From noticing to being set up. */
      seconds: z.number().nullable(),
      met: z.boolean().nullable(),
      room: z.string(),
      bridge: z.string(),
      briefMinutes: z.number(),
    })
    .nullable(),
  /** The newest first; one that was corrected reads as it was corrected to. */
  decisions: z.array(
    z.object({
      at: z.string(),
      question: z.string(),
      options: z.array(z.string()),
      decision: z.string(),
      basis: z.string(),
      decider: z.string(),
    }),
  ),
  briefs: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      text: z.string(),
      draftedAt: z.string(),
      sentAt: z.string().nullable(),
      readers: z.array(z.object({ id: z.string(), name: z.string(), readAt: z.string().nullable() })),
    }),
  ),
});
