import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import type { CaseDocument } from '../../learn/cases/schema.ts';
import { renderedParts } from '../anonymise/index.ts';
import { findPeer } from '../exchange/index.ts';
import { shownParts, wordsOfPart } from '../review/parts/rules.ts';
import { partsToAsk } from '../review/rules.ts';
import type { OwnReviewSummary, OwnReviewView } from './schema.ts';
import { endOf, type OwnStanding, ownStanding } from './standing.ts';
import { findOwnReview, listOwnReviews, type OwnReview, ownEditions } from './store.ts';

async function summaryOf(
  trx: Transaction<Tables>,
  { id, peerId, title, edition, askedAt }: OwnReview,
  { newest, standing }: OwnStanding,
): Promise<OwnReviewSummary> {
  const until = newest?.until ?? askedAt;
  const peer = (await findPeer(trx, peerId))?.name ?? '';
  return { id, title, peer, edition, standing, askedAt: askedAt.toString(), until: until.toString() };
}

/** What we were asked to review before it is published, the latest first. */
export async function ownReviewsFor(ctx: Context): Promise<OwnReviewSummary[]> {
  permit(ctx, 'report.send');
  return reading(ctx, async (trx) => {
    const all: OwnReviewSummary[] = [];
    for (const review of await listOwnReviews(trx))
      all.push(await summaryOf(trx, review, await ownStanding(trx, review.id, ctx.now)));
    return all;
  });
}

/** The pages part by part, what we said of them, and what became of it. */
export async function lookAtOwnReview(ctx: Context, id: string): Promise<OwnReviewView> {
  permit(ctx, 'report.send');
  return reading(ctx, async (trx) => {
    const review = await findOwnReview(trx, id);
    const stands = review && (await ownStanding(trx, id, ctx.now));
    if (!review || !stands?.newest) throw new Fault('not-found');
    const { newest, editions, comments, consents, open, agreed } = stands;
    const shown = shownParts(newest.document);
    const { asked, gone } = partsToAsk(renderedParts(newest.document), agreed);
    const partsOf = (edition: number) =>
      shownParts(editions.find((each) => each.edition === edition)?.document);
    return {
      ...(await summaryOf(trx, review, stands)),
      hash: newest.hash,
      consentDays: newest.consentDays,
      parts: shown.map((part) => ({ ...part, asked: asked.includes(part.id) })),
      gone: gone.length,
      comments: comments.toReversed().map(({ partHash: _, at, ...comment }) => ({
        ...comment,
        at: at.toString(),
        ...wordsOfPart(partsOf(comment.edition), comment.part),
      })),
      open,
      withdrawal: review.withdrawalSentAt && {
        sentAt: review.withdrawalSentAt.toString(),
        outcome: review.withdrawalOutcome,
        reason: review.withdrawalReason,
      },
      consents: consents.map((consent) => ({
        edition: consent.edition,
        by: consent.by,
        sentAt: consent.sentAt.toString(),
        outcome: consent.outcome,
        reason: consent.reason,
        until: consent.outcome === 'taken' ? endOf(consent).toString() : null,
        withdrawnAt: consent.withdrawnAt?.toString() ?? null,
        withdrawnBy: consent.withdrawnBy,
        withdrawalOutcome: consent.withdrawalOutcome,
      })),
    };
  });
}

/** The public edition that is asked about, for whoever prints its pages. */
export async function ownReviewPages(
  ctx: Context,
  id: string,
): Promise<{ document: CaseDocument; edition: number }> {
  permit(ctx, 'report.send');
  const [newest] = await reading(ctx, (trx) => ownEditions(trx, id));
  if (!newest) throw new Fault('not-found');
  return { document: newest.document, edition: newest.edition };
}
