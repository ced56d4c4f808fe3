import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import type { TimerBody } from '../../work.ts';
import { expireLinksOf } from '../links/index.ts';
import { blankMessages, moveMessages } from './store.ts';

/** Timer: of what was sent to somebody who was removed, only that it was sent stays; what was not does not leave. */
export async function forgetRecipient(tx: Tx, { personId }: TimerBody<'forget-recipient'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  await forget(tx, { personId });
  await expireLinksOf(tx.sql, personId, tx.ctx.now);
}

/** The same for recipients who are nobody of ours, in the caller's transaction. */
export async function forget(
  tx: Tx,
  of: { readonly personId: string } | { readonly ids: readonly string[] },
): Promise<void> {
  const ids = await blankMessages(tx.sql, of);
  await moveMessages(tx.sql, ids, 'withdraw', tx.ctx.now, { reason: 'forgotten' });
}
