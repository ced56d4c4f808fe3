import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findCycle } from '../cycles/index.ts';
import { newestPublication } from '../publication/index.ts';
import { NOT_PUBLISHED } from '../publication/words.ts';
import { lessonsOfEdition } from './lessons-of.ts';
import type { LessonCountsView } from './schema.ts';
import { lessonCounts, lessonsSentTo } from './store.ts';

/** What operators answer to each lesson as it reads now, in sums alone. */
export async function lookAtLessonCounts(ctx: Context, cycleId: string): Promise<LessonCountsView> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    if (!(await findCycle(trx, cycleId))) throw new Fault('not-found');
    const edition = await newestPublication(trx, cycleId);
    if (!edition) throw new Fault('conflict', { detail: NOT_PUBLISHED });
    const counts = new Map(
      (await lessonCounts(trx, cycleId)).map(({ lesson, hash, ...sums }) => [`${lesson} ${hash}`, sums]),
    );
    const lessons = await lessonsOfEdition(trx, edition, ctx.now);
    return {
      edition: edition.number,
      sentTo: (await lessonsSentTo(trx, cycleId)).size,
      lessons: lessons.map(({ lesson, number, title, hash }) => ({
        lesson,
        number,
        title,
        counts: counts.get(`${lesson} ${hash}`) ?? null,
      })),
    };
  });
}
