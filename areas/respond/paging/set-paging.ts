import { type Context, inTransaction } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import type { PagingRewrite } from './schema.ts';
import { lockSettings, readSettings, writeSettings } from './store.ts';

/**
 * Pages that run keep the waiting time they started with.
 * @throws Fault `conflict` when it is not what the writer had seen
 */
export async function setPaging(ctx: Context, { seen, ...settings }: PagingRewrite): Promise<void> {
  permit(ctx, 'channel.manage');
  // A page must have gone out before the next person is asked.
  if (settings.bundleSeconds * 2 > settings.waitSeconds)
    throw invalidField('bundleSeconds', {
      ja: '次の人を呼び出すまでの時間の半分以下にしてください',
      en: 'Enter at most half of the escalation time',
    });
  await inTransaction(ctx, async (tx) => {
    await lockSettings(tx.sql, ctx.orgId);
    holdToSeen(seen, await readSettings(tx.sql));
    await writeSettings(tx.sql, ctx.orgId, settings);
    record(tx, 'channel.configured', { body: { channel: 'paging' } });
  });
}
