import { z } from 'zod';
import { figureData } from '../../../report/figure/schema.ts';

/** What keeps an event from being drafted. */
export const LACKING = ['selection', 'hearing', 'cooperation', 'drafted'] as const;

export const draftView = z.object({
  caseId: z.string().nullable(),
  lacks: z.enum(LACKING).nullable(),
  /** As the figure would begin if it were drafted now. */
  figure: figureData,
});
export type DraftView = z.infer<typeof draftView>;
