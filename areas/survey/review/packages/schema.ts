import { z } from 'zod';
import { isInstantText } from '../../../../kernel/time.ts';
import { caseDocument } from '../../../learn/cases/schema.ts';
import { REVIEW_ANSWERS } from '../../terms/words.ts';
import { reviewComment } from '../schema.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.string().refine(isInstantText, { message: 'RFC 3339' });
/** The review, as whoever asks calls it. */
const ref = z.uuid();
const edition = z.int().positive().max(100_000);
const person = z.string().trim().min(1).max(200);

/** The pages as data: the public edition and its hash, and nothing of how it came to be. */
export const reviewAskedPackage = z.strictObject({
  ref,
  edition,
  hash,
  document: caseDocument,
  until: instant,
  consentDays: z.int().min(1).max(3_650),
});
export type ReviewAskedPackage = z.infer<typeof reviewAskedPackage>;

export const reviewCommentsPackage = z.strictObject({
  ref,
  edition,
  hash,
  by: person,
  comments: z
    .array(reviewComment.extend({ id: z.uuid() }))
    .min(1)
    .max(1_000),
});
export type ReviewCommentsPackage = z.infer<typeof reviewCommentsPackage>;

export const reviewAnswersPackage = z.strictObject({
  ref,
  answers: z
    .array(
      z.strictObject({
        commentId: z.uuid(),
        answer: z.enum(REVIEW_ANSWERS),
        text: z.string().max(2_000),
        edition: edition.nullable(),
      }),
    )
    .min(1)
    .max(1_000),
});
export type ReviewAnswersPackage = z.infer<typeof reviewAnswersPackage>;

export const consentPackage = z.strictObject({ ref, edition, hash, by: person });
export type ConsentPackage = z.infer<typeof consentPackage>;
export const withdrawnPackage = z.strictObject({ ref, by: person, reason: z.string().trim().max(2_000) });
export type WithdrawnPackage = z.infer<typeof withdrawnPackage>;
