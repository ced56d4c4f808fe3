import type { Tx } from '../../../database/transaction.ts';
import { forget, messagesToAddress } from '../../sending/outbox/index.ts';
import { NOTICE } from './rules.ts';
import type { NoticeKind } from './schema.ts';

const OF_SUBSCRIBERS: readonly NoticeKind[] = ['subscribe', 'status'];

/** Who wants no more is not kept in what they were sent, either. In the caller's transaction. */
export async function forgetSubscriber(tx: Tx, email: string): Promise<void> {
  const ids = await messagesToAddress(tx.sql, NOTICE.name, OF_SUBSCRIBERS, email);
  await forget(tx, { ids });
}
