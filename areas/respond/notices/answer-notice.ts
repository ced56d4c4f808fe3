import type { Tx } from '../../../database/transaction.ts';
import { markUsed } from '../../sending/links/index.ts';
import { keepAnswer, moveMessages } from '../../sending/outbox/index.ts';
import { NOTICE_LINK } from './rules.ts';

/**
 * Keeps what was answered by a notice's link, in the caller's transaction, which records it.
 * @param said.last nothing more is awaited: the link is used
 */
export async function answerWithin(
  tx: Tx,
  id: string,
  { answer, last }: { readonly answer: string; readonly last: boolean },
): Promise<void> {
  const { now } = tx.ctx;
  if (!last) return keepAnswer(tx.sql, id, answer, now);
  await moveMessages(tx.sql, [id], 'acknowledge', now, { answer });
  await markUsed(tx.sql, NOTICE_LINK, [id], now);
}
