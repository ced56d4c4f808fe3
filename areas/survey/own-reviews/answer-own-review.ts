import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { inPerson, permit } from '../../../kernel/permit.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { renderedParts } from '../anonymise/index.ts';
import { sendPackageWithin } from '../exchange/acts.ts';
import { commentFaults } from '../review/comment-by-link.ts';
import { COMMENTS_OPEN, CONSENTED_ALREADY, EDITION_CHANGED } from '../review/words.ts';
import { insertOwnComments, insertOwnConsent, withdrawOwn } from './said/index.ts';
import type { OwnReviewSaid } from './schema.ts';
import { type OwnStanding, ownStanding } from './standing.ts';
import { lockOwnReview, type OwnEdition, type OwnReview, setWithdrawal } from './store.ts';
import { CONSENT_ON_ITS_WAY, REVIEW_OVER, WITHDRAWAL_ON_ITS_WAY } from './words.ts';

const nameBehind = async (tx: Tx): Promise<string> => {
  const by = byOf(tx.ctx.actor);
  return (await namesBehind(tx.sql, [by], tx.ctx.language))[by] || tx.ctx.orgId;
};

/** The edition that is asked about now, as it was read. @throws Fault */
async function askedNow(
  tx: Tx,
  id: string,
  seen: string,
): Promise<{ review: OwnReview; edition: OwnEdition; stands: OwnStanding }> {
  const review = await lockOwnReview(tx.sql, id);
  if (!review) throw new Fault('not-found');
  const stands = await ownStanding(tx.sql, id, tx.ctx.now);
  const { newest: edition } = stands;
  if (edition?.hash !== seen) throw new Fault('conflict', { detail: EDITION_CHANGED });
  if (Temporal.Instant.compare(edition.until, tx.ctx.now) <= 0)
    throw new Fault('conflict', { detail: REVIEW_OVER });
  return { review, edition, stands };
}

/** What we say of the pages, part by part, to whoever asked. */
export async function commentOwnReview(
  ctx: Context,
  id: string,
  { comments, seen }: OwnReviewSaid,
): Promise<void> {
  permit(ctx, 'report.send');
  await inTransaction(ctx, async (tx) => {
    const { review, edition } = await askedNow(tx, id, seen);
    const parts = renderedParts(edition.document);
    const faults = commentFaults(comments, parts);
    if (faults.length > 0) throw new Fault('invalid', { fields: faults });
    const hashes = new Map(parts.map((part) => [part.id, part.hash]));
    const by = await nameBehind(tx);
    const said = comments.map((comment) => ({ ...comment, id: ctx.newId() }));
    const { edition: number, hash } = edition;
    const packageId = await sendPackageWithin(tx, {
      peerId: review.peerId,
      kind: 'review-comments',
      payload: { ref: id, edition: number, hash, by, comments: said },
    });
    await insertOwnComments(
      tx.sql,
      ctx.orgId,
      packageId,
      said.map((each) => ({
        ...each,
        reviewId: id,
        edition: number,
        partHash: hashes.get(each.part) ?? '',
        by,
      })),
      ctx.now,
    );
    record(tx, 'own-report.review-commented', {
      body: { reviewId: id, edition: number, hash, comments: said.length, packageId },
    });
  });
}

/** Consents to the edition that was read. Somebody who is signed in does so, never a key: what is signed speaks for all of us. */
export async function sendConsent(ctx: Context, id: string, seen: string): Promise<void> {
  permit(ctx, 'report.send');
  inPerson(ctx);
  await inTransaction(ctx, async (tx) => {
    const { review, edition, stands } = await askedNow(tx, id, seen);
    if (stands.open > 0) throw new Fault('conflict', { detail: COMMENTS_OPEN });
    const own = stands.consents.filter((each) => each.hash === seen && each.withdrawnAt === null);
    if (own.some(({ outcome }) => outcome === null))
      throw new Fault('conflict', { detail: CONSENT_ON_ITS_WAY });
    if (stands.standing === 'given') throw new Fault('conflict', { detail: CONSENTED_ALREADY });
    const by = await nameBehind(tx);
    const { edition: number, hash, consentDays } = edition;
    const packageId = await sendPackageWithin(tx, {
      peerId: review.peerId,
      kind: 'consent',
      payload: { ref: id, edition: number, hash, by },
    });
    await insertOwnConsent(
      tx.sql,
      ctx.orgId,
      { packageId, reviewId: id, edition: number, hash, by, consentDays },
      ctx.now,
    );
    record(tx, 'own-report.consent-sent', { body: { reviewId: id, edition: number, hash, packageId } });
  });
}

/** Takes back all that we consented to, by whichever way: what was said by a link is known to the other side alone. */
export async function takeBackConsent(ctx: Context, id: string, reason: string): Promise<void> {
  permit(ctx, 'report.send');
  inPerson(ctx);
  await inTransaction(ctx, async (tx) => {
    const review = await lockOwnReview(tx.sql, id);
    if (!review) throw new Fault('not-found');
    if (review.withdrawalSentAt !== null && review.withdrawalOutcome === null)
      throw new Fault('conflict', { detail: WITHDRAWAL_ON_ITS_WAY });
    const by = await nameBehind(tx);
    const packageId = await sendPackageWithin(tx, {
      peerId: review.peerId,
      kind: 'consent-withdrawn',
      payload: { ref: id, by, reason },
    });
    await withdrawOwn(tx.sql, id, { packageId, by }, ctx.now);
    await setWithdrawal(tx.sql, id, packageId, ctx.now);
    record(tx, 'own-report.consent-taken-back', { body: { reviewId: id, packageId } });
  });
}
