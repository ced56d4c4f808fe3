import { z } from 'zod';

/** What an offer is answered with: shown once, to be handed to the other organisation by a way that is trusted. */
export const jointOffer = z.object({ code: z.string(), until: z.string() });

export const jointAnswer = z.object({ code: z.string().trim().min(1).max(200) });

/** Words for the other organisation; they stand in both records. */
export const jointWords = z.object({ text: z.string().trim().min(1).max(10_000) });

export const jointView = z.object({
  id: z.string(),
  state: z.enum(['offered', 'linked', 'ended']),
  /** Name of the other organisation; empty until it has accepted. */
  peer: z.string(),
  madeAt: z.string(),
  /** Until when the code of an offer opens it. */
  codeUntil: z.string().nullable(),
  /** How the other organisation's record stands now; null unless linked. */
  theirs: z
    .object({ state: z.string(), declaredAt: z.string(), resolvedAt: z.string().nullable() })
    .nullable(),
});
export type JointView = z.infer<typeof jointView>;
