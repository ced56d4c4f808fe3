import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { PLACES } from '../review/parts/rules.ts';
import { reviewComment, reviewCommentView } from '../review/schema.ts';
import { REVIEW_STANDINGS } from '../terms/words.ts';

const outcome = z.enum(['taken', 'refused']).nullable();

/** What is said of the edition that was read, by its hash. */
export const ownReviewSaid = z.object({
  comments: z.array(reviewComment).min(1).max(1_000),
  seen: z.string().max(64),
});
export type OwnReviewSaid = z.output<typeof ownReviewSaid>;
export const ownConsentGiven = z.object({ seen: z.string().max(64) });
export const ownConsentWithdrawn = z.object({ reason: z.string().trim().max(2_000).default('') });

export const ownReviewSummary = z.object({
  id: z.string(),
  title: bilingual,
  /** Who asks. */
  peer: z.string(),
  edition: z.number(),
  standing: z.enum(REVIEW_STANDINGS),
  askedAt: z.string(),
  until: z.string(),
});
export type OwnReviewSummary = z.infer<typeof ownReviewSummary>;

export const ownReviewView = ownReviewSummary.extend({
  hash: z.string(),
  consentDays: z.number(),
  parts: z.array(z.object({ id: z.string(), place: z.enum(PLACES), words: bilingual, asked: z.boolean() })),
  gone: z.number(),
  comments: z.array(
    reviewCommentView.omit({ partHash: true }).extend({ outcome, where: bilingual, words: bilingual }),
  ),
  /** Comments without an answer. */
  open: z.number(),
  /** The withdrawal that was sent last, and what became of it. */
  withdrawal: z.object({ sentAt: z.string(), outcome, reason: z.string() }).nullable(),
  consents: z.array(
    z.object({
      edition: z.number(),
      by: z.string(),
      sentAt: z.string(),
      outcome,
      reason: z.string(),
      until: z.string().nullable(),
      withdrawnAt: z.string().nullable(),
      withdrawnBy: z.string(),
      withdrawalOutcome: outcome,
    }),
  ),
});
export type OwnReviewView = z.infer<typeof ownReviewView>;
