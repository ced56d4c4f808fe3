import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockSeen, type Seen } from './seen-asset.ts';
import { findAsset, markConfirmed } from './store.ts';

/** An owner confirms impact and recovery time of a system (C6-R2); changing either asks for it again. */
export async function confirmAsset(ctx: Context, id: string, seen?: Seen): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    await lockSeen(tx, { id }, seen);
    if (!(await findAsset(tx.sql, id))) throw new Fault('not-found');
    if (!(await markConfirmed(tx.sql, id, ctx.actor.personId ?? null, ctx.now)))
      throw new Fault('conflict', {
        detail: {
          ja: '影響が未評価です。先に影響を入力してください',
          en: 'Its impact is not rated yet. Rate it first',
        },
      });
    record(tx, 'asset.kept', { body: { assetIds: [id], count: 1 } });
  });
}
