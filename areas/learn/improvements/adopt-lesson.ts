import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { spelledText } from '../../../kernel/hedges.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { findCase } from '../cases/index.ts';
import type { Adoption } from './schema.ts';
import { improvementOfLesson, insertImprovement } from './store.ts';

/** Makes a draft of an improvement from a lesson, with a link back. Adopting it again leads to the same draft. */
export async function adoptLesson(ctx: Context, { caseId, lessonId }: Adoption): Promise<{ id: string }> {
  permit(ctx, 'case.write');
  return inTransaction(ctx, async (tx) => {
    const found = await findCase(tx.sql, caseId);
    const lesson = found?.document.lessons.find(({ id }) => id === lessonId);
    if (!lesson || found?.state === 'withdrawn') throw new Fault('not-found');
    const id = ctx.newId();
    const made = await insertImprovement(tx.sql, ctx.orgId, {
      id,
      title: spelledText(lesson.title, ctx.language),
      text: spelledText(lesson.body, ctx.language),
      caseId,
      lessonId,
      at: ctx.now,
    });
    if (made) {
      record(tx, 'improvement.adopted', { body: { improvementId: id, caseId, lessonId } });
      return { id };
    }
    const before = await improvementOfLesson(tx.sql, caseId, lessonId);
    if (!before) throw new Fault('conflict');
    return { id: before };
  });
}
