import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockSource, markSourceRemoved } from './store.ts';

export async function removeSource(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'source.manage');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockSource(tx.sql, id))) throw new Fault('not-found');
    await markSourceRemoved(tx.sql, id, ctx.now);
    record(tx, 'source.removed', { body: { sourceId: id } });
  });
}
