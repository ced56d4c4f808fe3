import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { writeSettings } from './store.ts';

/** Pages that run keep the waiting time they started with. */
export async function setPaging(
  ctx: Context,
  settings: { readonly waitSeconds: number; readonly bundleSeconds: number },
): Promise<void> {
  permit(ctx, 'channel.manage');
  await inTransaction(ctx, async (tx) => {
    await writeSettings(tx.sql, ctx.orgId, settings);
    record(tx, 'channel.configured', { body: { channel: 'paging' } });
  });
}
