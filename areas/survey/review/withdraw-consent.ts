import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { withdrawAll } from './consents/index.ts';
import type { ConsentWithdrawn, WithdrawalTold } from './schema.ts';
import { lockReview, type Review } from './store.ts';
import { atLink, throughLink } from './through-link.ts';
import { NOTHING_TO_WITHDRAW } from './words.ts';

/** Takes back all that was consented to; each stays where it is as a tombstone. */
export async function withdrawWithin(
  tx: Tx,
  { id, caseId }: Pick<Review, 'id' | 'caseId'>,
  said: { readonly by: string; readonly why: string; readonly source: string },
  how: 'link' | 'told' | 'package',
): Promise<void> {
  const hashes = await withdrawAll(tx.sql, id, said, tx.ctx.now);
  if (hashes.length === 0) throw new Fault('conflict', { detail: NOTHING_TO_WITHDRAW });
  record(tx, 'survey.consent-withdrawn', { body: { reviewId: id, caseId, hashes, how } });
}

/** By the link an operator was sent. */
export async function withdrawByLink(
  ctx: Context,
  askingId: string,
  { by, reason }: ConsentWithdrawn,
): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(atLink(ctx), async (tx) => {
    const { review } = await throughLink(tx, askingId, 'withdraw');
    await withdrawWithin(tx, review, { by, why: reason, source: '' }, 'link');
  });
}

/** By whoever heard it from the operator, with how. */
export async function withdrawTold(
  ctx: Context,
  reviewId: string,
  { by, reason, source }: WithdrawalTold,
): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const review = await lockReview(tx.sql, reviewId);
    if (!review) throw new Fault('not-found');
    await withdrawWithin(tx, review, { by, why: reason, source }, 'told');
  });
}
