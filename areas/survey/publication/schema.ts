import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { bilingual } from '../../../kernel/language.ts';
import { CAUSE_GROUPS, caseDocument } from '../../learn/cases/schema.ts';
import { CYCLE_STATES, criteriaDocument } from '../cycles/schema.ts';
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

/** What can stand in the way of publishing. */
export const POINT_KINDS = ['cycle', 'draft', 'case', 'consent', 'leak', 'table'] as const;
export const standingPoint = z.object({
  kind: z.enum(POINT_KINDS),
  /** The case it is about; null of the report as a whole. */
  caseId: z.string().nullable(),
  field: z.string(),
  mend: bilingual,
});
export type StandingPoint = z.infer<typeof standingPoint>;

export const CONSENT_STATES = ['given', 'asked', 'none', 'expired', 'withdrawn'] as const;

/** A case of a survey, and how far it is from being published. */
export const standingCase = z.object({
  eventId: z.string(),
  caseId: z.string().nullable(),
  title: bilingual.nullable(),
  /** The number it was given once; null while it has none. */
  number: z.number().nullable(),
  /** Of the newest public edition; null while there is none. */
  publicEdition: z.number().nullable(),
  hash: z.string().nullable(),
  consent: z.enum(CONSENT_STATES),
  /** It was printed, and the next edition keeps its number alone. */
  gone: z.boolean(),
  points: z.array(standingPoint),
});
export type StandingCase = z.infer<typeof standingCase>;

const leftOut = z.strictObject({ caseId: givenId, reason: line(1_000).min(1) });
const english = z.strictObject({
  issuer: line(120).default(''),
  purpose: line(2_000).default(''),
  plan: line(300).default(''),
  decidedBy: line(200).default(''),
});
export const newPublication = z.object({
  /** The edition it follows, so that nobody publishes over another; 0 for the first. */
  seen: z.number().int().min(0),
  /** What the survey says of itself, in English; its own words where nothing is given. */
  english: english.prefault({}),
  /** Cases that are left out, each with a reason: a number that one had stays, and nothing else of it. */
  leaveOut: z.array(leftOut).max(100).default([]),
  /** Counts below it are hidden where sectors are crossed; without that table where false. */
  sectors: z.boolean().default(true),
  hideBelow: z.number().int().min(3).max(50).default(3),
});
export type NewPublication = z.output<typeof newPublication>;

export const DIFFERENCE_KINDS = ['added', 'changed', 'withdrawn', 'erratum'] as const;
export const editionDifference = z.object({
  kind: z.enum(DIFFERENCE_KINDS),
  /** Null of the report as a whole. */
  number: z.number().nullable(),
});
export type EditionDifference = z.infer<typeof editionDifference>;

export const artefactView = z.object({ name: z.string(), sha256: z.string(), size: z.number() });
export const publicationSummary = z.object({
  number: z.number(),
  madeAt: z.string(),
  madeBy: z.string(),
  cases: z.array(z.object({ number: z.number(), title: bilingual.nullable(), withdrawn: z.boolean() })),
  differences: z.array(editionDifference),
  artefacts: z.array(artefactView),
});
export const publicationView = z.object({
  state: z.enum(CYCLE_STATES),
  /** The newest first. */
  editions: z.array(publicationSummary),
  cases: z.array(standingCase),
  /** Of the report as a whole; those of each case stand with it. */
  points: z.array(standingPoint),
});
export type PublicationView = z.infer<typeof publicationView>;

export const newErratum = z.object({
  /** The number of the case it is about; nothing of the report as a whole. */
  number: z.number().int().positive().nullable().default(null),
  reportedBy: line(200).min(1),
  /** What is wrong, as it was told; never printed. */
  claim: line(2_000).min(1),
});
export type NewErratum = z.output<typeof newErratum>;
export const erratumTurn = z.object({
  to: z.enum(['verified', 'held', 'rejected']),
  reason: line(1_000).default(''),
  /** What is printed with the next edition. */
  text: z.strictObject({ ja: line(1_000), en: line(1_000) }).prefault({ ja: '', en: '' }),
});
export type ErratumTurn = z.output<typeof erratumTurn>;
export const erratumView = z.object({
  id: z.string(),
  number: z.number().nullable(),
  reportedBy: z.string(),
  reportedAt: z.string(),
  claim: z.string(),
  state: z.enum(ERRATUM_STATES),
  reason: z.string(),
  text: bilingual,
  settledAt: z.string().nullable(),
});
export type ErratumView = z.infer<typeof erratumView>;
