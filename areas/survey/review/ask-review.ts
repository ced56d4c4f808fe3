import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { channelsConfigured } from '../../sending/channels/index.ts';
import { expireLinks, linkUrl, makeLinks } from '../../sending/links/index.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { newestEdition, type PublicEdition } from '../anonymise/index.ts';
import { sendPackageWithin } from '../exchange/acts.ts';
import { findPeer } from '../exchange/index.ts';
import { peersOfOperator } from '../intake/index.ts';
import { findOperator } from '../operators/index.ts';
import type { OperatorView } from '../operators/schema.ts';
import { NOT_LISTED } from '../operators/words.ts';
import { type Asking, askingsOf, endAskings, insertAsking, setReminded } from './askings/index.ts';
import { consentsOf } from './consents/index.ts';
import { otherRoutes, REVIEW_LINK, REVIEW_MAIL } from './rules.ts';
import type { ReviewAsked } from './schema.ts';
import { lockReview, openReview } from './store.ts';
import { isAskingOver } from './through-link.ts';
import { toldOperators } from './told-operators.ts';
import {
  NO_EDITION,
  NO_MAIL_TO_REMIND,
  NOT_OF_CASE,
  NOT_OPEN,
  NOT_REGISTERED,
  NOT_THEIR_SONAE,
  ONE_WAY_ONLY,
  REMINDED_TODAY,
} from './words.ts';

/** How long a link leads somewhere: to its end, or as long as somebody may want to withdraw what was consented to. */
async function linkUntil(tx: Tx, reviewId: string, until: Temporal.Instant): Promise<Temporal.Instant> {
  const standing = (await consentsOf(tx.sql, reviewId)).filter(({ withdrawnAt }) => withdrawnAt === null);
  return [until, ...standing.map((each) => each.until)].toSorted(Temporal.Instant.compare).at(-1) ?? until;
}

/** Whom a question goes to: an address of the register, or the operator's own Sonae. @throws Fault `invalid` */
async function recipientOf(
  tx: Tx,
  operator: OperatorView,
  { email, peerId }: Pick<ReviewAsked, 'email' | 'peerId'>,
): Promise<Pick<Asking, 'way' | 'peerId' | 'name' | 'email'>> {
  if (peerId !== null) {
    if (email !== '') throw invalidField('peerId', ONE_WAY_ONLY);
    const peer = await findPeer(tx.sql, peerId);
    // Nobody else is ever shown the pages of an operator.
    const own = (await peersOfOperator(tx.sql, operator.id)).includes(peerId);
    if (!peer || !own) throw invalidField('peerId', NOT_THEIR_SONAE);
    return { way: 'package', peerId, name: peer.name, email: '' };
  }
  const contact = operator.contacts.find((each) => each.email !== '' && each.email === email);
  if (!contact) throw invalidField('email', NOT_REGISTERED);
  return { way: 'link', peerId: null, name: contact.name, email };
}

/** Questions are over: their links lead nowhere any more, or only to the withdrawal of a consent that still holds. */
async function endLinks(tx: Tx, reviewId: string, askingIds: readonly string[]): Promise<void> {
  await expireLinks(tx.sql, REVIEW_LINK, askingIds, await linkUntil(tx, reviewId, tx.ctx.now));
}

async function sendAsking(tx: Tx, asking: Omit<Asking, 'endedAt' | 'remindedAt'>, edition: PublicEdition) {
  const { id, reviewId, way, peerId, name, email, language, until, consentDays } = asking;
  if (way === 'package' && peerId !== null) {
    const { number, hash, document } = edition;
    const payload = { ref: reviewId, edition: number, hash, document, until: until.toString(), consentDays };
    await sendPackageWithin(tx, { peerId, kind: 'review-asked', payload });
    return;
  }
  await makeLinks(tx, REVIEW_LINK, [{ ownerId: id, until: await linkUntil(tx, reviewId, until) }]);
  await putMessages(tx, REVIEW_MAIL, [
    { about: id, kind: 'ask', name, address: email, language, channel: 'email' },
  ]);
}

/**
 * Asks an operator to review the newest public edition of a case: by a link that needs no account, or by a package to its
 * own Sonae. What it was asked before ends: there is one question at a time.
 */
