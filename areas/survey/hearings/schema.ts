import { z } from 'zod';
import { CERTAINTIES } from '../../../kernel/certainty.ts';
import { ASKED_OF } from '../../learn/cases/schema.ts';
import { reportTime } from '../content/schema.ts';
import { PLACES } from '../intake/schema.ts';

/** The six sections of a case, in which every question and every claim has its place. */
export const SECTIONS = ASKED_OF;
export type Section = (typeof SECTIONS)[number];

/** Why something is asked, in the order in which questions of a section are. */
export const QUESTION_KINDS = [
  'differing',
  'withheld',
  'notKnown',
  'notStated',
  'withdrawn',
  'imprecise',
  'singleSource',
  'noEffect',
  'empty',
  /** Written by the secretariat. */
  'added',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What one version of one report says about a question. */
export const account = z.object({
  reportId: z.string(),
  number: z.number(),
  place: z.enum(PLACES),
  version: z.number(),
  /** The field as it stands there: a value, or in which way it says nothing. */
  said: z.unknown(),
});
export type Account = z.infer<typeof account>;

export const question = z.object({
  /** Known again by this however often it is asked. */
  key: z.string(),
  kind: z.enum(QUESTION_KINDS),
  section: z.enum(SECTIONS),
  /** Of the field, as in `times.noticed` or `steps.s1.by`; a section's own name where the section is empty. */
  path: z.string(),
  /** Which step it is about, in its words; what was asked, where somebody wrote it. */
  about: z.string(),
  accounts: z.array(account),
  /** Lines of the minutes that answer it. */
  answeredBy: z.array(z.string()),
});
export type Question = z.infer<typeof question>;

/** A fact as it was told, for a section of the case. Nothing of it is more certain than the line it was taken from. */
export const claimSaid = z.strictObject({
  section: z.enum(SECTIONS),
  text: z.string().trim().min(1).max(1_200),
  certainty: z.enum(CERTAINTIES),
  /** When it happened, where that was said. */
  happened: reportTime.nullable().default(null),
});
export type ClaimSaid = z.infer<typeof claimSaid>;
