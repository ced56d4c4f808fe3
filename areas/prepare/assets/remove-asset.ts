import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { deleteAsset, lockAsset } from './store.ts';

/**
 * Takes a thing out of the register, and with it every edge to or from it.
 * @param refuse looked at once it is locked: throws where something still needs it
 */
export async function removeAsset(
  ctx: Context,
  id: string,
  refuse: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockAsset(tx.sql, { id }))) throw new Fault('not-found');
    await refuse(tx);
    await deleteAsset(tx.sql, id);
    record(tx, 'asset.removed', { body: { assetId: id } });
  });
}