export async function askReview(
  ctx: Context,
  caseId: string,
  { operatorId, language, days, consentDays, ...to }: ReviewAsked,
): Promise<{ reviewId: string; link: string | null; mailed: boolean; otherRoute: boolean }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const operator = await findOperator(tx.sql, operatorId);
    if (!operator || operator.endedAt !== null) throw invalidField('operatorId', NOT_LISTED);
    const told = await toldOperators(tx.sql, caseId);
    // Nobody is shown the pages of another.
    if (told.known && !told.ids.includes(operatorId)) throw invalidField('operatorId', NOT_OF_CASE);
    const recipient = await recipientOf(tx, operator, to);
    const edition = await newestEdition(tx.sql, caseId);
    if (!edition) throw new Fault('conflict', { detail: NO_EDITION });
    const { id: reviewId } = await openReview(tx.sql, ctx.orgId, { id: ctx.newId(), caseId, operatorId });
    await endLinks(tx, reviewId, await endAskings(tx.sql, reviewId, ctx.now));
    const { number, hash } = edition;
    const asking = {
      ...recipient,
      id: ctx.newId(),
      reviewId,
      caseId,
      edition: number,
      hash,
      language,
      consentDays,
      askedAt: ctx.now,
      until: ctx.now.add({ hours: days * 24 }),
    };
    await insertAsking(tx.sql, ctx.orgId, asking, byOf(ctx.actor));
    await sendAsking(tx, asking, edition);
    const { id: askingId, way } = asking;
    record(tx, 'survey.review-asked', {
      body: { reviewId, caseId, askingId, edition: number, hash, way },
    });
    const byLink = way === 'link';
    return {
      reviewId,
      link: byLink ? linkUrl(ctx.instance, REVIEW_LINK, askingId) : null,
      mailed: byLink && (await channelsConfigured(tx.sql)).has('email'),
      otherRoute: !byLink || otherRoutes(operator.contacts, asking.email).length > 0,
    };
  });
}

/** The question that is open in a review, with the review locked. @throws Fault `conflict` where there is none */
async function openAsking(tx: Tx, reviewId: string): Promise<Asking> {
  const review = await lockReview(tx.sql, reviewId);
  if (!review) throw new Fault('not-found');
  const [asking] = await askingsOf(tx.sql, reviewId);
  if (!asking || isAskingOver(asking, tx.ctx.now)) throw new Fault('conflict', { detail: NOT_OPEN });
  return asking;
}

const A_DAY = { hours: 24 } as const;
export async function remindWithin(tx: Tx, { id, reviewId, caseId, ...to }: Asking): Promise<void> {
  const { name, email: address, language } = to;
  const once = `${id} ${tx.ctx.now}`;
  await putMessages(tx, REVIEW_MAIL, [
    { about: id, kind: 'remind', name, address, language, channel: 'email', once },
  ]);
  await setReminded(tx.sql, id, tx.ctx.now);
  record(tx, 'survey.review-reminded', { body: { reviewId, caseId, askingId: id } });
}

/** Writes to whoever was asked once more; once a day at most. */
export async function remindReview(ctx: Context, reviewId: string): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const asking = await openAsking(tx, reviewId);
    if (asking.way === 'package') throw new Fault('conflict', { detail: NO_MAIL_TO_REMIND });
    const last = asking.remindedAt ?? asking.askedAt;
    if (Temporal.Instant.compare(last.add(A_DAY), ctx.now) > 0)
      throw new Fault('conflict', { detail: REMINDED_TODAY });
    await remindWithin(tx, asking);
  });
}

/** Nothing is answered by the link any more; what was said through it stays, and a consent can be withdrawn. */
export async function endReview(ctx: Context, reviewId: string): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const review = await lockReview(tx.sql, reviewId);
    if (!review) throw new Fault('not-found');
    const ids = (await askingsOf(tx.sql, reviewId)).map(({ id }) => id);
    await endAskings(tx.sql, reviewId, ctx.now);
    await endLinks(tx, reviewId, ids);
    const [newest] = ids;
    if (newest === undefined) throw new Fault('conflict', { detail: NOT_OPEN });
    record(tx, 'survey.review-ended', { body: { reviewId, caseId: review.caseId, askingId: newest } });
  });
}
