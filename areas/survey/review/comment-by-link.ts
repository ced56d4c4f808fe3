import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { type RenderedPart, renderedParts } from '../anonymise/index.ts';
import type { Asking } from './askings/index.ts';
import { insertComments, reviewComments } from './comments/index.ts';
import type { ReviewComment, ReviewDraft, ReviewHandedIn } from './schema.ts';
import { keepDraft } from './store.ts';
import { atLink, editionAsked, throughLink } from './through-link.ts';
import {
  DRAFT_CHANGED,
  EDITION_CHANGED,
  NO_SUCH_PART,
  PART_TWICE,
  SAY_WHAT,
  TOO_MANY_COMMENTS,
} from './words.ts';

/** More than all parts of the fullest case, commented several times over. */
const MOST_COMMENTS = 3_000;

/** Everything that stands in the way of what was said, field by field. */
export function commentFaults(
  comments: readonly ReviewComment[],
  parts: readonly RenderedPart[],
): FieldFault[] {
  const known = new Set(parts.map(({ id }) => id));
  return comments.flatMap(({ part, kind, text }, i) => {
    const field = `comments.${i}`;
    if (!known.has(part)) return [{ field: `${field}.part`, mend: NO_SUCH_PART }];
    if (comments.findIndex((other) => other.part === part) < i)
      return [{ field: `${field}.part`, mend: PART_TWICE }];
    const needsWords = kind === 'correct' || kind === 'change';
    return needsWords && text === '' ? [{ field: `${field}.text`, mend: SAY_WHAT }] : [];
  });
}

/** Keeps what was said of an edition; what was said word for word before is one comment. */
export async function commentWithin(
  tx: Tx,
  { reviewId, caseId, edition, hash }: Pick<Asking, 'reviewId' | 'caseId' | 'edition' | 'hash'>,
  parts: readonly RenderedPart[],
  said: readonly (ReviewComment & { readonly id: string })[],
  by: string,
): Promise<void> {
  const faults = commentFaults(said, parts);
  if (faults.length > 0) throw new Fault('invalid', { fields: faults });
  const before = await reviewComments(tx.sql, reviewId);
  if (before.length + said.length > MOST_COMMENTS) throw new Fault('conflict', { detail: TOO_MANY_COMMENTS });
  const hashes = new Map(parts.map((part) => [part.id, part.hash]));
  const fresh = said.filter(({ part, kind, text }) => {
    const last = before.findLast((each) => each.part === part && each.partHash === hashes.get(part));
    return !(last && last.kind === kind && last.text === text && last.answer === null);
  });
  const made = await insertComments(
    tx.sql,
    tx.ctx.orgId,
    fresh.map(({ id, part, kind, text }) => ({
      id,
      reviewId,
      caseId,
      edition,
      part,
      partHash: hashes.get(part) ?? '',
      kind,
      text,
      by,
    })),
    tx.ctx.now,
  );
  const kept = fresh.filter(({ id }) => made.includes(id));
  if (kept.length === 0) return;
  const counts: Partial<Record<ReviewComment['kind'], number>> = {};
  for (const { kind } of kept) counts[kind] = (counts[kind] ?? 0) + 1;
  record(tx, 'survey.review-commented', { body: { reviewId, caseId, edition, hash, counts } });
}

/** What an operator says of the edition it was asked about, part by part. */
export async function commentOnReview(
  ctx: Context,
  askingId: string,
  { comments, by, seen }: ReviewHandedIn,
): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(atLink(ctx), async (tx) => {
    const { asking, review } = await throughLink(tx, askingId);
    if (asking.hash !== seen) throw new Fault('conflict', { detail: EDITION_CHANGED });
    const parts = renderedParts((await editionAsked(tx.sql, asking)).document);
    await commentWithin(
      tx,
      asking,
      parts,
      comments.map((each) => ({ ...each, id: ctx.newId() })),
      by,
    );
    if (review.draft.length > 0) await keepDraft(tx.sql, review.id, []);
  });
}

/** Keeps what was typed so far. @throws Fault `conflict` where somebody saved since */
export async function keepReviewDraft(
  ctx: Context,
  askingId: string,
  draft: ReviewDraft,
  draftSeen: number,
): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(atLink(ctx), async (tx) => {
    const { review } = await throughLink(tx, askingId);
    if (review.draftSeen !== draftSeen) throw new Fault('conflict', { detail: DRAFT_CHANGED });
    await keepDraft(tx.sql, review.id, draft);
    record(tx, 'survey.review-draft-kept', { body: { reviewId: review.id, caseId: review.caseId } });
  });
}
