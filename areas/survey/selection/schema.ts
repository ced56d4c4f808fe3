import { z } from 'zod';
import { cursorThat } from '../../../kernel/cursor.ts';
import { givenId } from '../../../kernel/ids.ts';
import { reportContent, STAGES } from '../content/schema.ts';
import { criteriaDocument, cycleView } from '../cycles/schema.ts';
import { listKey } from '../editions/schema.ts';

/** Why an event is no candidate: submitted outside the window, not passed at the desk, or taken back. */
export const OUT_REASONS = ['before', 'after', 'notPassed', 'withdrawn'] as const;
export type OutReason = (typeof OUT_REASONS)[number];

const many = z.number().int().min(0);
/** Events submitted outside the window: they are counted, and not listed. */
export interface Outside {
  readonly before: number;
  readonly after: number;
}
export const tally = z.object({
  eligible: many,
  before: many,
  after: many,
  notPassed: many,
  withdrawn: many,
});
export type Tally = z.infer<typeof tally>;

/** What an event tells of itself to whoever rates it; several reports of one event are one. */
export interface SurveyEvent {
  readonly eventId: string;
  /** Of the report that leads. */
  readonly receiptNumber: string;
  readonly title: string;
  readonly operatorId: string | null;
  readonly sector: string | null;
  readonly causes: readonly string[];
  /** Sectors its failure reached, and who supplied what failed, as search folds their names. */
  readonly reached: readonly string[];
  readonly suppliers: readonly string[];
  readonly eventType: string | null;
  readonly submittedAt: Temporal.Instant;
  /** Why it is none for a survey whatever its window; null where it may be one. */
  readonly out: 'notPassed' | 'withdrawn' | null;
}

/** Good and poor responses are both worth telling: recorded, never added up (C0-C8). */
export const QUALITIES = ['good', 'poor', 'mixed'] as const;
export type Quality = (typeof QUALITIES)[number];

const text = z.string().trim().max(2_000).default('');
const judgement = z.strictObject({ score: z.number().int().min(0).max(3), evidence: text });
/** What one rater gives one candidate; what is missing may follow until the sheet is locked. */
export const rating = z.strictObject({
  scores: z.record(listKey, judgement).default({}),
  quality: z.enum(QUALITIES).nullable().default(null),
  qualityEvidence: text,
  /** Why nothing is given, as where somebody knows the operator too well. */
  abstained: z.string().trim().max(500).default(''),
});
export type Rating = z.output<typeof rating>;

export const candidateView = z.object({
  eventId: z.string(),
  receiptNumber: z.string(),
  title: z.string(),
  operatorId: z.string().nullable(),
  sector: z.string().nullable(),
  causes: z.array(z.string()),
  eventType: z.string().nullable(),
  submittedAt: z.string(),
  out: z.enum(OUT_REASONS).nullable(),
});
export type CandidateView = z.infer<typeof candidateView>;

/** What a rater reads of a candidate: the newest version that passed, without the people to contact. */
export const ratedReport = z.object({
  number: z.number(),
  version: z.number(),
  stage: z.enum(STAGES),
  submittedAt: z.string(),
  content: reportContent.omit({ contacts: true }),
});

