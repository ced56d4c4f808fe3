import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { caseDocument } from '../../learn/cases/schema.ts';
import { partDecisionView } from './disclosing/schema.ts';

/** What can forbid that a case is published. */
export const OPEN_KINDS = ['word', 'obstacle', 'leak', 'linkage', 'attempt', 'stale'] as const;
export const openPoint = z.object({ kind: z.enum(OPEN_KINDS), field: z.string(), mend: bilingual });
export type OpenPoint = z.infer<typeof openPoint>;

/** A public edition of a case, for the list of them. */
export const editionSummary = z.object({
  number: z.number(),
  caseVersion: z.number(),
  hash: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
});

export const editionsView = z.object({
  /** The newest first. */
  editions: z.array(editionSummary),
  /** Everything that forbids publication. */
  open: z.array(openPoint),
});
export const editionView = z.object({ ...editionSummary.shape, document: caseDocument });

const replaced = z.object({
  path: z.string(),
  language: z.enum(['ja', 'en']),
  was: z.string(),
  is: z.string(),
});
export const editionLog = z.object({
  labels: z.array(z.object({ entity: z.string(), label: bilingual })),
  log: z.array(replaced),
});
export type EditionLog = z.infer<typeof editionLog>;

const stretches = z.array(z.object({ text: z.string(), replaced: z.boolean() }));
const inBoth = z.object({ ja: stretches, en: stretches });
/** A text as the house has it, beside what anybody would read. */
export const besideView = z.object({
  path: z.string(),
  /** By what its disclosure is decided; null where that is not decided by itself. */
  part: z.string().nullable(),
  state: z.enum(['same', 'replaced', 'generalised', 'withheld']),
  internal: inBoth,
  shown: inBoth.nullable(),
});
export const publicFormView = z.object({
  caseVersion: z.number(),
  rows: z.array(besideView.extend({ decision: partDecisionView.nullable() })),
  labels: z.array(z.object({ entity: z.string(), label: bilingual })),
});
export type BesideView = z.infer<typeof besideView>;
export type PublicFormView = z.infer<typeof publicFormView>;
