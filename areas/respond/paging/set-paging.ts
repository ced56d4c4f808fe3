import { type Context, inTransaction } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { writeSettings } from './store.ts';

/** Pages that run keep the waiting time they started with. */
export async function setPaging(
  ctx: Context,
  settings: { readonly waitSeconds: number; readonly bundleSeconds: number },
): Promise<void> {
  permit(ctx, 'channel.manage');
  // A page must have gone out before the next person is asked.
  if (settings.bundleSeconds * 2 > settings.waitSeconds)
    throw invalidField('bundleSeconds', {
      ja: '次の人を呼び出すまでの時間の半分以下にしてください',
      en: 'Enter at most half of the escalation time',
    });
  await inTransaction(ctx, async (tx) => {
    await writeSettings(tx.sql, ctx.orgId, settings);
    record(tx, 'channel.configured', { body: { channel: 'paging' } });
  });
}
