import { z } from 'zod';
import { asking } from '../../kernel/language.ts';
import { TONES } from '../fact-kind.ts';

/** Each word is looked for in every line, and by what may be called so: more words are a question nobody asks. */
export const MOST_WORDS = 10;

/** A search word by word, each once. */
export const wordsIn = (search: string): string[] => [...new Set(search.split(/\s+/).filter(Boolean))];

/** What the audit log is narrowed down by; days are those of the organisation's clock. */
const narrowed = z.object({
  /** A kind of act, or the beginning of several, as in `page.`. */
  kind: z.string().max(100).optional(),
  personId: z.uuid().optional(),
  incidentId: z.uuid().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  search: z
    .string()
    .trim()
    .max(200)
    .refine(
      (search) => wordsIn(search).length <= MOST_WORDS,
      asking({
        ja: `検索語は${MOST_WORDS}語以内で入力してください`,
        en: `Search for at most ${MOST_WORDS} words`,
      }),
    )
    .optional(),
});
export const entryFilter = narrowed.extend({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type EntryFilter = z.infer<typeof entryFilter>;
/** All that is narrowed down to, as a file. */
export const entryExport = narrowed;
export type EntryExport = z.infer<typeof entryExport>;

/** One line of the ledger in the reader's words. */
export const auditEntry = z.object({
  seq: z.number(),
  kind: z.string(),
  /** What was done, and the part of the product it belongs to. */
  act: z.string(),
  area: z.string(),
  tone: z.enum(TONES),
  at: z.string(),
  precision: z.string(),
  recordedAt: z.string(),
  who: z.string(),
  incident: z.object({ id: z.string(), number: z.number(), title: z.string() }).nullable(),
  /** Whom and what it concerns, and what people wrote. */
  content: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const entryPage = z.object({
  entries: z.array(auditEntry),
  next: z.number().nullable(),
  /** By whose clock days are counted. */
  timeZone: z.string(),
});
