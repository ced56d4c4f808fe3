import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { bilingual } from '../../../kernel/language.ts';
import { THEMES } from '../../learn/cases/schema.ts';
import { LESSON_ANSWERS } from '../terms/words.ts';

const words = (limit: number) => z.object({ ja: z.string().max(limit), en: z.string().max(limit) });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** The number of its case, and what it is called there. */
export const lessonKey = z.string().regex(/^\d{1,3}-[a-z][a-z0-9-]{0,40}$/);

const publishedLesson = z.object({
  lesson: lessonKey,
  number: z.int().positive(),
  title: words(1_000),
  body: words(5_000),
  themes: z.array(z.enum(THEMES)).max(THEMES.length),
  hash,
});
export type PublishedLesson = z.infer<typeof publishedLesson>;

const apart = (list: readonly { readonly lesson: string }[]): boolean =>
  new Set(list.map(({ lesson }) => lesson)).size === list.length;
const MOST = 5_000;

/** All lessons of an edition; what an earlier one had and this has not was withdrawn. */
export const lessonsPackage = z.object({
  ref: z.uuid(),
  fiscalYear: z.int(),
  edition: z.int().positive(),
  hash,
  lessons: z.array(publishedLesson).max(MOST).refine(apart),
});
export type LessonsPackage = z.infer<typeof lessonsPackage>;

/** Which answer to which lesson, as it reads: no reason, no row of a register and no name goes with it. */
export const lessonAnswersPackage = z.strictObject({
  ref: z.uuid(),
  answers: z
    .array(z.strictObject({ lesson: lessonKey, hash, answer: z.enum(LESSON_ANSWERS) }))
    .max(MOST)
    .refine(apart),
});
export type LessonAnswersPackage = z.infer<typeof lessonAnswersPackage>;

export const lessonsSending = z.object({
  /** Organisations by their ids; everybody whose key is confirmed where none is named. */
  peers: z.array(givenId).max(1_000).default([]),
});
export type LessonsSending = z.output<typeof lessonsSending>;

export const lessonCountsView = z.object({
  edition: z.number(),
  /** To how many organisations the lessons were sent. */
  sentTo: z.number(),
  lessons: z.array(
    z.object({
      lesson: z.string(),
      number: z.number(),
      title: bilingual,
      /** Sums over the operators that answered; null where those are too few. */
      counts: z
        .object({ adopt: z.number(), instead: z.number(), doesNotApply: z.number(), refuse: z.number() })
        .nullable(),
    }),
  ),
});
export type LessonCountsView = z.infer<typeof lessonCountsView>;
