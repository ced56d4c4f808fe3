import type { Tx } from '../../../database/transaction.ts';
import { record } from '../../record.ts';
import { lockAskedSwaps, setSwap } from './store.ts';

/** Takes back what a person has asked, or was asked, and nobody has answered, in the caller's transaction: they have left. */
export async function withdrawSwapsOf(tx: Tx, personId: string): Promise<void> {
  for (const swapId of await lockAskedSwaps(tx.sql, personId)) {
    await setSwap(tx.sql, swapId, 'withdrawn', tx.ctx.now);
    record(tx, 'swap.answered', { body: { swapId, state: 'withdrawn' } });
  }
}
