import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockPeer, revokePeer as revokeRow } from './peers/index.ts';

/** Stops exchange with a peer: nothing of it is taken, nothing leaves for it, until somebody confirms its key again. */
export async function revokePeer(ctx: Context, peerId: string): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const peer = await lockPeer(tx.sql, peerId);
    if (!peer) throw new Fault('not-found');
    if (peer.state === 'revoked') throw new Fault('conflict');
    await revokeRow(tx.sql, peerId);
    record(tx, 'peer.revoked', { body: { peerId, fingerprint: peer.print } });
  });
}
