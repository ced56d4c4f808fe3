import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { readEdition, renderedParts } from '../anonymise/index.ts';
import { sendPackageWithin } from '../exchange/acts.ts';
import { findPeer } from '../exchange/index.ts';
import { askingsOf } from './askings/index.ts';
import { reviewComments, reviewOfComment, setReviewAnswer } from './comments/index.ts';
import { isOpen, notDoneIn, REVIEW_MAIL } from './rules.ts';
import type { ReviewAnswered, ReviewCommentView } from './schema.ts';
import { lockReview } from './store.ts';
import { isAskingOver } from './through-link.ts';
import { AGREED_NEEDS_NO_ANSWER, ANSWERED_ALREADY, NOT_DONE, WHICH_EDITION, WHY_NOT_DONE } from './words.ts';

/** What is said to be done stands in a later edition, in which the part reads otherwise. @throws Fault `invalid` */
async function refuseUndone(
  tx: Tx,
  caseId: string,
  comment: ReviewCommentView,
  number: number,
): Promise<void> {
  const edition = await readEdition(tx.sql, caseId, number);
  if (!edition) throw invalidField('edition', NOT_DONE.none);
  const why = notDoneIn(comment, { number, parts: renderedParts(edition.document) });
  if (why) throw invalidField('edition', NOT_DONE[why]);
}

/** Once nothing is open, and no new edition will tell them, whoever was asked hears that they may consent. */
async function tellAnswered(tx: Tx, reviewId: string): Promise<void> {
  const comments = await reviewComments(tx.sql, reviewId);
  const [asking] = await askingsOf(tx.sql, reviewId);
  if (comments.some(isOpen) || !asking || asking.way !== 'link' || isAskingOver(asking, tx.ctx.now)) return;
  if (comments.some(({ edition, answer }) => answer === 'done' && edition >= asking.edition)) return;
  const { id, name, email: address, language } = asking;
  const once = `${id} answered ${comments.length}`;
  await putMessages(tx, REVIEW_MAIL, [
    { about: id, kind: 'answered', name, address, language, channel: 'email', once },
  ]);
}

/** To the operator's own Sonae, where it was asked by one: each answer by itself, as soon as it is given. */
async function sendAnswer(
  tx: Tx,
  reviewId: string,
  commentId: string,
  { answer, text, edition }: ReviewAnswered,
): Promise<void> {
  const peerId = (await askingsOf(tx.sql, reviewId))[0]?.peerId ?? null;
  if (peerId === null || (await findPeer(tx.sql, peerId))?.state !== 'pinned') return;
  const answers = [{ commentId, answer, text, edition: answer === 'done' ? edition : null }];
  await sendPackageWithin(tx, { peerId, kind: 'review-answers', payload: { ref: reviewId, answers } });
}

/** Says what became of a comment: done in an edition that shows it, or not done and why. */
export async function answerReviewComment(
  ctx: Context,
  commentId: string,
  answered: ReviewAnswered,
): Promise<void> {
  permit(ctx, 'survey.manage');
  const { answer, text, edition } = answered;
  if (answer === 'notDone' && text === '') throw invalidField('text', WHY_NOT_DONE);
  if (answer === 'done' && edition === null) throw invalidField('edition', WHICH_EDITION);
  await inTransaction(ctx, async (tx) => {
    const reviewId = await reviewOfComment(tx.sql, commentId);
    const review = reviewId && (await lockReview(tx.sql, reviewId));
    const comment = review && (await reviewComments(tx.sql, review.id)).find(({ id }) => id === commentId);
    if (!review || !comment) throw new Fault('not-found');
    if (comment.kind === 'agree') throw new Fault('conflict', { detail: AGREED_NEEDS_NO_ANSWER });
    if (comment.answer !== null) throw new Fault('conflict', { detail: ANSWERED_ALREADY });
    if (edition !== null && answer === 'done') await refuseUndone(tx, review.caseId, comment, edition);
    await setReviewAnswer(tx.sql, commentId, answered, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.review-answered', {
      body: { reviewId: review.id, caseId: review.caseId, commentId, answer },
    });
    await sendAnswer(tx, review.id, commentId, answered);
    await tellAnswered(tx, review.id);
  });
}
