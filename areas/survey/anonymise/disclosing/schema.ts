import { z } from 'zod';
import { DISCLOSURES } from '../../../learn/cases/schema.ts';

export type Disclosure = (typeof DISCLOSURES)[number];

const part = z.string().trim().min(1).max(1_000);
/** Which decision was on the screen, 0 where there was none. */
const seen = z.number().int().min(0);
export const partDecision = z.object({
  /** As a row of the public form calls it. */
  part,
  /** Of a claim it is what the case says. */
  disclosure: z.enum(DISCLOSURES),
  /** What is read instead where it is generalised. */
  general: z
    .strictObject({ ja: z.string().trim().min(1).max(600), en: z.string().trim().min(1).max(900) })
    .optional(),
  reason: z.string().trim().min(1).max(1_000),
  seen,
});
export type PartDecision = z.infer<typeof partDecision>;
export const partApproval = z.object({
  part,
  seen,
  /** Needed of whoever approves what they decided themselves. */
  reason: z.string().trim().max(1_000).default(''),
});
export type PartApproval = z.infer<typeof partApproval>;

/** What was decided about a text, for whoever reads it beside its public form. */
export const partDecisionView = z.object({
  disclosure: z.enum(DISCLOSURES),
  reason: z.string(),
  by: z.string(),
  approvedBy: z.string().nullable(),
  version: z.number(),
});
