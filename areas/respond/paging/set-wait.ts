import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { writeWait } from './store.ts';

/** Pages that run keep the waiting time they started with. */
export async function setWait(ctx: Context, waitSeconds: number): Promise<void> {
  permit(ctx, 'channel.manage');
  await inTransaction(ctx, async (tx) => {
    await writeWait(tx.sql, ctx.orgId, waitSeconds);
    record(tx, 'channel.configured', { body: { channel: 'paging' } });
  });
}
