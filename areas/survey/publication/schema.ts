import { z } from 'zod';
import { CAUSE_GROUPS, caseDocument } from '../../learn/cases/schema.ts';
import { criteriaDocument } from '../cycles/schema.ts';
import { statisticsView } from '../statistics/schema.ts';

const day = z.iso.date();
const line = (limit: number) => z.string().trim().max(limit);

/** What became of a claim that something published is wrong. */
export const ERRATUM_STATES = ['reported', 'verified', 'held', 'rejected'] as const;
export type ErratumState = (typeof ERRATUM_STATES)[number];

/** What is put right, as it stands with the report. */
export const shownErratum = z.strictObject({
  /** The case it is about; null of the report as a whole. */
  number: z.number().int().positive().nullable(),
  on: day,
  text: z.strictObject({ ja: line(1_000), en: line(1_000) }),
});
export type ShownErratum = z.infer<typeof shownErratum>;

/** What a survey says of itself, in both languages. */
export const frontMatter = z.strictObject({
  issuer: z.strictObject({ ja: line(120), en: line(120) }),
  purpose: z.strictObject({ ja: line(2_000), en: line(2_000) }),
  plan: z.strictObject({
    name: z.strictObject({ ja: line(300), en: line(300) }),
    decidedBy: z.strictObject({ ja: line(200), en: line(200) }),
    decidedOn: day,
  }),
});
export type FrontMatter = z.infer<typeof frontMatter>;

/** A case under the number that it was given once. */
const bookCase = z.strictObject({ number: z.number().int().positive(), document: caseDocument });
/** The number of a case that was withdrawn: it stays, and nothing else does. */
const tombstone = z.strictObject({
  number: z.number().int().positive(),
  group: z.enum(CAUSE_GROUPS),
  on: day,
});
export type Tombstone = z.infer<typeof tombstone>;

/** Everything an edition of the report of a survey is made from; it names no case but by its number. */
export const book = z.strictObject({
  format: z.literal('sonae-survey-edition'),
  fiscalYear: z.number().int(),
  window: z.strictObject({ from: day, until: day }),
  edition: z.number().int().positive(),
  date: day,
  front: frontMatter,
  criteria: criteriaDocument,
  statistics: statisticsView.nullable(),
  cases: z.array(bookCase).max(999),
  withdrawn: z.array(tombstone).max(999),
  errata: z.array(shownErratum).max(999),
});
export type Book = z.infer<typeof book>;
