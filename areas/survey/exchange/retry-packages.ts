import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { enqueue, setTimer } from '../../enqueue.ts';
import { retryAfter } from './rules.ts';
import type { Sent } from './store.ts';

/** Sets when what waits for a peer is tried again. */
export const tryAgainLater = (
  tx: Tx,
  { peerId, tries }: Pick<Sent, 'peerId' | 'tries'>,
  moreSeconds = 0,
): void =>
  setTimer(
    tx,
    'retry-packages',
    peerId,
    { peerId },
    { at: tx.ctx.now.add({ seconds: retryAfter(tries) + moreSeconds }) },
  );

/** Timer: what waits for a peer is tried again. */
export async function retryPackages(tx: Tx, { peerId }: { readonly peerId: string }): Promise<void> {
  permit(tx.ctx, 'report.send');
  enqueue(tx, 'send-packages', { peerId }, { at: tx.ctx.now });
}
