import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { enqueue, setTimer } from '../../enqueue.ts';
import { noteReach, type Peer } from './peers/index.ts';
import { retryAfter } from './rules.ts';

/** One more try has come to nothing: what waits for the peer waits for the next, whatever is sent meanwhile. */
export async function tryAgainLater(tx: Tx, { id, fails }: Pick<Peer, 'id' | 'fails'>): Promise<void> {
  const at = tx.ctx.now.add({ seconds: retryAfter(fails + 1) });
  await noteReach(tx.sql, id, fails + 1, at);
  setTimer(tx, 'retry-packages', id, { peerId: id }, { at });
}

/** Where this process dies before it knows, somebody else goes on. */
const GRACE = { minutes: 1 } as const;
export const goOnLater = (tx: Tx, peerId: string): void =>
  setTimer(tx, 'retry-packages', peerId, { peerId }, { at: tx.ctx.now.add(GRACE) });

/** Timer: what waits for a peer is tried again. */
export async function retryPackages(tx: Tx, { peerId }: { readonly peerId: string }): Promise<void> {
  permit(tx.ctx, 'report.send');
  enqueue(tx, 'send-packages', { peerId }, { at: tx.ctx.now });
}
