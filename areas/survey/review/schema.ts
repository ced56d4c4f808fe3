export { REVIEW_COMMENT_KINDS } from '../terms/words.ts';

import { z } from 'zod';
import { bilingual, LANGUAGES } from '../../../kernel/language.ts';
import { REVIEW_ANSWERS, REVIEW_COMMENT_KINDS, REVIEW_STANDINGS, REVIEW_WAYS } from '../terms/words.ts';
import { CONSENT_DAYS, REVIEW_DAYS } from './rules.ts';

const text = (limit: number) => z.string().trim().max(limit);

export const reviewAsked = z.object({
  operatorId: z.uuid(),
  /** An address of the operator in the register; empty where it has a Sonae of its own. */
  email: text(254).default(''),
  /** The operator's own Sonae, where it reports by one. */
  peerId: z.uuid().nullable().default(null),
  language: z.enum(LANGUAGES).default('ja'),
  /** How long the link works. */
  days: z.number().int().min(1).max(180).default(REVIEW_DAYS),
  /** How long a consent would hold. */
  consentDays: z.number().int().min(30).max(1_825).default(CONSENT_DAYS),
});
export type ReviewAsked = z.output<typeof reviewAsked>;

const partName = z.string().min(1).max(200);
export const reviewComment = z.strictObject({
  part: partName,
  kind: z.enum(REVIEW_COMMENT_KINDS),
  /** What should be there instead, or why; needed but for agreeing. */
  text: text(2_000).default(''),
});
export type ReviewComment = z.output<typeof reviewComment>;
/** What was typed on the page and not handed in. */
export const reviewDraft = z
  .array(reviewComment.extend({ kind: z.enum(['', ...REVIEW_COMMENT_KINDS]) }))
  .max(1_000);
export type ReviewDraft = z.output<typeof reviewDraft>;

export const reviewHandedIn = z.object({
  comments: z.array(reviewComment).min(1).max(1_000),
  /** Who says so, as they call themselves. */
  by: text(120).min(1),
  /** The hash of the edition that was read. */
  seen: z.string().max(64),
});
export type ReviewHandedIn = z.output<typeof reviewHandedIn>;

export const reviewAnswered = z.object({
  answer: z.enum(REVIEW_ANSWERS),
  /** What was done, or why not; needed where it was not. */
  text: text(2_000).default(''),
  /** In which edition it was done; needed there. */
  edition: z.number().int().positive().nullable().default(null),
});
export type ReviewAnswered = z.output<typeof reviewAnswered>;

export const consentGiven = z.object({
  code: z.string().max(40),
  by: text(120).min(1),
  seen: z.string().max(64),
});
export type ConsentGiven = z.output<typeof consentGiven>;

export const consentWithdrawn = z.object({ by: text(120).min(1), reason: text(2_000).default('') });
export type ConsentWithdrawn = z.output<typeof consentWithdrawn>;
/** Taken down for an operator who said so: by whom and how it reached us stands beside it. */
export const withdrawalTold = consentWithdrawn.extend({ source: text(500).min(1) });
export type WithdrawalTold = z.output<typeof withdrawalTold>;

export const reviewCommentView = z.object({
  id: z.string(),
  edition: z.number(),
  part: z.string(),
  partHash: z.string(),
  kind: z.enum(REVIEW_COMMENT_KINDS),
  text: z.string(),
  by: z.string(),
  at: z.string(),
  answer: z.enum(REVIEW_ANSWERS).nullable(),
  answerText: z.string(),
  answerEdition: z.number().nullable(),
});
export type ReviewCommentView = z.infer<typeof reviewCommentView>;

export const askingView = z.object({
  id: z.string(),
  edition: z.number(),
  hash: z.string(),
  way: z.enum(REVIEW_WAYS),
  name: z.string(),
  email: z.string(),
  askedAt: z.string(),
  until: z.string(),
  endedAt: z.string().nullable(),
  remindedAt: z.string().nullable(),
});
export const consentView = z.object({
  id: z.string(),
  edition: z.number(),
  hash: z.string(),
  by: z.string(),
  how: z.enum(['email', 'sms', 'voice', 'package']),
  givenAt: z.string(),
  until: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string(),
  withdrawnWhy: z.string(),
  withdrawnSource: z.string(),
});
export const reviewView = z.object({
  id: z.string(),
  operatorId: z.string(),
  operator: z.string(),
  standing: z.enum(REVIEW_STANDINGS),
  /** False where no other route than the link's is registered: then no code can be sent. */
  otherRoute: z.boolean(),
  /** The newest first, each. */
  askings: z.array(askingView),
  comments: z.array(reviewCommentView.extend({ where: bilingual, words: bilingual })),
  consents: z.array(consentView),
});
export type ReviewView = z.infer<typeof reviewView>;
/** One line of the list of all reviews. */
export const reviewLine = z.object({
  id: z.string(),
  caseId: z.string(),
  title: bilingual,
  operator: z.string(),
  standing: z.enum(REVIEW_STANDINGS),
  edition: z.number(),
  /** Comments without an answer. */
  open: z.number(),
  askedAt: z.string(),
  until: z.string(),
});
export type ReviewLine = z.infer<typeof reviewLine>;
export const caseReviews = z.object({
  /** Of the case, as the desk calls it. */
  title: bilingual,
  /** The newest public edition, where there is one. */
  edition: z.object({ number: z.number(), hash: z.string() }).nullable(),
  reviews: z.array(reviewView),
  /** Who can be asked, with their addresses and their own Sonae. */
  operators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** It reported what the case tells. */
      reported: z.boolean(),
      contacts: z.array(z.object({ name: z.string(), role: z.string(), email: z.string() })),
      peers: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** A report of the case belongs to no operator yet: until it does nothing is consented to. */
  unmatched: z.boolean(),
});
export type CaseReviews = z.infer<typeof caseReviews>;
