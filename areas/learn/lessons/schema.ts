import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { CAUSE_GROUPS, caseFilter, lesson } from '../cases/schema.ts';

/** A lesson with the case it was learned in. */
export const lessonView = z.object({
  caseId: z.string(),
  caseTitle: bilingual,
  causeGroup: z.enum(CAUSE_GROUPS),
  lesson,
});
export type LessonView = z.infer<typeof lessonView>;

export const lessonFilter = caseFilter.omit({ state: true, before: true }).extend({
  /** The last one of the page before. */
  after: z.string().max(120).optional(),
});
export type LessonFilter = z.infer<typeof lessonFilter>;

/** Why two things are alike; `what` is a name in the reader's language, of a situation, theme or cause its key. */
export const REASONS = ['situation', 'party', 'system', 'theme', 'cause'] as const;
export const similarView = z.object({
  id: z.string(),
  title: bilingual,
  reasons: z.array(z.object({ kind: z.enum(REASONS), what: z.string() })),
});
export type SimilarView = z.infer<typeof similarView>;
