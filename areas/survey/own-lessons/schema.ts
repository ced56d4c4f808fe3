import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { THEMES } from '../../learn/cases/schema.ts';
import { lessonKey } from '../lessons/schema.ts';
import { LESSON_ANSWERS } from '../terms/words.ts';

/** Registers whose rows may be what a lesson speaks of. */
export const FOUND_IN = ['assets', 'parties', 'contracts', 'fallbacks', 'call-trees', 'plans'] as const;

/** One answer to one lesson, as it was read. */
export const ownLessonAnswered = z.object({
  lesson: lessonKey,
  answer: z.enum(LESSON_ANSWERS),
  reason: z.string().trim().max(2_000).default(''),
  seen: z.int().min(1),
});
export type OwnLessonAnswered = z.output<typeof ownLessonAnswered>;

export const ownLessonView = z.object({
  lesson: z.string(),
  number: z.number(),
  title: bilingual,
  body: bilingual,
  themes: z.array(z.enum(THEMES)),
  version: z.number(),
  /** The edition that has it no more; null while it stands. */
  withdrawnIn: z.number().nullable(),
  answer: z.enum(LESSON_ANSWERS).nullable(),
  reason: z.string(),
  answeredAt: z.string().nullable(),
  /** It reads otherwise than when it was answered. */
  changed: z.boolean(),
  improvementId: z.string().nullable(),
  /** Rows of the own registers that it speaks of, and why. */
  rows: z.array(
    z.object({
      register: z.enum(FOUND_IN),
      key: z.string(),
      name: z.string(),
      words: z.array(z.string()),
      themes: z.array(z.enum(THEMES)),
    }),
  ),
});

export const ownLessonsSummary = z.object({
  id: z.string(),
  /** Who published them. */
  peer: z.string(),
  fiscalYear: z.number(),
  edition: z.number(),
  receivedAt: z.string(),
  /** Lessons without an answer to how they read now. */
  open: z.number(),
  answered: z.number(),
  withdrawn: z.number(),
  /** Whether the recipient has signed for the answers sent last; null while it has not, or nothing was sent. */
  outcome: z.enum(['taken', 'refused']).nullable(),
});
export type OwnLessonsSummary = z.infer<typeof ownLessonsSummary>;
export const ownLessonsView = ownLessonsSummary.extend({ lessons: z.array(ownLessonView) });
export type OwnLessonsView = z.infer<typeof ownLessonsView>;
