import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';
import { remindWithin } from './ask-review.ts';
import { findAsking } from './askings/index.ts';
import { reviewComments } from './comments/index.ts';
import { consentsOf } from './consents/index.ts';
import { REMINDERS } from './rules.ts';
import { lockReview } from './store.ts';
import { isAskingOver } from './through-link.ts';

const A_DAY_MS = 86_400_000;

/** Timer: whoever was asked and said nothing of that edition is written to again, and the next reminder is set. */
export async function remindSilent(tx: Tx, { askingId }: { readonly askingId: string }): Promise<void> {
  const found = await findAsking(tx.sql, askingId);
  const review = found && (await lockReview(tx.sql, found.reviewId));
  const asking = review && (await findAsking(tx.sql, askingId));
  if (asking?.way !== 'link' || isAskingOver(asking, tx.ctx.now)) return;
  const spoke =
    (await reviewComments(tx.sql, asking.reviewId)).some(({ edition }) => edition === asking.edition) ||
    (await consentsOf(tx.sql, asking.reviewId)).some(({ hash }) => hash === asking.hash);
  if (spoke) return;
  await remindWithin(tx, asking);
  const next = REMINDERS.map((days) => asking.askedAt.add({ milliseconds: days * A_DAY_MS })).find(
    (at) => Temporal.Instant.compare(at, tx.ctx.now) > 0,
  );
  if (next) setTimer(tx, 'remind-review', askingId, { askingId }, { at: next });
}
