import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { enqueue } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { keyOf, printOf } from './card-text.ts';
import { lockPeer, type Peer, pinPeer } from './peers/index.ts';
import { samePrint } from './rules.ts';

/** As it stands once the key that waits is taken: another key begins another row of numbers. */
function withOffered(peer: Peer): Peer {
  if (!peer.offered) return peer;
  const publicKey = keyOf(peer.offered);
  const { name, address } = peer.offered;
  return { ...peer, name, address, publicKey, print: printOf(publicKey), inNumber: 0, inHash: '' };
}

/** Pins a peer's key: somebody has compared it with what the other organisation reads out. */
export async function confirmKey(ctx: Context, peerId: string, fingerprint: string): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const peer = await lockPeer(tx.sql, peerId);
    if (!peer) throw new Fault('not-found');
    if (peer.state === 'pinned' && !peer.offered) throw new Fault('conflict');
    const pinned = withOffered(peer);
    if (!samePrint(fingerprint, pinned.print))
      throw invalidField('fingerprint', {
        ja: '登録された鍵の指紋と一致しません。一致するまで確認済みにしないでください',
        en: 'It does not match the fingerprint of the registered key. Do not confirm until it does',
      });
    await pinPeer(tx.sql, pinned, byOf(ctx.actor), ctx.now);
    record(tx, 'peer.confirmed', { body: { peerId, fingerprint: pinned.print } });
    enqueue(tx, 'send-packages', { peerId }, { at: ctx.now });
  });
}
