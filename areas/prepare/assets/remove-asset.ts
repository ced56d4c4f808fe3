import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { deleteAsset } from './store.ts';

/** Takes a thing out of the register, and with it every edge to or from it. */
export async function removeAsset(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    if (!(await deleteAsset(tx.sql, id))) throw new Fault('not-found');
    record(tx, 'asset.removed', { body: { assetId: id } });
  });
}
