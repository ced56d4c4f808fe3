import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { draftImprovement } from '../../learn/improvements/index.ts';
import { record } from '../../record.ts';
import { sendPackageWithin } from '../exchange/acts.ts';
import { findPeer } from '../exchange/index.ts';
import type { OwnLessonAnswered } from './schema.ts';
import {
  answerInStore,
  lessonsOfPublished,
  lockOwnPublished,
  noteAnswersSent,
  type OwnLesson,
  type OwnPublished,
} from './store.ts';
import { LESSON_CHANGED, LESSON_WITHDRAWN, NEEDS_REASON, sourceOf } from './words.ts';

/** The improvement a lesson was made into, now or before. */
async function improvementOf(
  tx: Tx,
  { peerId, ...published }: OwnPublished,
  lesson: OwnLesson,
): Promise<string> {
  if (lesson.improvementId !== null) return lesson.improvementId;
  const { title, body, number } = lesson;
  const peer = (await findPeer(tx.sql, peerId))?.name ?? '';
  const source = sourceOf({ ...published, peer, number });
  return draftImprovement(tx, {
    title,
    text: { ja: `${body.ja}\n\n${source.ja}`, en: `${body.en}\n\n${source.en}` },
  });
}

/**
 * Answers whether a lesson holds here, and tells whoever published it which answers were given: nothing of why, of what was
 * found, or of who answered. Adopting makes a draft of an improvement.
 */
export async function answerOwnLesson(
  ctx: Context,
  id: string,
  { lesson: key, answer, reason, seen }: OwnLessonAnswered,
): Promise<{ improvementId: string | null }> {
  permit(ctx, 'report.send');
  if (answer === 'adopt') permit(ctx, 'case.write');
  else if (reason === '') throw invalidField('reason', NEEDS_REASON);
  return inTransaction(ctx, async (tx) => {
    const published = await lockOwnPublished(tx.sql, id);
    const lesson = published && (await lessonsOfPublished(tx.sql, id)).find((each) => each.lesson === key);
    if (!published || !lesson) throw new Fault('not-found');
    if (lesson.withdrawnIn !== null) throw new Fault('conflict', { detail: LESSON_WITHDRAWN });
    if (lesson.version !== seen) throw new Fault('conflict', { detail: LESSON_CHANGED });
    const improvementId =
      answer === 'adopt' ? await improvementOf(tx, published, lesson) : lesson.improvementId;
    await answerInStore(tx.sql, id, lesson, { answer, reason, improvementId }, ctx.now);
    const packageId = await sendPackageWithin(tx, {
      peerId: published.peerId,
      kind: 'lesson-answers',
      payload: { ref: id, answers: answersIn(await lessonsOfPublished(tx.sql, id)) },
    });
    await noteAnswersSent(tx.sql, id, packageId);
    record(tx, 'own-report.lesson-answered', {
      body: { publishedId: id, lesson: key, answer, packageId },
    });
    return { improvementId };
  });
}

/** All that is answered of lessons as they read now. */
const answersIn = (lessons: readonly OwnLesson[]) =>
  lessons.flatMap(({ lesson, hash, answer, answeredHash, withdrawnIn }) =>
    answer !== null && answeredHash === hash && withdrawnIn === null ? [{ lesson, hash, answer }] : [],
  );
