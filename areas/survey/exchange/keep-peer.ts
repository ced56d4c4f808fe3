import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { enqueue } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { keyOf, printOf, readCard, spoken } from './card-text.ts';
import { mayBeReached } from './own-key.ts';
import { findPeer, insertPeer, lockPeer, updatePeer } from './peers/index.ts';
import type { Card, NewPeer, PeerState } from './schema.ts';

/**
 * Registers another organisation by its card, or a later card of it. Nothing passes until somebody has compared the key;
 * a card with another key waits beside the one that is known.
 */
export async function keepPeer(
  ctx: Context,
  { card: text, allowInner, via }: NewPeer,
): Promise<{ id: string; fingerprint: string; state: PeerState }> {
  permit(ctx, 'survey.manage');
  const card = readCard(text);
  if (!card)
    throw invalidField('card', {
      ja: '組織カードを読み取れません。受け取ったファイルの内容を、すべてそのまま貼り付けてください',
      en: 'This is not a card, or it was changed. Paste the whole text of the file you received',
    });
  if (card.id === ctx.orgId)
    throw invalidField('card', {
      ja: '自組織のカードです。相手の組織のカードを貼り付けてください',
      en: 'This is your own card. Paste the card of the other organisation',
    });
  if (!mayBeReached(card, allowInner, ctx.instance.baseUrl))
    throw invalidField('card', {
      ja: 'カードの送信先がhttpsではありません。自組織のネットワーク内の場合は、社内アドレスへの送信を許可してください',
      en: 'The address on the card is not https. If it is inside your own network, allow internal addresses',
    });
  const publicKey = keyOf(card);
  const print = printOf(publicKey);
  return inTransaction(ctx, async (tx) => {
    await holdWay(tx, card, via);
    const made = await insertPeer(
      tx.sql,
      ctx.orgId,
      { id: card.id, name: card.name, address: card.address, publicKey, print, allowInner, via },
      ctx.now,
    );
    const peer = await lockPeer(tx.sql, card.id);
    if (!peer) throw new Fault('not-found');
    // By the same key it is the organisation itself that says where it has moved to.
    const moved =
      peer.print === print ? { name: card.name, address: card.address, offered: null } : { offered: card };
    if (!made) await updatePeer(tx.sql, card.id, { ...peer, allowInner, via, ...moved });
    enqueue(tx, 'send-packages', { peerId: card.id }, { at: ctx.now });
    record(tx, 'peer.kept', { body: { peerId: card.id, fingerprint: print } });
    return { id: card.id, fingerprint: spoken(print), state: peer.state };
  });
}

/** One office at most stands between two organisations. */
async function holdWay(tx: Tx, { id }: Card, via: string | null): Promise<void> {
  if (via === null) return;
  const office = await findPeer(tx.sql, via);
  if (!office || office.id === id || office.via !== null)
    throw invalidField('via', {
      ja: '直接交換している、登録済みの組織を選択してください',
      en: 'Choose a registered organisation with which you exchange directly',
    });
}
