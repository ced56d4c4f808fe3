import { z } from 'zod';
import { timedCursor } from '../../../kernel/cursor.ts';
import { bilingual } from '../../../kernel/language.ts';

export const IMPROVEMENT_STATES = ['draft', 'planned', 'done', 'dropped'] as const;

const written = {
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().max(5_000),
  state: z.enum(IMPROVEMENT_STATES),
  ownerId: z.uuid().nullable(),
  dueOn: z.iso.date().nullable(),
};
export const improvementChange = z.object(written);
export type ImprovementChange = z.infer<typeof improvementChange>;

export const adoption = z.object({ caseId: z.uuid(), lessonId: z.string().max(60) });
export type Adoption = z.infer<typeof adoption>;

export const improvementView = z.object({
  id: z.string(),
  ...written,
  ownerName: z.string().nullable(),
  /** The lesson it was adopted from. */
  caseId: z.string().nullable(),
  caseTitle: bilingual.nullable(),
  lessonId: z.string().nullable(),
  changedAt: z.string(),
  /** Incidents that came again and had no effect, because it worked (Y35). */
  proofs: z.array(z.object({ id: z.string(), number: z.number(), title: z.string() })),
});
export type ImprovementView = z.infer<typeof improvementView>;

export const improvementFilter = z.object({
  state: z.enum([...IMPROVEMENT_STATES, 'any']).default('any'),
  search: z.string().trim().max(200).optional(),
  before: timedCursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ImprovementFilter = z.infer<typeof improvementFilter>;
