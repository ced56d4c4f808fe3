import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { seal } from '../../../kernel/secret.ts';
import { cancelTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { WatchWanted } from './schema.ts';
import { readWatch, removeWatch, writeWatch } from './store.ts';

/** From now on this Sonae beats at another one, which pages when the beats stop. */
export async function setWatch(ctx: Context, { key, ...wanted }: WatchWanted): Promise<void> {
  permit(ctx, 'channel.manage');
  await inTransaction(ctx, async (tx) => {
    const before = await readWatch(tx.sql);
    // A key is for the place it was given for: it does not travel to another address.
    const kept = before?.address === wanted.address ? before.key : undefined;
    const sealed = key === '' ? kept : seal(ctx.instance.secret, key);
    if (!sealed)
      throw invalidField('key', {
        ja: '監視側の Sonae に死活監視を追加し、そのキーを入力してください',
        en: 'Add a heartbeat on the watching Sonae, and enter its key',
      });
    await writeWatch(tx.sql, ctx.orgId, { ...wanted, key: sealed });
    record(tx, 'watch.set', { body: { everySeconds: wanted.everySeconds } });
  });
}

export async function endWatch(ctx: Context): Promise<void> {
  permit(ctx, 'channel.manage');
  await inTransaction(ctx, async (tx) => {
    if (!(await removeWatch(tx.sql))) throw new Fault('not-found');
    await cancelTimer(tx, 'beat-elsewhere', 'watch');
    record(tx, 'watch.ended', { body: {} });
  });
}
