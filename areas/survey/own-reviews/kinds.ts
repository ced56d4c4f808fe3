import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { record } from '../../record.ts';
import { hashOfEdition } from '../anonymise/index.ts';
import type { PackageKind, Settled } from '../exchange/index.ts';
import { KIND_WORDS } from '../exchange/words.ts';
import {
  type ReviewAnswersPackage,
  type ReviewAskedPackage,
  reviewAnswersPackage,
  reviewAskedPackage,
} from '../review/packages/schema.ts';
import { setOwnAnswer, settleComments, settleConsent, settleWithdrawal } from './said/index.ts';
import { lockOwnReview, putOwnEdition, settleReviewWithdrawal } from './store.ts';
import { NOT_ITS_HASH } from './words.ts';

/** Pages to review. Their hash is worked out here as well: what is consented to is what was read, and nothing else. */
const takeAsked: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, edition, hash, document, until, consentDays } = payload as ReviewAskedPackage;
  if (hashOfEdition(document) !== hash) throw new Fault('conflict', { detail: NOT_ITS_HASH });
  const before = await lockOwnReview(tx.sql, ref);
  if (before && before.peerId !== peer.id) throw new Fault('not-found');
  await putOwnEdition(
    tx.sql,
    tx.ctx.orgId,
    { id: ref, peerId: peer.id },
    { edition, hash, document, until: Temporal.Instant.from(until), consentDays, askedAt: tx.ctx.now },
  );
  record(tx, 'own-report.review-received', { body: { reviewId: ref, edition, hash } });
};

/** Answers to what we said; one that came before stands. */
const takeAnswers: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, answers } = payload as ReviewAnswersPackage;
  const review = await lockOwnReview(tx.sql, ref);
  if (review?.peerId !== peer.id) throw new Fault('not-found');
  for (const { commentId, ...said } of answers)
    if (await setOwnAnswer(tx.sql, ref, commentId, said))
      record(tx, 'own-report.review-answered', { body: { reviewId: ref, commentId, answer: said.answer } });
};

/** What an organisation takes of whoever publishes what happened to it. */
export const OWN_REVIEW_KINDS: readonly PackageKind[] = [
  {
    name: 'review-asked',
    words: KIND_WORDS['review-asked'],
    payload: reviewAskedPackage,
    byHand: false,
    forSenders: true,
    accept: takeAsked,
  },
  {
    name: 'review-answers',
    words: KIND_WORDS['review-answers'],
    payload: reviewAnswersPackage,
    byHand: false,
    forSenders: true,
    accept: takeAnswers,
  },
];

/** What we consented to here, and the review as a whole: a consent that was given by a link is known to the other side alone. */
async function settledWithdrawal(
  tx: Tx,
  packageId: string,
  outcome: 'taken' | 'refused',
  reason: string,
): Promise<string | undefined> {
  const ofConsents = await settleWithdrawal(tx.sql, packageId, outcome);
  return (await settleReviewWithdrawal(tx.sql, packageId, outcome, reason)) ?? ofConsents;
}

/** The recipient signed for what we said: it has it, or says why not. */
export async function saidSettled(
  tx: Tx,
  { packageId, outcome, reason }: Pick<Settled, 'packageId' | 'outcome' | 'reason'>,
): Promise<void> {
  const reviewId =
    (await settleConsent(tx.sql, packageId, outcome, reason, tx.ctx.now)) ??
    (await settleComments(tx.sql, packageId, outcome)) ??
    (await settledWithdrawal(tx, packageId, outcome, reason));
  if (reviewId === undefined) return;
  record(tx, 'own-report.review-settled', { body: { reviewId, packageId, outcome } });
}
