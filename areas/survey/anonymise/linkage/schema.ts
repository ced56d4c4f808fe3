import { z } from 'zod';
import { bilingual } from '../../../../kernel/language.ts';
import { LINKAGE_ANSWERS, LINKAGE_KINDS } from '../../terms/words.ts';

export type { LinkageAnswer } from '../../terms/words.ts';

/** What an edition, or what is known beside it, could be linked by. */
export interface LinkageRow {
  /** The same while the words it is about are the same. */
  readonly key: string;
  readonly kind: (typeof LINKAGE_KINDS)[number];
  readonly path: string;
  readonly what: string;
  readonly text: { readonly ja: string; readonly en: string };
  readonly address: string;
}

export const linkageDecision = z.object({
  as: z.enum(LINKAGE_ANSWERS),
  reason: z.string(),
  number: z.number(),
  by: z.string(),
  at: z.string(),
  version: z.number(),
});
export const linkageRow = z.object({
  key: z.string(),
  kind: z.enum(LINKAGE_KINDS),
  path: z.string(),
  what: z.string(),
  text: bilingual,
  address: z.string(),
  decision: linkageDecision.nullable(),
  open: z.boolean(),
});

export const attemptView = z.object({
  id: z.string(),
  number: z.number(),
  triedBy: z.string(),
  minutes: z.number(),
  means: z.string(),
  found: z.boolean(),
  note: z.string(),
  loggedAt: z.string(),
});
export type AttemptView = z.infer<typeof attemptView>;

export const linkageView = z.object({
  /** The edition the rows are of; null while there is none. */
  number: z.number().nullable(),
  rows: z.array(linkageRow),
  /** The latest first. */
  attempts: z.array(attemptView),
});
export type LinkageView = z.infer<typeof linkageView>;

const line = (limit: number) => z.string().trim().min(1).max(limit);
export const rowDecision = z.object({
  key: line(200),
  as: z.enum(LINKAGE_ANSWERS),
  reason: line(1_000),
  /** Which decision was on the screen, 0 where there was none. */
  seen: z.number().int().min(0),
});
export type RowDecision = z.infer<typeof rowDecision>;

export const publicFact = z.object({
  text: line(2_000),
  /** Where anybody can read it. */
  address: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2_000)]).default(''),
});
export type PublicFact = z.infer<typeof publicFact>;

export const newAttempt = z.object({
  /** The edition that was tried on. */
  number: z.number().int().positive().max(100_000),
  triedBy: line(200),
  minutes: z.number().int().min(1).max(100_000),
  means: line(2_000),
  found: z.boolean(),
  note: z.string().trim().max(2_000).default(''),
});
export type NewAttempt = z.infer<typeof newAttempt>;