export const candidatePage = z.object({
  /** The receipt number of the last one seen. */
  after: cursorThat((text) => /^R-\d{1,10}$/.test(text)).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CandidatePage = z.output<typeof candidatePage>;

/** A rater of a cycle, and how far they are; of others only once one may see it. */
export const sheetView = z.object({
  raterId: z.string(),
  name: z.string(),
  rated: z.number(),
  lockedAt: z.string().nullable(),
});
export type SheetView = z.infer<typeof sheetView>;

export const ofRater = z.object({ id: givenId, raterId: givenId });
export const ofCandidate = z.object({ id: givenId, eventId: givenId });
export const newRater = z.object({ personId: givenId });
export const withReason = z.object({ reason: z.string().trim().max(1_000).default('') });

/** How often the like stands among candidates, for whoever rates (C0-C2, C0-C5, C0-C7). */
export const alike = z.object({
  /** Others of this cycle with its event type, and with any of its causes; those of earlier cycles with both. */
  sameType: z.number(),
  sameCause: z.number(),
  earlier: z.number(),
  /** Of those of earlier cycles, the ones that were chosen and published. */
  published: z.number(),
  /** Others of this and earlier cycles in which something of the same supplier or contractor failed. */
  sameSupplier: z.number(),
  /** Sectors its failure reached. */
  reached: z.array(z.string()),
});
export type Alike = z.infer<typeof alike>;

export const ownSheet = z.object({
  lockedAt: z.string().nullable(),
  candidates: z.array(
    candidateView.extend({ rating: rating.nullable(), missing: z.array(z.string()), alike }),
  ),
});

const pick = z.strictObject({ eventId: givenId, reason: z.string().trim().max(1_000).default('') });
export const MOST_PICKS = 100;
export const picksKept = z.object({ picks: z.array(pick).max(MOST_PICKS), seen: z.number().int().min(0) });
export type PicksKept = z.output<typeof picksKept>;

export const PICK_NEEDS = ['outOfOrder', 'contested'] as const;
export type PickNeed = (typeof PICK_NEEDS)[number];

const agreement = z.object({
  alpha: z.number().nullable(),
  units: z.number(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  low: z.boolean(),
});
const joinedScore = z.object({
  median: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const counted = z.object({ key: z.string().nullable(), candidates: z.number(), chosen: z.number() });

export const WARNINGS = ['dominant', 'none'] as const;
export const balanceWarning = z.object({
  kind: z.enum(WARNINGS),
  sector: z.string().nullable(),
  chosen: z.number(),
  candidates: z.number(),
});
export type BalanceWarning = z.infer<typeof balanceWarning>;

export const selectionView = z.object({
  /** How often the picks were kept: the next keeping says which it saw. */
  seen: z.number(),
  ranked: z.array(
    candidateView.extend({
      scores: z.record(z.string(), joinedScore),
      quality: z.record(z.string(), z.number()),
      total: z.number().nullable(),
      rank: z.number().nullable(),
      /** Share of draws in which it is among the first: any weights, and weights nearly equal. */
      anyWeights: z.number(),
      nearlyEqual: z.number(),
      picked: z.boolean(),
      reason: z.string(),
      needs: z.array(z.enum(PICK_NEEDS)),
    }),
  ),
  /** So many count as the first: the target, or as many as are picked. */
  choose: z.number(),
  agreement: z.record(z.string(), agreement),
  sectors: z.array(counted),
  causes: z.array(counted),
  warnings: z.array(balanceWarning),
  /** Without each rater: which of the picks would not be among the first. */
  withoutRater: z.array(z.object({ raterId: z.string(), name: z.string(), lost: z.array(z.string()) })),
  records: z.array(z.object({ number: z.number(), hash: z.string(), signedAt: z.string() })),
});
export type SelectionView = z.infer<typeof selectionView>;

const { seen: _, records: __, withoutRater: ___, ...rested } = selectionView.shape;
/** What is signed: names of people stay in their tables, so that they can be erased. */
export const selectionRecord = z.object({
  kind: z.literal('sonae selection record'),
  orgId: z.string(),
  number: z.number(),
  survey: cycleView.omit({ version: true, state: true, changedAt: true }),
  criteria: criteriaDocument,
  raters: z.array(z.string()),
  draws: z.number(),
  seed: z.number(),
  ...rested,
  withoutRater: z.array(z.object({ raterId: z.string(), lost: z.array(z.string()) })),
  /** Within the window, and not passed or withdrawn; those outside it are counted. */
  out: z.array(candidateView),
  outside: z.object({ before: many, after: many }).default({ before: 0, after: 0 }),
  signedAt: z.string(),
  signedBy: z.string(),
});
export type SelectionRecord = z.infer<typeof selectionRecord>;
