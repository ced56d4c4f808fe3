import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { isInstantText } from '../../../kernel/time.ts';
import { REPORT_STAGES, regimeKey } from '../regimes/keys/schema.ts';

export const REPORT_STATES = ['due', 'submitted', 'notNeeded'] as const;

const text = z.string().trim().max(50_000);

export const reportOpened = z.object({
  regime: regimeKey,
  /** Since when its clock runs, where that is not the time the record gives. */
  startsAt: z.string().refine(isInstantText, { message: 'RFC 3339' }).nullable().default(null),
  /** A wrongful purpose is suspected: the final report has longer (domain facts §4). */
  wrongful: z.boolean().default(false),
});
export type ReportOpened = z.input<typeof reportOpened>;
export const reportSubmitted = z.object({
  text: text.default(''),
  receipt: z.string().trim().max(500).default(''),
});
/** Another report of a regime that runs: a follow-up when there is news, as often as there is (versions: first, follow-up, final). */
export const followUp = z.object({
  regime: regimeKey,
  /** By when the authority wants it, where it said so. */
  dueAt: z.string().refine(isInstantText, { message: 'RFC 3339' }).nullable().default(null),
});
export type FollowUp = z.infer<typeof followUp>;
/** The receipt that came later; or by when the authority wants it, where no law says. */
export const reportNoted = z.object({
  receipt: z.string().trim().min(1).max(500).optional(),
  dueAt: z.string().refine(isInstantText, { message: 'RFC 3339' }).optional(),
});
export type ReportNoted = z.infer<typeof reportNoted>;
/** A regime that seemed owed and is not. */
export const regimeRuledOut = z.object({
  regime: regimeKey,
  reason: z.string().trim().min(1).max(5_000),
});
export type RegimeRuledOut = z.output<typeof regimeRuledOut>;
export const reportNotNeeded = z.object({ reason: z.string().trim().min(1).max(5_000) });

export const reportView = z.object({
  id: z.string(),
  regime: z.string(),
  /** Of the regime, as it was when the report was opened; its name is of that edition. */
  edition: z.int(),
  name: bilingual,
  recipient: z.string(),
  stage: z.enum(REPORT_STAGES),
  /** The how-manieth of its stage. */
  number: z.number(),
  startFact: z.string(),
  startsAt: z.string(),
  /** Null where no public source gives a deadline: as soon as possible. */
  dueAt: z.string().nullable(),
  state: z.enum(REPORT_STATES),
  overdue: z.boolean(),
  text: z.string(),
  receipt: z.string(),
  submittedAt: z.string().nullable(),
});
